/** Where the files lie that an `include` of nginx names, and which main file includes a file (fact T23). */
import { fileName, folderAndName, resolveBeside, type WorkspaceFiles } from '../../files';
import { matchesGlob } from '../../glob';
import { withoutTemplateEnd } from '../../model/templateFile';
import { valueIn } from '../../valueIn';

/** Folders whose files the main file beside them takes in, by the name of the folder it names. */
const TAKEN_FOR: Record<string, string> = { 'sites-available': 'sites-enabled', templates: 'conf.d' };

/** Files of packages that set no header, no protocol and no log: read or not, nothing changes. */
const HARMLESS =
  /(?:^|\/)(?:mime\.types|fastcgi_params|fastcgi\.conf|uwsgi_params|scgi_params|koi-(?:utf|win)|win-utf|modules(?:-enabled)?\/[^/]*)$/;

export interface Included {
  addresses: string[];
  /** Whether these are all that the include can take in. */
  isComplete: boolean;
}

const folderOf = (uri: string): string | undefined =>
  uri.includes('/') ? uri.slice(0, uri.lastIndexOf('/')) : undefined;

/** What the image of nginx makes of a template's name. */
const takenName = (uri: string): string => withoutTemplateEnd(fileName(uri));

const takenFolder = (uri: string): string => {
  const name = fileName(folderOf(uri) ?? '');
  return valueIn(TAKEN_FOR, name.toLowerCase()) ?? name;
};

/** Addresses at which the main file of a part may lie, the nearest first. */
export function mainFilesFor(uri: string): string[] {
  if (/^nginx\.conf/i.test(fileName(uri)) || uri.startsWith('untitled:')) return [];
  const names = ['nginx.conf', 'nginx.conf.template'];
  return ['./', '../', '../nginx/', '../../'].flatMap((path) =>
    names.flatMap((name) => resolveBeside(uri, path + name) ?? []),
  );
}

/**
 * @param main the file whose folder is taken for `/etc/nginx`, which paths start from
 * @param part the file that is judged: taken in by its name where the named folder is not there
 */
export function includedFiles(path: string, main: string, part: string, files: WorkspaceFiles): Included {
  if (HARMLESS.test(path)) return { addresses: [], isComplete: true };
  const inside = path
    .replace(/^(?:\/usr\/local)?\/(?:etc\/)?(?:nginx|openresty\/nginx)\/(?:conf\/)?/, '')
    .replace(/^\.\//, '');
  const nothing = { addresses: [], isComplete: false };
  if (/^\/|[$[{\ufffc]/.test(inside)) return nothing;
  const [folder, name] = folderAndName(inside);
  const isPart = part !== main && matchesGlob(name, takenName(part));
  const place = /[*?]/.test(folder) ? undefined : resolveBeside(main, `./${folder}x`);
  if (place === undefined) return nothing;
  const address = folderOf(place);
  const isOfPart = isPart && fileName(folder.replace(/\/$/, '')) === takenFolder(part);
  if (!/[*?]/.test(name)) {
    const file = resolveBeside(main, `./${inside}`);
    const isThere = file !== undefined && typeof files.text(file) === 'string';
    if (isThere) return { addresses: [file], isComplete: true };
    return isOfPart || (isPart && folder !== '') ? { addresses: [part], isComplete: true } : nothing;
  }
  const entries = (address === undefined ? undefined : files.folder?.(address)) ?? undefined;
  const found = entries?.flatMap((e) =>
    !e.isFolder && matchesGlob(name, e.name) ? (resolveBeside(place, `./${e.name}`) ?? []) : [],
  );
  const addresses = found ?? [];
  if ((isOfPart || (isPart && !found)) && !addresses.includes(part)) addresses.push(part);
  return { addresses, isComplete: found !== undefined };
}
