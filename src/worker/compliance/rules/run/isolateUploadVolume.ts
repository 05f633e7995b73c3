/** MLPS-RUN-023: what users upload lies where nothing can be executed. */

import type { Container, EnvironmentEntry } from '../../model/container';
import { isDevelopmentFile } from '../../model/developmentFile';
import type { Mount } from '../../model/mount';
import { isWithin, normalHostPath } from '../../model/mount';
import { isUploads } from '../../model/uploads';
import { once } from '../../once';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';

/** The variable that tells a program where uploads go. */
const UPLOAD_FOLDER = /^(\w+_)?UPLOADS?_(FOLDER|DIR|DIRECTORY|PATH|ROOT)$/i;

export const isolateUploadVolume: Rule = {
  id: 'MLPS-RUN-023',
  name: 'isolate-upload-volume',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.4.2 f', '~8.1.4.4 d'],
  highRisk: ['~6.4.3.3'],
  rows: ['C37', 'C50'],
  peers: [],
  title: { en: 'Keep uploads on a volume of their own', 'zh-cn': '上传目录须使用独立卷' },
  why: {
    en: 'An uploaded program that lies beside the sources, or where files may be executed, is the usual way in.',
    'zh-cn': '上传的程序若与源代码同处，或位于可执行的位置，就是最常见的入侵途径。',
  },
  remedy: {
    en: 'Use a named volume with `driver_opts: {type: none, o: "bind,noexec,nosuid,nodev", device: …}` whose device is a file system of its own, mounted by the host with `noexec,nosuid,nodev` (`/etc/fstab`); or a tmpfs. Linux ignores these options for the bind itself (Docker makes no second mount for them): they hold through the mount below, and the volume records that it is meant so. A bind mount in `-v` has no noexec.',
    'zh-cn':
      '使用命名卷，设置 `driver_opts: {type: none, o: "bind,noexec,nosuid,nodev", device: …}`，且 device 为独立文件系统，由主机以 `noexec,nosuid,nodev` 挂载（`/etc/fstab`）；或使用 tmpfs。Linux 对绑定本身会忽略这些选项（Docker 不会为此再次挂载）：真正起作用的是其下层挂载，命名卷则记录了这一要求。`-v` 的绑定挂载没有 noexec 选项。',
  },
  messages: {
    rootfs: {
      en: 'Uploads go to {path}, which is not a mount of its own: they lie beside the program and can be executed. Mount a named volume there.',
      'zh-cn': '上传文件写入 {path}，此处没有独立挂载：文件与程序同处且可被执行。请在此挂载命名卷。',
    },
    inside: {
      en: 'Uploads go to {path}, inside a bind mount of other files where they can be executed. Mount a named volume there.',
      'zh-cn': '上传文件写入 {path}，位于其他文件的绑定挂载之内且可被执行。请在此挂载命名卷。',
    },
    isolate: {
      en: 'Mount it through a named volume with noexec (prepare the folder it names on a file system mounted noexec, and move the files there)',
      'zh-cn': '改用带 noexec 的命名卷挂载（请在以 noexec 挂载的文件系统上准备其中所写的目录并迁移文件）',
    },
    volume: {
      en: 'The upload folder {path} is a volume without options: it lies among the files of the engine, where files can be executed. Give it driver_opts with noexec,nosuid,nodev and a device of its own.',
      'zh-cn':
        '上传目录 {path} 使用的卷没有挂载选项：位于容器引擎的数据目录，其中的文件可被执行。请为其设置包含 noexec,nosuid,nodev 的 driver_opts 和独立的 device。',
    },
    bind: {
      en: 'The upload folder {path} is a bind mount, where files can be executed. Use a named volume on a file system mounted noexec,nosuid,nodev.',
      'zh-cn':
        '上传目录 {path} 是绑定挂载，其中的文件可被执行。请使用位于以 noexec,nosuid,nodev 挂载的文件系统上的命名卷。',
    },
  },
  check: {
    container(container, { report }) {
      const { mounts, name, development, writer, environment } = container;
      if (development || isDevelopmentFile(container.anchor.uri)) return;
      for (const mount of mounts.filter(isExecutableBind)) {
        const { source, target, entry } = mount;
        const path = [target, source].find((value) => value && isUploads(value.resolved))?.resolved;
        if (path === undefined) continue;
        const edits = () => (source?.known === undefined ? undefined : writer.isolate(mount, deviceOf(source.known)));
        report({
          place: entry.place,
          message: 'bind',
          data: { path },
          service: name,
          fixes: () => [{ safe: false, title: 'isolate', edits: edits() }],
        });
      }
      for (const { isPlainVolume, source, target, entry } of mounts) {
        const path = isPlainVolume && [target, source].find((value) => value && isUploads(value.resolved))?.resolved;
        if (path) report({ place: entry.place, message: 'volume', severity: 'info', data: { path }, service: name });
      }
      for (const { value, place } of foldersIn(environment)) {
        const path = value?.known;
        const message = path?.startsWith('/') ? placeOf(normalHostPath(path), container) : undefined;
        if (message) report({ place: value?.place ?? place, message, data: { path: path! }, service: name });
      }
    },
  },
};

const foldersIn = once((environment: readonly EnvironmentEntry[]) =>
  environment.filter(({ name }) => UPLOAD_FOLDER.test(name)),
);

const isExecutableBind = ({ type, readOnly, options }: Mount): boolean =>
  type === 'bind' && readOnly !== true && !options.some(({ resolved }) => resolved === 'noexec');

/** Where such a folder is prepared: an absolute path stays, another one gets a place of its own. */
const deviceOf = (source: string): string =>
  source.startsWith('/') ? normalHostPath(source) : `/srv/${normalHostPath(source).split('/').at(-1)}`;

/**
 * What is wrong with where an upload folder lies: in no mount at all, or in one of more than
 * uploads.
 */
function placeOf(path: string, { mounts, complete }: Container): string | undefined {
  if (mounts.some(({ target }) => target?.known === undefined)) return undefined;
  const around = mounts.filter(({ target }) => isWithin(path, normalHostPath(target!.known!)));
  const nearest = around.toSorted((a, b) => b.target!.known!.length - a.target!.known!.length)[0];
  if (!nearest) return complete ? 'rootfs' : undefined;
  const reported = [nearest.target, nearest.source].some((value) => value && isUploads(value.resolved));
  return isExecutableBind(nearest) && !reported ? 'inside' : undefined;
}
