/** Keeps hold of the server threads that the extension starts, so that a test can let one die. */
import type { Worker } from 'node:worker_threads';

interface CapturedThreads {
  /** Server threads, oldest first. */
  threads: Worker[];
  release(): void;
}

function capture(): CapturedThreads {
  // The extension's bundle asks this module object for its Worker each time that it starts one.
  const module = require('node:worker_threads') as { Worker: typeof Worker };
  const Original = module.Worker;
  const threads: Worker[] = [];
  module.Worker = class extends Original {
    constructor(...[file, options]: ConstructorParameters<typeof Worker>) {
      super(file, options);
      if (/[\\/]worker\.js$/.test(String(file))) threads.push(this);
    }
  };
  return {
    threads,
    release: () => {
      module.Worker = Original;
    },
  };
}

export const captured = capture();
