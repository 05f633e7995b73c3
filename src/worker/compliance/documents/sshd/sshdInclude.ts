/** Where the files lie that an `Include` of `sshd_config` names (fact T21). */
import { fileName, resolveBeside } from '../../files';

/** A part of `/etc/ssh/sshd_config`, of which it sees nothing but itself. */
export const isSshdFragment = (uri: string): boolean => /\/sshd_config\.d\/[^/]*$/i.test(`/${uri}`) && fileName(uri) !== 'sshd_config';

/**
 * Address of an included file, the folder of the settings taken for `/etc/ssh`.
 * @param uri of the main file or a fragment
 * @returns undefined where the path is a pattern or leads out of what is known
 */
export function includedFile(uri: string, path: string): string | undefined {
  if (path === '' || /[*?[{%]/.test(path)) return undefined;
  const up = isSshdFragment(uri) ? '../' : '';
  const inside = path.startsWith('/') ? /^\/etc\/ssh\/(.+)$/.exec(path)?.[1] : path;
  if (inside !== undefined) return resolveBeside(uri, up + inside);
  return /\/etc\/ssh\/[^/]+$/.test(uri) ? resolveBeside(uri, `../..${path}`) : undefined;
}
