/** The text of a small file of the log. */
import type { LogSystem } from './logSystem';
import { openOwn } from './ownFile';

/** More than the log writes into any of them. */
const MAX_BYTES = 4096;

/**
 * At most 4 KB of it.
 * @throws what `openOwn` and the system throw
 */
export function readOwn(folder: string, name: string, system: LogSystem): string {
  const file = openOwn(folder, name, 'read', system);
  try {
    const bytes = Buffer.alloc(MAX_BYTES);
    return bytes.toString('utf8', 0, system.readSync(file, bytes, 0, MAX_BYTES, 0));
  } finally {
    system.closeSync(file);
  }
}
