/** *Show Compliance Checklist*: a tree in a view of its own; loaded when it is first looked at. */
import * as vscode from 'vscode';
import { assessMethod, type Checklist } from '../../worker/protocol/checklist';
import { searchedGlob, skippedGlob } from '../../worker/protocol/deploymentFiles';
import { documentSelector } from '../documentSelector';
import { guarded } from '../guarded';
import { treeItem } from './checklistItem';
import { checklistMessage } from './checklistMessage';
import {
  type ChecklistNode,
  checklistNodes,
  type Filter,
  filters,
  type Grouping,
  groupings,
  type Sentences,
} from './checklistNodes';
import type { ChecklistParts } from './checklistParts';
import { chooseStored } from './chooseStored';
import { exportReport } from './exportReport';
import { rulePageUri } from './rulePages';
import { waiveFinding } from './waiveFinding';
import { watchDeployments } from './watchDeployments';

export interface ChecklistView {
  children(node: ChecklistNode | undefined): Promise<ChecklistNode[]>;
  item(node: ChecklistNode): vscode.TreeItem;
  refresh(): void;
  chooseGrouping(): Promise<void>;
  chooseFilter(): Promise<void>;
  exportReport(): Promise<void>;
  showFixes(node: unknown): Promise<void>;
  waive(node: unknown): Promise<void>;
  openPage(node: unknown): Promise<void>;
}

/** Typing ends before everything is judged again. */
const DELAY_MS = 1500;
const GROUPING = 'qrCodeMaster.checklist.grouping';
const FILTER = 'qrCodeMaster.checklist.filter';

export function checklistView(
  parts: ChecklistParts,
  view: vscode.TreeView<ChecklistNode>,
  changed: vscode.EventEmitter<undefined>,
): ChecklistView {
  const { server, context } = parts;
  const saved = context.workspaceState;
  const grouping = (): Grouping => groupings.find((each) => each === saved.get(GROUPING)) ?? 'section';
  const filter = (): Filter => filters.find((each) => each === saved.get(FILTER)) ?? 'all';
  let asked: Promise<Checklist | undefined> | undefined;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new vscode.CancellationTokenSource();
  const again = () => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    asked = undefined;
    isStale = false;
    changed.fire(undefined);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (view.visible) again();
      else isStale = true;
    }, DELAY_MS);
  };
  const isOurs = (document: vscode.TextDocument) =>
    document.uri.scheme !== 'output' && vscode.languages.match(documentSelector, document) > 0;
  let found: string[] = [];
  context.subscriptions.push(
    watchDeployments(() => found, later),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isOurs(document)) later();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('qrCodeMaster.compliance')) later();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) again();
    }),
    {
      dispose: () => {
        clearTimeout(timer);
        asking.cancel();
      },
    },
  );

  const urisNow = async (cancel?: vscode.CancellationToken): Promise<string[]> => {
    const files = await vscode.workspace.findFiles(searchedGlob(), skippedGlob, undefined, cancel);
    found = [...new Set(files.map(String))].sort();
    return found;
  };
  const ask = async (): Promise<Checklist | undefined> => {
    if (!vscode.workspace.workspaceFolders?.length) return undefined;
    const { token } = asking;
    return guarded(parts, async () => server.request(assessMethod, { uris: await urisNow(token) }, token));
  };
  const say: Sentences = {
    count: (open, all) => vscode.l10n.t('{0} open of {1}', open, all),
    suppressed: vscode.l10n.t('suppressed'),
    near: vscode.l10n.t('near to it'),
    attested: (by, on) => vscode.l10n.t('{0} answers for it since {1}', by, on),
  };
  const show = (checklist: Checklist, isEmpty: boolean) => {
    const { rows } = checklist.assessment.coverage;
    const failing = rows.unmet + rows.partial;
    view.message = checklistMessage(checklist, isEmpty);
    view.badge = failing > 0 ? { value: failing, tooltip: vscode.l10n.t('Rows not met: {0}', failing) } : undefined;
  };

  const choose = async <T extends string>(key: string, now: T, choices: Record<T, string>, title: string) => {
    if (await chooseStored(saved, key, now, choices, title)) changed.fire(undefined);
  };
  return {
    async children(node) {
      if (node) return node.children;
      const mine = (asked ??= ask());
      const checklist = await mine;
      // Something changed meanwhile: whoever asks again is answered by the newer one.
      if (asked !== mine) return [];
      if (!checklist || checklist.assessment.files.length === 0) {
        if (!checklist) asked = undefined;
        const isFailed = !checklist && vscode.workspace.workspaceFolders?.length;
        view.message = isFailed
          ? vscode.l10n.t('The checklist could not be made. The log has the details.')
          : undefined;
        view.badge = undefined;
        return [];
      }
      const nodes = checklistNodes(checklist, { grouping: grouping(), filter: filter() }, say);
      show(checklist, nodes.length === 0);
      return nodes;
    },
    item: treeItem,
    refresh: again,
    chooseGrouping: () =>
      choose(
        GROUPING,
        grouping(),
        {
          section: vscode.l10n.t('By chapter of the specification'),
          clause: vscode.l10n.t('By clause of GB/T 22239-2019'),
          object: vscode.l10n.t('By service, image, host …'),
        },
        vscode.l10n.t('Group the checklist'),
      ),
    chooseFilter: () =>
      choose(
        FILTER,
        filter(),
        {
          all: vscode.l10n.t('Everything'),
          open: vscode.l10n.t('What is open'),
          highRisk: vscode.l10n.t('What may concern a high-risk case'),
        },
        vscode.l10n.t('Filter the checklist'),
      ),
    exportReport: () => exportReport(parts, urisNow),
    async showFixes(node) {
      const place = isNode(node) ? node.place : undefined;
      if (!place) return;
      const at = new vscode.Position(place.line, 0);
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
      const { range } = document.lineAt(Math.min(at.line, document.lineCount - 1));
      await vscode.window.showTextDocument(document, { selection: range });
      // The list closes where the view takes the focus back for what was clicked.
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await vscode.commands.executeCommand('editor.action.quickFix');
    },
    async waive(node) {
      if (isNode(node)) await guarded(parts, () => waiveFinding(node));
    },
    async openPage(node) {
      if (isNode(node) && node.rule)
        await vscode.commands.executeCommand('markdown.showPreview', rulePageUri(node.rule));
    },
  };
}

/** Commands of the view are given what was clicked; the palette gives nothing. */
const isNode = (node: unknown): node is ChecklistNode =>
  typeof node === 'object' && node !== null && 'children' in node;
