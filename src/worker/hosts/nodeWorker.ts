/** The language server in a worker_threads Worker: platform in, server out. */
import { parentPort } from 'node:worker_threads';
import { answersWatch } from '../protocol/watchedLink';
import { linkTransports, serve } from './nodeServer';

const port = parentPort;
if (!port) throw new Error('nodeWorker.ts runs in a Worker only');

const link = linkTransports(
  answersWatch({
    send: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  }),
);
const watchDog = { shutdownReceived: false, initialize() {}, exit() {} };

serve(__dirname, link, watchDog, true);
