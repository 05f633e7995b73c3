/** The end of a file of the log: its last whole line, and what a killed writer left behind it. */
import type { LogSystem } from './logSystem';
import { openOwn } from './ownFile';

const FIRST_BYTES = 16 * 1024;
const MAX_BYTES = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

export interface LogTail {
  /** Bytes up to the last line feed. */
  end: number;
  /** The last whole line without its line feed; undefined where there is none. */
  last: Buffer | undefined;
  /** What stands behind it. */
  torn: Buffer;
}

export function readTail(folder: string, name: string, system: LogSystem): LogTail {
  const file = openOwn(folder, name, 'read', system);
  try {
    const { size } = system.fstatSync(file);
    for (let length = Math.min(FIRST_BYTES, size); ; length = Math.min(length * 4, size)) {
      const bytes = Buffer.alloc(length);
      const from = size - length;
      for (let at = 0, read = 1; read > 0 && at < length; at += read)
        read = system.readSync(file, bytes, at, length - at, from + at);
      const feed = bytes.lastIndexOf(LINE_FEED);
      const before = feed < 1 ? -1 : bytes.lastIndexOf(LINE_FEED, feed - 1);
      if (before < 0 && from > 0 && length < MAX_BYTES) continue;
      return {
        end: from + feed + 1,
        last: feed < 0 ? undefined : bytes.subarray(before + 1, feed),
        torn: bytes.subarray(feed + 1),
      };
    }
  } finally {
    system.closeSync(file);
  }
}
