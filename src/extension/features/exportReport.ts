/** *Export Compliance Report…*: asks how and where to, and writes it. */
import * as vscode from 'vscode';
import { type ReportChoice, reportChoicesMethod, reportMethod } from '../../worker/protocol/checklist';
import { codesDocument } from '../../worker/protocol/pictureCodes';
import type { SearchedPicture } from '../../worker/protocol/pictureMethods';
import { contentMark } from '../audit/contentMark';
import { notedWork } from '../audit/notedWork';
import { openFolders } from '../openFolders';
import type { ChecklistParts } from './checklistParts';
import { type CodesOfFile, searchPictures } from './searchPictures';

const WITH_PICTURES = 'qrCodeMaster.checklist.withPictures';

/** @param find the deployment files of the workspace, as their addresses */
export async function exportReport(
  parts: ChecklistParts,
  find: (cancel: vscode.CancellationToken) => Promise<string[]>,
): Promise<void> {
  const { server, context, work, operations, panelHost } = parts;
  const folders = openFolders(vscode.l10n.t('Open a folder first: the report is about its deployment files.'));
  if (!folders) return;
  const { choices } = await server.request(reportChoicesMethod, {});
  const picked = await chooseReport(choices, context.workspaceState);
  if (!picked) return;
  const { format, layout, extension, withPictures } = picked;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folders[0].uri, `mlps-report${extension}`),
    filters: { [format.toUpperCase()]: [extension.slice(1)] },
  });
  if (!target) return;
  const how = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Making the report'),
    cancellable: true,
  };
  const search = async (progress: vscode.Progress<{ message: string }>, cancel: vscode.CancellationToken) => {
    const { reader } = await panelHost();
    const report = (read: number, all: number) =>
      progress.report({ message: vscode.l10n.t('pictures: {0}/{1}', read, all) });
    return (await searchPictures(reader, folders, { isExact: true, report, cancel })).map(searched);
  };
  const make = async (progress: vscode.Progress<{ message: string }>, cancel: vscode.CancellationToken) => {
    const uris = await find(cancel);
    const pictures = withPictures ? await search(progress, cancel) : undefined;
    if (cancel.isCancellationRequested) return undefined;
    const { bytes, files } = await server.request(reportMethod, { uris, format, layout, pictures }, cancel);
    return {
      bytes,
      isEmpty: files === 0,
      detail: { files: uris.length, ...(pictures && { pictures: pictures.length }) },
    };
  };
  const written = await notedWork(
    operations,
    { op: 'report', target: target.toString() },
    async () => {
      const place = vscode.workspace.asRelativePath(target);
      return work.during('report', { name: place, place, count: 1 }, async () => {
        const made = await vscode.window.withProgress(how, make);
        if (made) await work.write(target, made.bytes);
        return made;
      });
    },
    async ({ bytes, detail }) => ({
      content: await contentMark(bytes),
      detail: { format, ...(layout !== undefined && { layout }), ...detail },
    }),
  );
  if (!written) return;
  const open = vscode.l10n.t('Open');
  const told = written.isEmpty
    ? vscode.l10n.t('The report was saved. The workspace has no deployment files that it could be about.')
    : vscode.l10n.t('The report was saved.');
  const choice = await vscode.window.showInformationMessage(told, open);
  if (choice === open) await vscode.commands.executeCommand('vscode.open', target);
}

/** What is chosen below the formats is kept, and the list is shown again. */
async function chooseReport(
  choices: readonly ReportChoice[],
  state: vscode.Memento,
): Promise<(ReportChoice & { withPictures: boolean }) | undefined> {
  for (;;) {
    const withPictures = state.get(WITH_PICTURES) === true;
    const pictures = {
      label: `$(${withPictures ? 'check' : 'dash'}) ${vscode.l10n.t('Search pictures for secrets in QR codes')}`,
      description: withPictures ? vscode.l10n.t('on') : vscode.l10n.t('off'),
      choice: undefined,
    };
    const rule = { label: vscode.l10n.t('Contents'), kind: vscode.QuickPickItemKind.Separator, choice: undefined };
    const formats = choices.map((choice) => ({
      label: choice.label,
      description: `*${choice.extension}`,
      choice,
    }));
    const picked = await vscode.window.showQuickPick([...formats, rule, pictures], {
      title: vscode.l10n.t('Export the report as'),
    });
    if (!picked) return undefined;
    if (picked.choice) return { ...picked.choice, withPictures };
    await state.update(WITH_PICTURES, !withPictures);
  }
}

const searched = ({ uri, codes, error, content }: CodesOfFile): SearchedPicture =>
  content && error === undefined ? { uri, codes: codesDocument(codes), ...content } : { uri, error: error ?? '' };
