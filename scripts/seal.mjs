// Writes the SHA-256 of every shipped file into the bundles that load it: a bundle holds the mark
// `sum-of:NAME` where it names another file of dist/, and the hash takes the mark's place. A hash
// covers those that stand in its file, so that the hash in an entry covers all that it can load.
import { createHash } from 'node:crypto';

const MARK = /sum-of:([\w-]+(?:\.[\w-]+)+)/g;

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Names of the files whose hashes a bundle's text asks for. */
export const marksIn = (text) => [...new Set([...text.matchAll(MARK)].map(([, name]) => name))];

/**
 * @param {Map<string, Uint8Array | string>} files of dist/, by name: bundles as text, others as
 * bytes
 * @returns {Map<string, Uint8Array | string>} the same, every mark replaced. Throws when a mark
 * names no file, or files ask for each other in a circle.
 */
export function seal(files) {
  const done = new Map();
  const open = [];
  const finish = (name, by) => {
    if (done.has(name)) return done.get(name);
    if (!files.has(name)) throw new Error(`${by} loads ${name}, which is not built`);
    if (open.includes(name)) throw new Error(`these files load each other: ${[...open, name].join(' > ')}`);
    open.push(name);
    const content = files.get(name);
    const sealed =
      typeof content === 'string' ? content.replace(MARK, (_, wanted) => sha256(finish(wanted, name))) : content;
    open.pop();
    done.set(name, sealed);
    return sealed;
  };
  for (const name of files.keys()) finish(name);
  return done;
}
