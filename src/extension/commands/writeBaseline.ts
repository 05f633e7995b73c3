/** Writes what is found in a workspace folder into a baseline. */
import * as vscode from 'vscode';
import { searchedGlob, skippedGlob } from '../../worker/protocol/deploymentFiles';
import { baselineMethod } from '../../worker/protocol/methods';
import type { App, Command } from '../app';
import { contentMark } from '../audit/contentMark';
import { notedWork } from '../audit/notedWork';
import { openFolders } from '../openFolders';

const NAME = 'mlps-baseline.json';

export const writeBaseline: Command = {
  id: 'qrCodeMaster.writeBaseline',
  async run({ server, operations, work }: App) {
    const folders = openFolders(vscode.l10n.t('Open a folder first: a baseline is of its files.'));
    if (!folders) return;
    const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
    if (!folder) return;
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(folder.uri, NAME),
      filters: { JSON: ['json'] },
      title: vscode.l10n.t('Write Baseline'),
    });
    if (!target) return;
    if (vscode.workspace.getWorkspaceFolder(target)?.uri.toString() !== folder.uri.toString()) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          'Nothing was written: the baseline of a folder must lie in that folder. Save it in {0}.',
          folder.name,
        ),
      );
      return;
    }
    const how = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Writing the baseline'),
      cancellable: true,
    };
    const write = async (_progress: unknown, cancel: vscode.CancellationToken) => {
      const pattern = new vscode.RelativePattern(folder, searchedGlob());
      const uris = await vscode.workspace.findFiles(pattern, skippedGlob, undefined, cancel);
      const params = { uris: uris.map(String).sort(), baseline: target.toString() };
      const answer = await server.request(baselineMethod, params, cancel);
      if (cancel.isCancellationRequested) return undefined;
      await work.write(target, new TextEncoder().encode(answer.text));
      server.wrote(target);
      return answer;
    };
    const written = await notedWork(
      operations,
      { op: 'baseline', target: target.toString() },
      async () => vscode.window.withProgress(how, write),
      async ({ text, count }) => ({ content: await contentMark(text), detail: { findings: count } }),
    );
    if (!written) return;
    const [first, ...others] = written.notJudged;
    if (first !== undefined)
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Files that could not be judged are not in the baseline: {0} and {1} more. The Problems panel says why.',
          vscode.workspace.asRelativePath(vscode.Uri.parse(first, true), false),
          others.length,
        ),
      );
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Findings in the baseline: {0}. Name the file in .qrcodemaster.yaml, so that they fail nothing: baseline: {1}',
        written.count,
        vscode.workspace.asRelativePath(target, false),
      ),
    );
  },
};
