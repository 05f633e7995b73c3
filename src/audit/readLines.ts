/** The lines of a file, one after the other, in memory that does not grow with it. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1024 * 1024;
/** The longest line that the log writes is shorter. */
const MAX_LINE_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;
/** Opening a pipe must not wait for its writer. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export interface ReadLine {
  /** Without its line feed; of a line that is too long its beginning. */
  bytes: Buffer;
  /** It ends with a line feed. */
  isWhole: boolean;
  isTooLong: boolean;
}

/**
 * The buffer of a line is used again for the next one.
 * @param alive called now and then, for each megabyte
 * @throws an Error with a `code`: of the system, or `ENOTREG` for what is no regular file
 */
export function* readLines(path: string, alive?: () => void): Generator<ReadLine> {
  const file = openSync(path, FLAGS);
  try {
    if (!fstatSync(file).isFile()) throw Object.assign(new Error('ENOTREG'), { code: 'ENOTREG' });
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES + MAX_LINE_BYTES);
    let kept = 0;
    let isTooLong = false;
    for (let read = 1; read > 0; ) {
      alive?.();
      read = readSync(file, buffer, kept, CHUNK_BYTES, null);
      const end = kept + read;
      const bytes = buffer.subarray(0, end);
      let start = 0;
      for (let feed = bytes.indexOf(LINE_FEED, kept); feed >= 0; feed = bytes.indexOf(LINE_FEED, start)) {
        yield { bytes: bytes.subarray(start, feed), isWhole: true, isTooLong };
        isTooLong = false;
        start = feed + 1;
      }
      kept = end - start;
      if (kept > MAX_LINE_BYTES) {
        isTooLong = true;
        kept = MAX_LINE_BYTES;
      }
      buffer.copyWithin(0, start, start + kept);
    }
    if (kept > 0) yield { bytes: buffer.subarray(0, kept), isWhole: false, isTooLong };
  } finally {
    closeSync(file);
  }
}
