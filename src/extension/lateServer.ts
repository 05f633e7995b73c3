/** The server behind a promise: nothing is loaded or started before the first request. */
import * as vscode from 'vscode';
import type { ActionNote } from '../worker/protocol/actionNote';
import type { Method } from '../worker/protocol/methods';
import type { ServerClient } from './client';
import { endInWords } from './endInWords';
import { late } from './late';
import type { ServerThread } from './startNodeWorker';

/** The server, started by the first request. */
export interface Server {
  request<Params extends object, Result>(
    method: Method<Params, Result>,
    params: Params,
    cancel?: vscode.CancellationToken,
  ): Promise<Result>;
  client(): Promise<ServerClient>;
  /** The editor has the server's diagnostics of a document that it shows. */
  onDidReport: vscode.Event<vscode.Uri>;
  /** Tells it of a file that this window wrote; one that does not run knows nothing old. */
  wrote(uri: vscode.Uri): void;
  /** Ends the thread; the next request starts a new one. */
  restart(): Promise<void>;
}

export function lateServer(
  log: vscode.LogOutputChannel,
  startThread: () => ServerThread,
  onStart: (client: ServerClient) => void,
  /** Looks at the installed files, tells what is wrong with them, and answers whether anything is. */
  isChanged: () => Promise<boolean>,
  noted: (note: ActionNote) => void,
): Server & { dispose(): Promise<void> } {
  const reported = new vscode.EventEmitter<vscode.Uri>();
  const client = late(async (): Promise<ServerClient> => {
    const { startClient } = await import('./client');
    // Beside the start, which waits for nothing: whatever is run is looked at where it is loaded.
    const changed = isChanged();
    try {
      const client = await startClient(startThread, log, (uri) => reported.fire(uri), noted);
      onStart(client);
      return client;
    } catch (error) {
      // Told already, with more words.
      throw (await changed) ? new vscode.CancellationError() : error;
    }
  });
  const dispose = async () => {
    await (await client.forget()?.catch(() => undefined))?.dispose();
  };
  return {
    client,
    onDidReport: reported.event,
    request: async (method, params, cancel) => endInWords((await client()).request(method, params, cancel)),
    wrote: (uri) => void client.started()?.then((running) => running.wrote(uri)),
    restart: async () => {
      await dispose();
      await client();
    },
    dispose,
  };
}
