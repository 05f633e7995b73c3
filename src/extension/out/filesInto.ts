/** Many files into a folder: when one cannot be written, it is said how many are there. */
import type { BatchFolder } from '../panel/panelParts';

interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/**
 * Writes some files, and answers how many; may be called again for more. Those that were begun are
 * ended before it throws.
 * @param partly the sentence for what stopped it, after so many files
 */
export function filesInto(folder: BatchFolder, partly: (saved: number, folder: string, reason: string) => string) {
  let saved = 0;
  return async (files: readonly NamedBytes[]): Promise<number> => {
    const ended = await Promise.allSettled(files.map(({ name, bytes }) => folder.write(name, bytes)));
    const failures = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    saved += files.length - failures.length;
    if (failures.length === 0) return files.length;
    const [cause] = failures;
    if (saved === 0 || !(cause instanceof Error)) throw cause;
    const { code } = cause as { code?: unknown };
    throw Object.assign(
      new Error(partly(saved, folder.name, cause.message), { cause }),
      code !== undefined && { code },
    );
  };
}
