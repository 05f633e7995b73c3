/** MLPS-RUN-023: what users upload lies where nothing can be executed. */
import { CONTAINER_KINDS } from '../../kinds';
import { isDevelopmentFile } from '../../model/developmentFile';
import type { Rule } from '../rule';

const UPLOADS = /(^|[/_.-])uploads?([/_.-]|$)/i;
/** A file such as `uploads.ini` is no folder. */
const FILE = /\.[a-z]\w{1,4}$/i;

export const isolateUploadVolume: Rule = {
  id: 'MLPS-RUN-023',
  name: 'isolate-upload-volume',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['8.1.4.2 f', '~8.1.4.5'],
  rows: ['C37', 'C50'],
  peers: [],
  title: { en: 'Keep uploads on a volume of their own', 'zh-cn': '上传目录须使用独立卷' },
  why: {
    en: 'An uploaded program that lies beside the sources, or where files may be executed, is the usual way in.',
    'zh-cn': '上传的程序若与源代码同处,或位于可执行的位置,就是最常见的入侵途径。',
  },
  remedy: {
    en: 'Use a named volume with `driver_opts: {type: none, o: "bind,noexec,nosuid,nodev", device: …}` on a file system of its own, or a tmpfs. A bind mount in `-v` has no noexec.',
    'zh-cn':
      '使用位于独立文件系统上的命名卷,并设置 `driver_opts: {type: none, o: "bind,noexec,nosuid,nodev", device: …}`,或使用 tmpfs。`-v` 的绑定挂载没有 noexec 选项。',
  },
  messages: {
    bind: {
      en: 'The upload folder {path} is a bind mount, where files can be executed. Use a named volume mounted noexec,nosuid,nodev.',
      'zh-cn': '上传目录 {path} 是绑定挂载,其中的文件可被执行。请使用以 noexec,nosuid,nodev 挂载的命名卷。',
    },
  },
  check: {
    container({ mounts, name, development }, { report }) {
      for (const { type, source, target, entry, readOnly, options } of mounts) {
        if (type !== 'bind' || readOnly === true || development || isDevelopmentFile(entry.place.uri)) continue;
        const path = [target, source].find((value) => value && UPLOADS.test(value.resolved) && !FILE.test(value.resolved))?.resolved;
        if (path === undefined || options.some(({ resolved }) => resolved === 'noexec')) continue;
        report({ place: entry.place, message: 'bind', data: { path }, service: name });
      }
    },
  },
};
