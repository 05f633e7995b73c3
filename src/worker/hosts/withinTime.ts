/**
 * A deadline for work that does not give way: no timer fires and no thread helps while JavaScript
 * or WebAssembly runs.
 */
import { runInThisContext } from 'node:vm';

const place = globalThis as { qrCodeMasterWork?: () => unknown };

/**
 * Runs the work to its end and gives what it gives, or undefined when it takes longer than so many
 * milliseconds: V8 then stops it wherever it is, loops of WebAssembly included. Only a call of the
 * platform that has begun (zlib) is waited for.
 * @throws what the work throws
 */
export function withinTime<T>(ms: number, work: () => T): T | undefined {
  place.qrCodeMasterWork = work;
  try {
    // The limit holds for a script alone, which sees what is global.
    return runInThisContext('qrCodeMasterWork()', { timeout: ms }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return undefined;
  } finally {
    delete place.qrCodeMasterWork;
  }
}
