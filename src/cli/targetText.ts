/** What the command line worked on, as the operation log names it. */
import { relativePath } from './relativePath';

/** Targets that are named; the others are counted. */
export const MAX_NAMED = 5;

/** @param target paths, or `-` for standard input or output; several are named one after the other */
export function targetText(target: string | readonly string[]): string {
  const paths = typeof target === 'string' ? [target] : target.slice(0, MAX_NAMED);
  return paths.map((path) => (path === '-' ? path : relativePath('', path) || '.')).join(' ');
}
