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
import { createServer } from '../server';
import { nodeFiles } from './nodeFiles';
import { nodeHost } from './nodeHost';

export { ReadableStreamMessageReader, WriteableStreamMessageWriter } from 'vscode-languageserver';
export { linkTransports } from '../protocol/messagePort';

/**
 * @param distDir folder of the bundles
 * @param isExtension the client is our own: it answers for files that are none of this machine, and
 *   searches the workspace itself
 */
export function serve(
  distDir: string,
  { reader, writer }: { reader: MessageReader; writer: MessageWriter },
  watchDog: WatchDog,
  isExtension: boolean,
): void {
  const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);
  createServer(connection, {
    ...nodeHost(distDir),
    files: (client) => nodeFiles(isExtension ? client : undefined),
  });
  connection.listen();
}
