/**
 * Tells the server of files that this window writes: where they lie in a folder that was made while
 * the window is open, VS Code 1.99's own watcher may miss them. And of folders that come and go. To
 * hear of one twice does no harm.
 */
import * as vscode from 'vscode';
import { type BaseLanguageClient, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient';
import { watchedGlob } from '../worker/protocol/deploymentFiles';
import { folderEvents } from './folderEvents';
import { SAVE_FILE, saveFile } from './saveFile';

interface TellsWritten extends vscode.Disposable {
  /** For what no event of VS Code tells of. */
  wrote(uri: vscode.Uri): void;
}

export function tellsWritten(client: BaseLanguageClient): TellsWritten {
  // As new ones, for each of which the names in its folder are listed again, too.
  const tell = (uris: readonly vscode.Uri[], type: FileChangeType = FileChangeType.Created) => {
    const changes = uris.map((uri) => ({ uri: client.code2ProtocolConverter.asUri(uri), type }));
    // A server that does not run knows nothing old.
    client.sendNotification(DidChangeWatchedFilesNotification.method, { changes }).catch(() => undefined);
  };
  const watched = { pattern: watchedGlob() };
  const parts = [
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (vscode.languages.match(watched, document) > 0) tell([document.uri]);
    }),
    // Also those of an edit: a new deployment, a configuration's first attestation.
    vscode.workspace.onDidCreateFiles(({ files }) => tell(files)),
    folderEvents({ came: (uri) => tell([uri]), went: (uri) => tell([uri], FileChangeType.Deleted) }),
    // Baselines, which have any name.
    vscode.commands.registerCommand(SAVE_FILE, async (uri: string) => tell([await saveFile(uri)])),
  ];
  return {
    wrote: (uri) => tell([uri]),
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}
