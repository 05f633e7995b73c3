/** Names of images as scripts write them, variables and all. */
import { UNKNOWN } from '../model/value';

/** Without quotes, each variable as `$NAME` whatever it falls back to. */
export const normalName = (written: string): string =>
  written
    .replace(/["']/g, '')
    .replaceAll(UNKNOWN, '$$_')
    .replace(/\$\{\{([^}$]*)\}\}/g, (_, expression: string) => `$${expression.trim().replace(/\W/g, '_')}`)
    .replace(/\$\{(\w+)[^}]{0,200}\}/g, '$$$1');

/** Without tag and digest. */
export const repositoryIn = (name: string): string => name.replace(/@.*$/s, '').replace(/:[^:/]*$/, '');

/** The last part of the repository; undefined where a variable hides it. */
export function lastName(name: string): string | undefined {
  const last = repositoryIn(name).replace(/^.*\//s, '');
  return last.includes('$') ? undefined : last;
}
