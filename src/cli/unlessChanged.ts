/** What was read of files and folders, as long as they are as they were. */
import { lookAt } from '../worker/hosts/lookAt';

/** Then all are forgotten: neighbours are asked for by those of their folder, one after the other. */
const MAX_KNOWN = 500;

/**
 * @param read of a path that leads somewhere
 * @param isSmall what is not is read each time, so that little memory is held
 * @returns null where nothing is
 */
export function unlessChanged<T>(
  read: (path: string) => T,
  isSmall: (value: T) => boolean,
): (path: string) => T | null {
  const known = new Map<string, { stamp: string; value: T }>();
  return (path) => {
    const stat = lookAt(path);
    if (stat === undefined) return null;
    const stamp = stat === 'refused' ? stat : `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size} ${stat.dev} ${stat.ino}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.value;
    const value = read(path);
    if (known.size >= MAX_KNOWN) known.clear();
    if (isSmall(value)) known.set(path, { stamp, value });
    else known.delete(path);
    return value;
  };
}
