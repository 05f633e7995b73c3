/** Which files stand together for one deployment, by the folders that people keep them in. */
import { SKIPPED_FOLDERS } from '../../protocol/deploymentFiles';
import type { WorkspaceFiles } from '../files';
import { kindOf } from '../kindOf';
import { folderOf, inFolder } from './folders';

/**
 * Where the files of the hosts, the proxies and the scripts of a deployment are kept, below its
 * compose files or beside their folder.
 */
const HOST_FOLDERS =
  /^(?:alloy|backups?|bin|caddy|conf|conf\.d|config|configs|cron|cron\.d|default|deploy|deployment|deployments|docker|etc|fail2ban|filebeat|firewall|fluent-?bit|fluentd|host|hosts|infra|iptables|jail\.d|journald\.conf\.d|logging|logrotate|logrotate\.d|logs?|loki|monitoring|nginx|ops|promtail|proxy|rsyslog|rsyslog\.d|script|scripts|server|sites-available|sites-enabled|ssh|sshd_config\.d|sysconfig|system|systemd|timers|tmpfiles\.d|tools|traefik|ufw|units|vector|[\w@.-]+\.service\.d)$/i;

/** Folders above a file that are looked into for compose files. */
const MAX_UP = 5;
/** `etc/systemd/system/docker.service.d` */
const MAX_DEPTH = 4;
/** Larger trees are no single deployment. */
const MAX_FILES = 400;

/** Of a relative path, too: above `.` lies `..`. */
const above = (folder: string): string =>
  folder === '.' ? '..' : /(?:^|\/)\.\.$/.test(folder) ? `${folder}/..` : folderOf(folder);

const hostFolders = (folder: string, files: WorkspaceFiles): string[] =>
  (files.folder?.(folder) ?? []).flatMap(({ name, isFolder }) =>
    isFolder && HOST_FOLDERS.test(name) && !SKIPPED_FOLDERS.includes(name) ? (inFolder(folder, name) ?? []) : [],
  );

const holdsCompose = (folder: string, files: WorkspaceFiles): boolean =>
  (files.folder?.(folder) ?? []).some(({ name, isFolder }) => !isFolder && kindOf(name) === 'compose');

/**
 * The nearest folder above that has compose files, itself or in a folder for such; else the one that
 * the file's folder is kept in, or its own.
 */
export function rootOf(uri: string, files: WorkspaceFiles): string {
  const own = folderOf(uri);
  let folder = own;
  let around: string | undefined;
  for (let up = 0; up < MAX_UP && files.folder?.(folder); up++) {
    const isPart = HOST_FOLDERS.test(folder.slice(folder.lastIndexOf('/') + 1)) && files.folder(above(folder));
    if (!isPart && [folder, ...hostFolders(folder, files)].some((each) => holdsCompose(each, files))) return folder;
    if (!isPart) around ??= folder;
    folder = above(folder);
  }
  return around ?? own;
}

/**
 * Addresses of the files of the deployment that a file belongs to, as far as they are listed; its
 * own first.
 */
export function members(uri: string, files: WorkspaceFiles): string[] {
  if (!files.folder || uri.startsWith('untitled:')) return [uri];
  const out = new Set([uri]);
  const walk = (folder: string, depth: number) => {
    for (const { name, isFolder } of files.folder!(folder) ?? []) {
      const path = isFolder || out.size >= MAX_FILES ? undefined : inFolder(folder, name);
      if (path !== undefined) out.add(path);
    }
    if (depth < MAX_DEPTH) for (const each of hostFolders(folder, files)) walk(each, depth + 1);
  };
  walk(rootOf(uri, files), 0);
  for (const folder of applicationFolders(uri))
    for (const { name, isFolder } of files.folder(folder) ?? []) {
      const path = isFolder || !name.endsWith('.py') || out.size >= MAX_FILES ? undefined : inFolder(folder, name);
      if (path !== undefined) out.add(path);
    }
  return [...out];
}

/** Where the application of a template lies: around the folder of templates, and above. */
function applicationFolders(uri: string): string[] {
  const at = `/${uri}`.lastIndexOf('/templates/');
  if (at < 0) return [];
  const folder = uri.slice(0, Math.max(0, at - 1)) || '.';
  return [folder, above(folder)];
}
