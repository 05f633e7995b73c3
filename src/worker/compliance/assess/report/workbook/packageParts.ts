/** The parts of a workbook, unpacked as they are asked for and within bounds. */
import { fault } from '../../../../protocol/errors';
import type { ZipEntry } from '../../../../zip/zipEntry';
import { crc32 } from './crc32';
import { type Element, parseXml } from './parseXml';
import { inflate } from './zipDeflate';

/** Bytes of a part: a sheet of an assessor's workbook has some ten thousand. */
const MAX_PART = 16 * 1024 * 1024;
/** Bytes of all that is unpacked. */
const MAX_ALL = 64 * 1024 * 1024;
/** Tags of all that is unpacked; each takes some hundred bytes while its part is read. */
const MAX_TAGS = 1_000_000;

export interface XmlPart {
  text: string;
  root: Element;
}

export interface PackageParts {
  /**
   * @param name of the part
   * @throws fault book-damaged, book-too-large
   */
  xml(name: string): XmlPart;
  has(name: string): boolean;
}

export function packageParts(entries: readonly ZipEntry[]): PackageParts {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let bytes = 0;
  let tags = 0;
  return {
    has: (name) => byName.has(name),
    xml(name) {
      const entry = byName.get(name);
      if (!entry) throw fault('book-damaged');
      bytes += entry.size;
      if (entry.size > MAX_PART || bytes > MAX_ALL) throw fault('book-too-large');
      const text = decoded(unpacked(entry));
      for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1))
        if (++tags > MAX_TAGS) throw fault('book-too-large');
      return { text, root: parseXml(text) };
    },
  };
}

function unpacked({ method, data, size, crc }: ZipEntry): Uint8Array {
  const bytes = method === 0 ? data : inflate(data, size);
  if (!bytes || bytes.length !== size || crc32(bytes) !== crc) throw fault('book-damaged');
  return bytes;
}

function decoded(bytes: Uint8Array): string {
  try {
    // Without a byte order mark: offsets are those of the text that is written again.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fault('book-damaged');
  }
}
