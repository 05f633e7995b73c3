/**
 * An attestation as steps: the configuration, the row, who looked, when, the evidence, until when;
 * then it is written.
 */
import * as vscode from 'vscode';
import {
  type AttestAnswers,
  type Attestable,
  type AttestableRow,
  answerProblem,
  answerSentences,
} from '../../worker/protocol/attest';
import { configGlob } from '../../worker/protocol/deploymentFiles';
import { localeOf } from '../../worker/protocol/localeOf';
import { attestableMethod } from '../../worker/protocol/methods';
import { notedWork } from '../audit/notedWork';
import type { Operations } from '../audit/operations';
import { lacksTrust } from '../lacksTrust';
import type { Server } from '../lateServer';
import { openFolders } from '../openFolders';
import { writeAttestation } from '../out/writeAttestation';
import { withoutIcons } from '../withoutIcons';

/** More configurations than a workspace has. */
const MAX_CONFIGS = 200;

/** @param wanted as the command was called: `{row}`, or nothing */
export async function attestationSteps(
  server: Pick<Server, 'request'>,
  operations: Pick<Operations, 'note'>,
  wanted: unknown,
): Promise<void> {
  const folders = openFolders(
    vscode.l10n.t('Open a folder first: an attestation is written into its .qrcodemaster.yaml.'),
  );
  if (!folders) return;
  if (lacksTrust(vscode.l10n.t('Nothing is attested in a folder that you do not trust. Trust it first.'))) return;
  const target = await askTarget(server, folders);
  if (!target) return;
  const row = await askRow(target, rowIn(wanted));
  if (!row) return;
  const answers = await askAnswers(target, row);
  if (!answers || (target.isNew && !(await confirmsNew(target)))) return;
  const written = await notedWork(
    operations,
    { op: 'attestation', target: target.config },
    () => writeAttestation(server, target, answers),
    ({ isSaved }) => ({ detail: { row: answers.row, until: answers.until, saved: isSaved } }),
  );
  await written?.show();
}

const rowIn = (wanted: unknown): unknown =>
  typeof wanted === 'object' && wanted !== null && 'row' in wanted ? wanted.row : undefined;

/** Configurations that are there, and the one that each folder without one would get. */
async function askTarget(
  server: Pick<Server, 'request'>,
  folders: readonly vscode.WorkspaceFolder[],
): Promise<Attestable | undefined> {
  const found = await vscode.workspace.findFiles(configGlob, undefined, MAX_CONFIGS);
  const open = vscode.window.activeTextEditor?.document.uri;
  const near = open && vscode.workspace.getWorkspaceFolder(open) ? [open] : [];
  const asked = [...near, ...found, ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, '.qrcodemaster.yaml'))];
  const answers = await Promise.all(asked.map((uri) => server.request(attestableMethod, { uri: uri.toString() })));
  // What holds for the open file comes first.
  const targets = [...new Map(answers.map((each) => [each.config, each])).values()];
  if (targets.length < 2) return targets[0];
  const items = targets.map((target) => ({
    label: withoutIcons(vscode.workspace.asRelativePath(vscode.Uri.parse(target.config), folders.length > 1)),
    description: target.isNew ? vscode.l10n.t('new') : undefined,
    target,
  }));
  const title = vscode.l10n.t('Add Attestation');
  const placeHolder = vscode.l10n.t('Which configuration? It counts for the deployment files that it holds for');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.target;
}

interface RowItem extends vscode.QuickPickItem {
  row?: AttestableRow;
}

/** @param wanted the row, where it was named */
async function askRow({ rows }: Attestable, wanted: unknown): Promise<AttestableRow | undefined> {
  if (wanted !== undefined) {
    const named = rows.find(({ row }) => row === wanted);
    if (!named)
      void vscode.window.showErrorMessage(vscode.l10n.t('The checklist has no row {0} to attest.', String(wanted)));
    return named;
  }
  const headings: Record<AttestableRow['state'], string> = {
    expired: vscode.l10n.t('No longer attested'),
    open: vscode.l10n.t('Not attested yet'),
    files: vscode.l10n.t('Files show these where there are any'),
    attested: vscode.l10n.t('Attested'),
  };
  const items = rows.flatMap((row, i): RowItem[] => {
    const item = {
      label: `${row.row}  ${row.words}`,
      description: row.until && vscode.l10n.t('until {0}', row.until),
      detail: row.look,
      row,
    };
    const heading = { label: headings[row.state], kind: vscode.QuickPickItemKind.Separator };
    return rows[i - 1]?.state === row.state ? [item] : [heading, item];
  });
  const title = vscode.l10n.t('Add Attestation');
  const placeHolder = vscode.l10n.t('Which row of the checklist did somebody look at?');
  const how = { title, placeHolder, ignoreFocusOut: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, how))?.row;
}

/** Undefined: the user cancelled. */
async function askAnswers(target: Attestable, { row, look }: AttestableRow): Promise<AttestAnswers | undefined> {
  const answers: AttestAnswers = { row, by: '', on: target.today, until: target.until, evidence: '' };
  const prompts = {
    by: vscode.l10n.t('Who looked, and answers for it'),
    on: vscode.l10n.t('The day it was looked at'),
    evidence: vscode.l10n.t('A path or a reference of what shows it: a record, a ticket, a document with its version'),
    until: vscode.l10n.t('The last day that it holds; empty: without an end'),
  };
  for (const name of ['by', 'on', 'evidence', 'until'] as const) {
    const typed = await vscode.window.showInputBox({
      title: look ? `${row}: ${look}` : row,
      prompt: prompts[name],
      value: answers[name],
      ignoreFocusOut: true,
      validateInput: (value) => {
        const problem = answerProblem(name, { ...answers, [name]: value }, target.today);
        return problem && answerSentences[problem][localeOf(vscode.env.language)];
      },
    });
    if (typed === undefined) return undefined;
    answers[name] = typed;
  }
  return answers;
}

/** A configuration changes what is checked: nobody gets one unasked. */
async function confirmsNew({ config }: Attestable): Promise<boolean> {
  const create = vscode.l10n.t('Create');
  const message = vscode.l10n.t('Create {0}?', vscode.workspace.asRelativePath(vscode.Uri.parse(config)));
  const detail = vscode.l10n.t(
    'There is no configuration yet. With one, the files of its folder and below are checked by the whole checklist (profile mlps3).',
  );
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, create)) === create;
}
