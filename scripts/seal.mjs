// Writes the SHA-256 of every shipped file into the bundles that load it: a bundle holds the mark
// `sum-of:NAME` where it names another file of dist/, and the hash takes the mark's place. A hash
// covers those that stand in its file, so that the hash in an entry covers all that it can load.
// One bundle holds the mark `sums-of-package` instead, for the hashes of the whole package, and
// `names-left-out` for those of dist/ that cannot be among them.
import { createHash } from 'node:crypto';

const MARK = /sum-of:([\w-]+(?:\.[\w-]+)+)/g;
const TABLE = 'sums-of-package';
const LEFT_OUT = 'names-left-out';
const COMMAND_LINE = 'names-of-cli';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Names of the files whose hashes a bundle's text asks for. */
export const marksIn = (text) => [...new Set([...text.matchAll(MARK)].map(([, name]) => name))];

const textOf = (content) => (typeof content === 'string' ? content : '');

/** Names of the files that one loads, those that they load, and itself. */
export function closure(files, name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    for (const next of marksIn(textOf(files.get(name)))) closure(files, next, found);
  }
  return found;
}

/**
 * @param {Map<string, Uint8Array | string>} files of dist/, by name: bundles as text, others as
 * bytes
 * @param {Map<string, Uint8Array | string>} others of the package, by their names in it
 * @returns {Map<string, Uint8Array | string>} those of dist/, every mark replaced. Throws when a
 * mark names no file, or files ask for each other in a circle.
 */
export function seal(files, others = new Map()) {
  const done = new Map();
  const open = [];
  const finish = (name, by) => {
    if (done.has(name)) return done.get(name);
    if (!files.has(name)) throw new Error(`${by} loads ${name}, which is not built`);
    if (open.includes(name)) throw new Error(`these files load each other: ${[...open, name].join(' > ')}`);
    open.push(name);
    const content = files.get(name);
    const sealed =
      typeof content === 'string'
        ? content
            .replace(MARK, (_, wanted) => sha256(finish(wanted, name)))
            .replace(TABLE, () => table(name))
            .replace(LEFT_OUT, () => restingOn(name).sort().join('|'))
            .replace(COMMAND_LINE, () => [...closure(files, 'cli.js')].sort().join('|'))
        : content;
    open.pop();
    done.set(name, sealed);
    return sealed;
  };
  /** The files whose own hashes rest on that of the table's holder, and the holder. */
  const restingOn = (holder) => [...files.keys()].filter((name) => closure(files, name).has(holder));
  /** `HASH NAME|HASH NAME…`: without those. */
  const table = (holder) => {
    const leftOut = new Set(restingOn(holder));
    const known = [...files.keys()].filter((name) => !leftOut.has(name));
    return [...known.map((name) => [`dist/${name}`, finish(name, holder)]), ...others]
      .map(([name, content]) => `${sha256(content)} ${name}`)
      .sort()
      .join('|');
  };
  for (const name of files.keys()) finish(name);
  return done;
}
