/** Starts the language server's thread on desktop and remote hosts. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MessageLink } from '../worker/protocol/messagePort';

/** A running server thread: its link and the way to end it at once. */
export interface ServerThread {
  link: MessageLink;
  terminate(): Promise<unknown>;
}

export function startNodeWorker(distDir: string, log: (line: string) => void): ServerThread {
  const worker = new Worker(join(distDir, 'worker.js'), { stdout: true, stderr: true, env: {} });
  worker.stdout.on('data', (data) => log(String(data)));
  worker.stderr.on('data', (data) => log(String(data)));
  worker.on('error', (error) => log(`worker: ${error.stack ?? error.message}`));
  return {
    link: {
      send: (message, transfer) => worker.postMessage(message, transfer),
      onMessage: (listener) => worker.on('message', listener),
      onClose: (listener) => worker.on('exit', listener),
    },
    terminate: () => worker.terminate(),
  };
}
