// Lists a zip archive (a .vsix is one) by its central directory, so that checks need no unzip
// program.
import { readFileSync } from 'node:fs';

/**
 * The archive's files as {name, bytes}; bytes are unpacked. No zip64. Throws on a file that is no
 * zip archive.
 */
export function entriesOf(file) {
  const data = readFileSync(file);
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${file} is no zip archive`);
  const entries = [];
  for (let at = data.readUInt32LE(end + 16); data.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset));
    entries.push({ name: data.toString('utf8', at + 46, at + 46 + nameLength), bytes: data.readUInt32LE(at + 24) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
