/** What lies at a path, links followed. */
import { type Stats, statSync } from 'node:fs';

/**
 * Undefined: nothing. `refused`: it cannot be looked at, since a folder above may not be entered, or
 * a link leads back to itself.
 */
export function lookAt(path: string): Stats | 'refused' | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // Below what is no folder there is nothing.
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? undefined : 'refused';
  }
}
