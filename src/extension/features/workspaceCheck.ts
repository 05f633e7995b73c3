/** *Check Workspace Compliance*; loaded with its first run. */
import * as vscode from 'vscode';
import { searchedGlob, skippedGlob } from '../../worker/protocol/deploymentFiles';
import type { Server } from '../lateServer';
import { openFolders } from '../openFolders';
import { checkInBatches } from './checkInBatches';
import { workspaceProblems } from './workspaceProblems';

/**
 * @returns checks all deployment files of the workspace and fills the Problems panel, whose entries
 * last as long as `subscriptions`
 */
export function workspaceCheck(server: Server, subscriptions: vscode.Disposable[]): () => Promise<void> {
  const problems = workspaceProblems(server);
  subscriptions.push(problems);
  return async () => {
    if (!openFolders(vscode.l10n.t('Open a folder first: the check looks at its Dockerfiles and compose files.')))
      return;
    const counts = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking workspace compliance'),
        cancellable: true,
      },
      async (progress, cancel) => {
        // The server starts meanwhile.
        const [uris] = await Promise.all([
          vscode.workspace.findFiles(searchedGlob(), skippedGlob, undefined, cancel),
          server.client(),
        ]);
        if (cancel.isCancellationRequested) return undefined;
        problems.clear();
        // A folder of the workspace may lie in another one.
        const each = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
        return checkInBatches(each, problems.check, (report) => progress.report(report), cancel);
      },
    );
    if (!counts) return;
    if (counts.files === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No Dockerfile or compose file was found in this workspace.'),
      );
      return;
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('{0} findings in {1} of {2} files', counts.found, counts.judged, counts.files),
      10_000,
    );
  };
}
