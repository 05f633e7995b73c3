/**
 * Runs a user action: whatever goes wrong is told in words with a way to the log, and nothing
 * escapes.
 */
import * as vscode from 'vscode';
import { isChangedFile } from '../worker/protocol/changedFile';
import { isCancelled } from './isCancelled';
import { tellChangedFile } from './tellChangedFile';

export async function guarded<T>(
  { log }: { log: vscode.LogOutputChannel },
  action: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (isCancelled(error)) return undefined;
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (isChangedFile(error)) return tellChangedFile(error);
    const showLog = vscode.l10n.t('Show Log');
    const message = vscode.l10n.t(
      'QR Code Master could not finish: {0}. The log has the details.',
      // A notification makes links of Markdown, and the reason may quote a file.
      (error instanceof Error ? error.message : String(error)).replaceAll('](', '] (').replace(/[.。]$/, ''),
    );
    void vscode.window.showErrorMessage(message, showLog).then((choice) => choice === showLog && log.show());
    return undefined;
  }
}
