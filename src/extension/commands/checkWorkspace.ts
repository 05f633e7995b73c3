/** Lints every deployment file of the workspace and fills the Problems panel. */
import * as vscode from 'vscode';
import { deploymentGlob } from '../../worker/protocol/deploymentFiles';
import type { Command } from '../app';

const BATCH = 25;

export const checkWorkspace: Command = {
  id: 'qrCodeMaster.checkWorkspace',
  async run({ problems }) {
    if (!vscode.workspace.workspaceFolders?.length) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a folder first: the check looks at its Dockerfiles and compose files.'),
      );
      return;
    }
    const counts = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking workspace compliance'), cancellable: true },
      async (progress, cancel) => {
        const uris = await vscode.workspace.findFiles(deploymentGlob, undefined, undefined, cancel);
        let done = 0;
        let found = 0;
        problems.clear();
        while (done < uris.length && !cancel.isCancellationRequested) {
          const batch = uris.slice(done, done + BATCH);
          found += await problems.check(batch, cancel);
          done += batch.length;
          progress.report({ increment: (100 * batch.length) / uris.length, message: `${done}/${uris.length}` });
        }
        return { files: uris.length, done, found };
      },
    );
    if (counts.files === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No Dockerfile or compose file was found in this workspace.'));
      return;
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} findings in {1} of {2} files', counts.found, counts.done, counts.files), 10_000);
  },
};
