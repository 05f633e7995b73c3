/**
 * What becomes of a server whose thread has ended, whether it died or was ended because it hung: it
 * is started again, but not for ever.
 */
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/** The end after so many within so long is the last. */
const MAX_RESTARTS = 4;
const WITHIN_MS = 10 * 60_000;
/** Errors of the connection in a row that are passed over. */
const MAX_ERRORS = 3;

/** @param now milliseconds of a clock that only runs forward */
export function serverEnds(log: vscode.LogOutputChannel, now: () => number = () => performance.now()): ErrorHandler {
  let ends: number[] = [];
  return {
    error: (_error, _message, count = Number.POSITIVE_INFINITY) => ({
      action: count <= MAX_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed() {
      const at = now();
      ends = [...ends.filter((end) => at - end < WITHIN_MS), at];
      const restarts = ends.length <= MAX_RESTARTS;
      if (!restarts) tellStopped(log, ends.length);
      const message = restarts
        ? 'The worker ended, and is started again.'
        : `The worker ended ${ends.length} times within ten minutes, and is not started again.`;
      return { action: restarts ? CloseAction.Restart : CloseAction.DoNotRestart, message, handled: true };
    },
  };
}

function tellStopped(log: vscode.LogOutputChannel, ends: number): void {
  const restart = vscode.l10n.t('Restart Worker');
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t(
    'QR Code Master: the worker ended {0} times within ten minutes and is not started again. The log has the details.',
    ends,
  );
  void vscode.window.showErrorMessage(message, restart, showLog).then((choice) => {
    if (choice === restart) void vscode.commands.executeCommand('qrCodeMaster.restartWorker');
    else if (choice === showLog) log.show();
  });
}
