import { lookAt } from './lookAt';

/**
 * Another text whenever the file or folder at a path was changed, made or removed; undefined: there
 * is none.
 */
export function stampAt(path: string): string | undefined {
  const stat = lookAt(path);
  if (typeof stat !== 'object') return stat;
  return `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size} ${stat.dev} ${stat.ino}`;
}
