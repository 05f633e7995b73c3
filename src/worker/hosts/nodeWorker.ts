/** The language server in a worker_threads Worker: platform in, server out. */
import { parentPort } from 'node:worker_threads';
import 'vscode-jsonrpc/browser';
import { createConnection, createProtocolConnection } from 'vscode-languageserver';
import { linkTransports } from '../protocol/messagePort';
import { type FolderEntry, readFileMethod, readFolderMethod } from '../protocol/methods';
import { createServer } from '../server';
import { isForeign, repository } from './configSearch';
import { nodeHost } from './nodeHost';
import { pathOf, readFolderInside, readInside, rootsOf, stampOf } from './readInside';

const port = parentPort;
if (!port) throw new Error('nodeWorker.ts runs in a Worker only');

const { reader, writer } = linkTransports({
  send: (message, transfer) => port.postMessage(message, transfer),
  onMessage: (listener) => port.on('message', listener),
  onClose: (listener) => port.on('close', listener),
});
const watchDog = { shutdownReceived: false, initialize() {}, exit() {} };
const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);

createServer(connection, {
  ...nodeHost(__dirname),
  // Files of this machine are read here: through the client each would be a round trip. It alone
  // knows the other file systems.
  files: (client) => ({
    repository,
    isForeign,
    stamp: stampOf,
    read: async (uri, folders) => {
      const path = pathOf(uri);
      if (path !== undefined) return readInside(path, rootsOf(folders));
      return (await client.sendRequest<{ content?: Uint8Array | string | null }>(readFileMethod.method, { uri }))
        .content;
    },
    readFolder: async (uri, folders) => {
      const path = pathOf(uri);
      if (path !== undefined) return readFolderInside(path, rootsOf(folders));
      return (await client.sendRequest<{ entries: FolderEntry[] | null }>(readFolderMethod.method, { uri })).entries;
    },
  }),
});
connection.listen();
