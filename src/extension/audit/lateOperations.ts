/** The operation log of the editor, loaded by the first operation that is to be written down. */
import type { Server } from '../lateServer';
import type { Operations, OperationsNeeds, Recorder } from './operations';

export function lateOperations(needs: OperationsNeeds): Operations {
  let loaded: Promise<Recorder> | undefined;
  const recorder = () => {
    loaded ??= import('./recorder').then((late) => late.createRecorder(needs));
    return loaded;
  };
  const quietly = (work: (recorder: Recorder) => void) => {
    recorder()
      .then(work)
      .catch((error) => needs.log.error(`operation log: ${error}`));
  };
  return {
    note: (operation) => quietly(({ note }) => note(operation)),
    asked: (asked) => quietly((late) => late.asked(asked)),
    saved: (document) => quietly((late) => late.saved(document)),
    changed: () => quietly((late) => late.changed()),
    commands: async () => (await recorder()).commands,
    dispose: async () => (await loaded)?.dispose(),
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
