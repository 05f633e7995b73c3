// Gives every file of a zip archive the same mode and time, so that neither umask, file system nor
// time zone shows in it.
import { readFileSync, writeFileSync } from 'node:fs';

/** -rw-r--r-- of a regular file, as the upper half of Unix attributes. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;

/**
 * Time and date words of MS-DOS, taken in UTC: the format knows no zone, and steps of two seconds.
 */
export function dosTime(seconds) {
  const at = new Date(Math.max(seconds, 315532800) * 1000);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return { time, date };
}

/**
 * The archive's bytes with all modes 644 and all times `seconds` (since 1970); entries of vsce have
 * no extra fields.
 */
export function normalised(bytes, seconds) {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const { time, date } = dosTime(seconds);
  const stamp = (at) => {
    data.writeUInt16LE(time, at);
    data.writeUInt16LE(date, at + 2);
  };
  for (let at = data.readUInt32LE(end + 16); data.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset));
    stamp(at + 12);
    data.writeUInt32LE(ATTRIBUTES, at + 38);
    stamp(data.readUInt32LE(at + 42) + 10);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return data;
}

export function normaliseZip(file, seconds) {
  writeFileSync(file, normalised(readFileSync(file), seconds));
}
