/** What was read of files and folders, as long as they are as they were. */
import { stampAt } from '../worker/hosts/stampAt';

/** Then all is forgotten: neighbours are asked for by those of their folder, one after the other. */
const MAX_HELD = 2_000_000;

/**
 * @param read of a path that leads somewhere
 * @param sizeOf about the bytes that a value takes; a large one is read each time
 * @returns null where nothing is
 */
export function unlessChanged<T>(read: (path: string) => T, sizeOf: (value: T) => number): (path: string) => T | null {
  const known = new Map<string, { stamp: string; value: T }>();
  let held = 0;
  return (path) => {
    const stamp = stampAt(path);
    if (stamp === undefined) return null;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.value;
    const value = read(path);
    const size = sizeOf(value) + path.length;
    if (size > MAX_HELD / 10) {
      known.delete(path);
      return value;
    }
    held += size;
    if (held > MAX_HELD) {
      known.clear();
      held = size;
    }
    known.set(path, { stamp, value });
    return value;
  };
}
