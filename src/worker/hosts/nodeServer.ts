/**
 * The language server for both hosts of Node, bundled to dist/nodeServer.js: the protocol's library
 * by its entry without sockets and child processes.
 */
import 'vscode-jsonrpc/browser';
import {
  createConnection,
  createProtocolConnection,
  type MessageReader,
  type MessageWriter,
  type WatchDog,
} from 'vscode-languageserver';
import { createServer, type ServerHost } from '../server';
import { nodeHost } from './nodeHost';

export { ReadableStreamMessageReader, WriteableStreamMessageWriter } from 'vscode-languageserver';
export { linkTransports } from '../protocol/messagePort';
export {
  type FolderEntry,
  readFileMethod,
  readFolderMethod,
} from '../protocol/methods';
export { isForeign, repository } from './configSearch';
export { listFolders } from './listFolders';
export { pathOf, readFolderInside, readInside, rootsOf, stampOf } from './readInside';

/** @param distDir folder of the bundles */
export function serve(
  distDir: string,
  { reader, writer }: { reader: MessageReader; writer: MessageWriter },
  watchDog: WatchDog,
  files: ServerHost['files'],
): void {
  const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);
  createServer(connection, { ...nodeHost(distDir), files });
  connection.listen();
}
