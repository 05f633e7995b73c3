/** The server behind a promise: nothing is loaded or started before the first request. */
import type * as vscode from 'vscode';
import type { Server } from './app';
import type { ServerClient } from './client';
import type { ServerThread } from './startNodeWorker';

export function lateServer(log: vscode.LogOutputChannel, startThread: () => ServerThread): Server & { dispose(): Promise<void> } {
  let started: Promise<ServerClient> | undefined;
  const client = () => {
    started ??= import('./client').then(({ startClient }) => startClient(startThread, log));
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
    request: async (method, params, cancel) => (await client()).request(method, params, cancel),
    restart: async () => {
      await dispose();
      await client();
    },
    dispose,
  };
}
