/** Keeps hold of the server threads that the extension starts, so that a test can let one die. */
import type { Worker } from 'node:worker_threads';

interface CapturedThreads {
  /** Server threads, oldest first. */
  threads: Worker[];
  /** Methods of the messages between the extension and its servers, in order. */
  methods: string[];
  release(): void;
}

function capture(): CapturedThreads {
  // The extension's bundle asks this module object for its Worker each time that it starts one.
  const module = require('node:worker_threads') as { Worker: typeof Worker };
  const Original = module.Worker;
  const threads: Worker[] = [];
  const methods: string[] = [];
  const note = ({ method }: { method?: string }) => void (method !== undefined && methods.push(method));
  module.Worker = class extends Original {
    constructor(...[file, options]: ConstructorParameters<typeof Worker>) {
      super(file, options);
      if (options?.workerData?.bundle !== 'worker.js') return;
      threads.push(this);
      this.on('message', note);
    }
    override postMessage(...[message, transfer]: Parameters<Worker['postMessage']>): void {
      if (threads.includes(this)) note(message);
      super.postMessage(message, transfer);
    }
  };
  return {
    threads,
    methods,
    release: () => {
      module.Worker = Original;
    },
  };
}

export const captured = capture();
