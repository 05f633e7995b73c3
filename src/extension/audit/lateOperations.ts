/** The operation log of the editor, loaded by the first operation that is to be written down. */
import { late } from '../late';
import type { Server } from '../lateServer';
import type { Operations, OperationsNeeds, Recorder } from './operations';

export function lateOperations(needs: OperationsNeeds): Operations {
  const recorder = late(async () => (await import('./recorder')).createRecorder(needs));
  const quietly = (work: (recorder: Recorder) => void) => {
    recorder()
      .then(work)
      .catch((error) => needs.log.error(`operation log: ${error}`));
  };
  return {
    note: (operation) => quietly(({ note }) => note(operation)),
    asked: (asked) => quietly((recorder) => recorder.asked(asked)),
    saved: (saved) => quietly((recorder) => recorder.saved(saved)),
    changed: () => quietly(({ changed }) => changed()),
    commands: async () => (await recorder()).commands,
    dispose: async () => (await recorder.started())?.dispose(),
  };
}

/** The server with every request told to the log, once it is answered. */
export function recordedServer<S extends Server>(server: S, operations: Operations): S {
  return {
    ...server,
    async request(method, params, cancel) {
      const start = performance.now();
      const tell = (result: unknown, code?: string | number) => {
        const ms = performance.now() - start;
        operations.asked({ method: method.method, params, result, ms, ...(code !== undefined && { code }) });
      };
      try {
        const result = await server.request(method, params, cancel);
        tell(result);
        return result;
      } catch (error) {
        const { code, name } = error as { code?: string | number; name: string };
        tell(undefined, code ?? name);
        throw error;
      }
    },
  };
}
