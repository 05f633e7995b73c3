/** The language server in a worker_threads Worker: platform in, server out. */
import { parentPort } from 'node:worker_threads';
import {
  type FolderEntry,
  isForeign,
  linkTransports,
  pathOf,
  readFileMethod,
  readFolderInside,
  readFolderMethod,
  readInside,
  repository,
  rootsOf,
  serve,
  stampOf,
} from './nodeServer';

const port = parentPort;
if (!port) throw new Error('nodeWorker.ts runs in a Worker only');

const link = linkTransports({
  send: (message, transfer) => port.postMessage(message, transfer),
  onMessage: (listener) => port.on('message', listener),
  onClose: (listener) => port.on('close', listener),
});
const watchDog = { shutdownReceived: false, initialize() {}, exit() {} };

serve(__dirname, link, watchDog, (client) => ({
  // Files of this machine are read here: through the client each would be a round trip. It alone
  // knows the other file systems.
  repository,
  isForeign,
  stamp: stampOf,
  read: async (uri, folders) => {
    const path = pathOf(uri);
    if (path !== undefined) return readInside(path, rootsOf(folders));
    return (await client.sendRequest<{ content?: Uint8Array | string | null }>(readFileMethod.method, { uri })).content;
  },
  readFolder: async (uri, folders) => {
    const path = pathOf(uri);
    if (path !== undefined) return readFolderInside(path, rootsOf(folders));
    return (await client.sendRequest<{ entries: FolderEntry[] | null }>(readFolderMethod.method, { uri })).entries;
  },
}));
