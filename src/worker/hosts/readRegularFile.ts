/**
 * Reads what is really a file: a pipe would hang, a device would never end, and a link of the
 * kernel's own has no size.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Opening a pipe must not wait for its writer. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * At most as many bytes as the file said it has.
 * @throws an Error with a `code`: of the system, `ENOTREG` for what is no regular file, `EFBIG` for
 * one above `maxBytes`
 */
export function readRegularFile(path: string, maxBytes: number): Uint8Array {
  const file = open(path);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw refusal('ENOTREG');
    if (stat.size > maxBytes) throw refusal('EFBIG');
    const bytes = new Uint8Array(stat.size);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    // A socket, or a device that is not there.
    throw (error as NodeJS.ErrnoException).code === 'ENXIO' ? refusal('ENOTREG') : error;
  }
}

const refusal = (code: 'ENOTREG' | 'EFBIG'): Error => Object.assign(new Error(code), { code });
