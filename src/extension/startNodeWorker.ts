/** Starts the language server's thread on desktop and remote hosts. */
import { startThread } from '../worker/hosts/shipped/startThread';
import type { MessageLink } from '../worker/protocol/messagePort';

/**
 * Heap limit: it holds texts and findings of a workspace, and judges nothing itself. Past it the
 * thread ends, not the extension host, and another one is started.
 */
const MAX_HEAP_MB = 1024;
const BUNDLE = { bundle: 'worker.js', sum: 'sum-of:worker.js', maxHeapMb: MAX_HEAP_MB };

/** A running server thread: its link and the way to end it at once. */
export interface ServerThread {
  link: MessageLink;
  terminate(): Promise<unknown>;
}

export function startNodeWorker(distDir: string, log: (line: string) => void): ServerThread {
  const worker = startThread(distDir, BUNDLE, { stdout: true, stderr: true, env: {} });
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
