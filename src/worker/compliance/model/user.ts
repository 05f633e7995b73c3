/** Reads a user as `USER`, compose `user` and `--user` take it (facts T3 and T16). */
import { UNKNOWN } from './value';

/**
 * True: surely root, as a group alone (`:0`) is; false: surely declared as somebody else;
 * undefined: cannot be told.
 */
export function isRootUser(resolved: string): boolean | undefined {
  const name = resolved.trim().split(':', 1)[0]!.trim();
  if (name.includes(UNKNOWN)) return undefined;
  if (name === '') return resolved.includes(':') || undefined;
  return name.toLowerCase() === 'root' || /^0+$/.test(name) || /^ContainerAdministrator$/i.test(name);
}
