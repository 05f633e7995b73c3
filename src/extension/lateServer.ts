/** The server behind a promise: nothing is loaded or started before the first request. */
import * as vscode from 'vscode';
import type { Method } from '../worker/protocol/methods';
import type { ServerClient } from './client';
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
  /** Ends the thread; the next request starts a new one. */
  restart(): Promise<void>;
}

export function lateServer(
  log: vscode.LogOutputChannel,
  startThread: () => ServerThread,
  onStart: (client: ServerClient) => void,
): Server & { dispose(): Promise<void> } {
  let started: Promise<ServerClient> | undefined;
  const reported = new vscode.EventEmitter<vscode.Uri>();
  const client = () => {
    started ??= import('./client').then(async ({ startClient }) => {
      const client = await startClient(startThread, log, (uri) => reported.fire(uri));
      onStart(client);
      return client;
    });
    started.catch(() => {
      started = undefined;
    });
    return started;
  };
  const dispose = async () => {
    const running = started;
    started = undefined;
    await (await running?.catch(() => undefined))?.dispose();
  };
  return {
    client,
    onDidReport: reported.event,
    request: async (method, params, cancel) => (await client()).request(method, params, cancel),
    restart: async () => {
      await dispose();
      await client();
    },
    dispose,
  };
}
