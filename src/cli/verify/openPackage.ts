/** The files of a package, or of the folder that it was installed into. */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeInflate } from '../../worker/hosts/nodeInflate';
import { readRegularFile } from '../../worker/hosts/readRegularFile';
import { fault } from '../../worker/protocol/errors';
import { visiblePath } from '../../worker/text/visible';
import { readZip } from '../../worker/zip/readZip';

const MB = 1024 * 1024;
/** Ours has 3 MB, and its largest file 1 MB. */
export const MAX_PACKAGE_MB = 64;
const MAX_FILE_BYTES = 16 * MB;
const MAX_FILES = 20_000;

export interface PackageFiles {
  names: Iterable<string>;
  /** Undefined: not a regular file, too large, or damaged. */
  read(name: string): Uint8Array | undefined;
}

/** Where a .vsix has the files of the extension; beside them are two of the format's own. */
const PREFIX = 'extension/';

/** The bytes of a package. @throws fault package-unreadable, package-damaged, file-too-large */
export function readPackage(path: string): Uint8Array {
  try {
    return readRegularFile(path, MAX_PACKAGE_MB * MB);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTREG') throw fault('package-damaged');
    if (code === 'EFBIG') throw fault('file-too-large', { megabytes: MAX_PACKAGE_MB });
    throw fault('package-unreadable', { file: visiblePath(path), reason: code ?? String(error) });
  }
}

/** Nothing is unpacked to the disk, and nothing is inflated beyond the size that is claimed. */
export function openVsix(bytes: Uint8Array): PackageFiles {
  const entries = new Map(unzipped(bytes).map((entry) => [nameIn(entry.name), entry]));
  return {
    names: entries.keys(),
    read(name) {
      const { data, size, method } = entries.get(name)!;
      if (size > MAX_FILE_BYTES) return undefined;
      const content = method === 0 ? data : nodeInflate(data, size);
      return content?.length === size ? content : undefined;
    },
  };
}

const nameIn = (entry: string): string => (entry.startsWith(PREFIX) ? entry.slice(PREFIX.length) : `../${entry}`);

/** Of an extra field that gives a part another name (APPNOTE 4.6.9), which VS Code goes by. */
const OTHER_NAME = 0x7075;

function unzipped(bytes: Uint8Array) {
  try {
    const entries = readZip(bytes);
    if (!entries.some(({ extra }) => hasField(extra, OTHER_NAME))) return entries;
  } catch {
    // As below.
  }
  throw fault('package-damaged');
}

/** Among the extra fields of a part: each has its number and its length in front (APPNOTE 4.5.1). */
function hasField(extra: Uint8Array, wanted: number): boolean {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === wanted) return true;
  return false;
}

/** Links are not followed: the package has none. */
export function openFolder(folder: string): PackageFiles {
  const names: string[] = [];
  const folders = [''];
  for (let at = 0; at < folders.length; at++)
    for (const entry of entriesOf(join(folder, folders[at]!))) {
      const name = `${folders[at]}${entry.name}`;
      if (entry.isDirectory()) folders.push(`${name}/`);
      else names.push(name);
      if (names.length + folders.length > MAX_FILES) throw fault('package-too-large');
    }
  return {
    names,
    read(name) {
      const file = join(folder, name);
      try {
        return lstatSync(file).isFile() ? readRegularFile(file, MAX_FILE_BYTES) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fault('folder-unreadable', { reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}
