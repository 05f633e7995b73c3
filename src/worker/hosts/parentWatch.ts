/** When a language server over stdio has to end by itself. */

const LOOK_MS = 3000;

/**
 * What the protocol's library wants for that: the server ends when the client says so, or when the
 * process that the client named is gone (LSP 3.17, `processId`): with 0 after a `shutdown`, else
 * with 1. When its input ends it runs out of work.
 * @param exit ends this process
 */
export function parentWatch(exit: (code: number) => void) {
  const watchDog = {
    shutdownReceived: false,
    initialize({ processId }: { processId?: number | null }) {
      if (typeof processId !== 'number') return;
      const timer = setInterval(() => {
        if (!isAlive(processId)) exit(watchDog.shutdownReceived ? 0 : 1);
      }, LOOK_MS);
      timer.unref();
    },
    exit,
  };
  return watchDog;
}

function isAlive(processId: number): boolean {
  try {
    // Signal 0 only asks (kill, POSIX 2018).
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
