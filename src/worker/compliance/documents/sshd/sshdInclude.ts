/** Where the files lie that an `Include` of `sshd_config` names (fact T21). */
import { fileName, folderAndName, resolveBeside, type WorkspaceFiles } from '../../files';
import { matchesGlob } from '../../glob';

/** A part of `/etc/ssh/sshd_config`, of which it sees nothing but itself. */
export const isSshdFragment = (uri: string): boolean =>
  /\/sshd_config\.d\/[^/]*$/i.test(`/${uri}`) && fileName(uri) !== 'sshd_config';

/**
 * Addresses of the included files in order, the folder of the settings taken for `/etc/ssh`.
 * @param uri of the main file or a fragment
 * @returns undefined where the path leads out of what is known, or its folder is not in the
 * workspace
 */
export function includedFiles(uri: string, path: string, files: WorkspaceFiles): string[] | undefined {
  const [folder, name] = folderAndName(path);
  const place = /[*?[{%]/.test(folder) || /[[{%]/.test(name) || name === '' ? undefined : addressOf(uri, folder);
  if (place === undefined) return undefined;
  const names = /[*?]/.test(name)
    ? files.folder?.(place)?.flatMap((e) => (!e.isFolder && matchesGlob(name, e.name) ? [e.name] : []))
    : [name];
  return names?.flatMap((each) => resolveBeside(`${place}/`, `./${each}`) ?? []);
}

/** Address of a folder, without a slash at its end. */
function addressOf(uri: string, folder: string): string | undefined {
  const up = isSshdFragment(uri) ? '../' : './';
  const inside = folder.startsWith('/') ? /^\/etc\/ssh\/(.*)$/s.exec(folder)?.[1] : folder;
  if (inside !== undefined) return resolveBeside(uri, up + inside);
  return /\/etc\/ssh\/[^/]+$/.test(`/${uri}`) ? resolveBeside(uri, `../..${folder}`) : undefined;
}
