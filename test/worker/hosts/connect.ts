/** Both hosts of the server as a client connects to them; `listen` is the caller's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Worker } from 'node:worker_threads';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { linkTransports } from '../../../src/worker/protocol/messagePort';

const dist = (file: string) => join(process.cwd(), 'dist', file);

export interface Host {
  connection: MessageConnection;
  end(): unknown;
}

/** The client has no files of its own. */
export function overWorker(): Host {
  const worker = new Worker(dist('worker.js'));
  const { reader, writer } = linkTransports({
    send: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.on('message', listener),
    onClose: (listener) => worker.on('exit', listener),
  });
  const connection = createMessageConnection(reader, writer);
  connection.onRequest('files/read', () => ({ content: null }));
  return { connection, end: () => worker.terminate() };
}

/** @param args of Node, the script's included */
export function overStdio(args = [dist('stdio.js')]): Host & { server: ChildProcess } {
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const output = server.stdout.pipe(new PassThrough());
  return {
    connection: createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(server.stdin)),
    end: () => server.kill(),
    server,
  };
}
