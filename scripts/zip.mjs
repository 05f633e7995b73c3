// Lists a zip archive (a .vsix is one) by its central directory, so that checks need no unzip
// program.
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** The archive's central directory. No zip64. Throws on a file that is no zip archive. */
function* directory(data, file) {
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${file} is no zip archive`);
  for (let at = data.readUInt32LE(end + 16); data.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset));
    yield {
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      bytes: data.readUInt32LE(at + 24),
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      local: data.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + extraLength + commentLength;
  }
}

/** The archive's files as {name, bytes}; bytes are unpacked. */
export const entriesOf = (file) => [...directory(readFileSync(file), file)].map(({ name, bytes }) => ({ name, bytes }));

/** Names and contents of an archive that was made here. */
export function* readEntries(file) {
  const data = readFileSync(file);
  for (const { name, method, packed, local } of directory(data, file)) {
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const content = data.subarray(from, from + packed);
    yield [name, method === 0 ? content : inflateRawSync(content)];
  }
}
