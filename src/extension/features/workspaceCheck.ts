/** *Check Workspace Compliance*; loaded with its first run. */
import * as vscode from 'vscode';
import { searchedGlob, skippedGlob } from '../../worker/protocol/deploymentFiles';
import { notedWork } from '../audit/notedWork';
import type { Operations } from '../audit/operations';
import type { Server } from '../lateServer';
import { openFolders } from '../openFolders';
import { checkInBatches } from './checkInBatches';
import { workspaceProblems } from './workspaceProblems';

/**
 * @returns checks all deployment files of the workspace and fills the Problems panel, whose entries
 * last as long as `subscriptions`; answers whether there were any
 */
export function workspaceCheck(
  server: Server,
  operations: Pick<Operations, 'note'>,
  subscriptions: vscode.Disposable[],
): () => Promise<boolean> {
  const problems = workspaceProblems(server);
  subscriptions.push(problems);
  return async () => {
    if (!openFolders(vscode.l10n.t('Open a folder first: the check looks at its Dockerfiles and compose files.')))
      return false;
    const how = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking workspace compliance'),
      cancellable: true,
    };
    const check = async (
      progress: vscode.Progress<{ increment: number; message: string }>,
      cancel: vscode.CancellationToken,
    ) => {
      // The server starts meanwhile.
      const [uris] = await Promise.all([
        vscode.workspace.findFiles(searchedGlob(), skippedGlob, undefined, cancel),
        server.client(),
      ]);
      if (cancel.isCancellationRequested) return undefined;
      problems.clear();
      // A folder of the workspace may lie in another one.
      const each = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
      const counts = await checkInBatches(each, problems.check, (report) => progress.report(report), cancel);
      return { ...counts, isCancelled: cancel.isCancellationRequested };
    };
    const counts = await notedWork(
      operations,
      { op: 'check', target: '.' },
      async () => vscode.window.withProgress(how, check),
      ({ judged, found, isCancelled }) => ({
        result: isCancelled ? 'cancelled' : found > 0 ? 'findings' : 'ok',
        detail: { files: judged, findings: found },
      }),
    );
    if (!counts) return false;
    if (counts.files === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No Dockerfile or compose file was found in this workspace.'),
      );
      return false;
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('Findings: {0}. Files checked: {1} of {2}', counts.found, counts.judged, counts.files),
      10_000,
    );
    return true;
  };
}
