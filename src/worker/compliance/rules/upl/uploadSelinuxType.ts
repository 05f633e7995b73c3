/** MLPS-UPL-006: uploads carry an SELinux type of data, and keep it. */
import type { Script } from '../../documents/shell/script';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { insertAfter, replaceCommand, replaceWord } from '../../documents/shell/wordEdits';
import { isUploads } from '../../model/uploads';
import { type Edit, placeIn } from '../../model/value';
import { once } from '../../once';
import type { Rule } from '../rule';

/** Types of programs: what carries one may be started, or starts in a domain of its own. */
const OF_PROGRAMS = /^(?:\w+_exec_t|bin_t|lib_t|httpd_sys_script_t)$/;
const OF_DATA = 'httpd_sys_rw_content_t';
const OF_CONTAINERS = 'container_file_t';

export const uploadSelinuxType: Rule = {
  id: 'MLPS-UPL-006',
  name: 'upload-selinux-type',
  severity: 'error',
  profile: 'recommended',
  kinds: ['shell'],
  wider: {
    en: 'A type that `restorecon` takes away again, or has not set yet.',
    'zh-cn': '会被 `restorecon` 还原的类型，以及尚未由其应用的类型。',
  },
  clauses: ['~8.1.4.2 f', '~8.1.4.2 g'],
  rows: ['C52'],
  peers: [],
  title: { en: 'Label uploads as data', 'zh-cn': '上传目录须使用数据类型的 SELinux 标签' },
  why: {
    en: 'A type of programs lets a domain start what it finds there: an upload becomes a program. A type that is set by chcon alone goes with the next relabelling.',
    'zh-cn': '程序类型允许相应的域启动其中的文件：上传的文件就成了程序。仅用 chcon 设置的类型会在下次重新标记时丢失。',
  },
  remedy: {
    en: "`semanage fcontext -a -t httpd_sys_rw_content_t '/srv/uploads(/.*)?'` and `restorecon -R /srv/uploads` for a web server of the host; `container_file_t`, or `:Z` at the mount (`:z` for two containers), for a container. Never `:Z` on `/home` or a folder of the system.",
    'zh-cn':
      "主机上的 Web 服务器使用：`semanage fcontext -a -t httpd_sys_rw_content_t '/srv/uploads(/.*)?'` 和 `restorecon -R /srv/uploads`；容器使用 `container_file_t`，或在挂载处加 `:Z`（两个容器共享时用 `:z`）。切勿对 `/home` 或系统目录使用 `:Z`。",
  },
  messages: {
    program: {
      en: '{type} is a type of programs: what is uploaded to {path} may be started. Use httpd_sys_rw_content_t, or container_file_t for a container.',
      'zh-cn':
        '{type} 是程序类型：上传到 {path} 的文件可被启动。请使用 httpd_sys_rw_content_t；容器使用 container_file_t。',
    },
    passing: {
      en: 'chcon lasts until {path} is labelled anew. Use `semanage fcontext` and `restorecon`.',
      'zh-cn': 'chcon 设置的类型在 {path} 重新标记后失效。请使用 `semanage fcontext` 和 `restorecon`。',
    },
    unapplied: {
      en: 'semanage notes the type, but {path} keeps the one it has until restorecon. Run `restorecon -R` behind it.',
      'zh-cn': 'semanage 只登记类型，{path} 在执行 restorecon 之前仍保留原有类型。请随后执行 `restorecon -R`。',
    },
    data: {
      en: 'Use httpd_sys_rw_content_t (a web server of the host)',
      'zh-cn': '改为 httpd_sys_rw_content_t（主机上的 Web 服务器）',
    },
    keep: {
      en: 'Set the type for good (semanage and restorecon)',
      'zh-cn': '永久设置该类型（semanage 与 restorecon）',
    },
    apply: { en: 'Set the type on what is there (restorecon)', 'zh-cn': '对现有文件应用该类型（restorecon）' },
    container: { en: 'Use container_file_t (a container)', 'zh-cn': '改为 container_file_t（容器）' },
  },
  check: {
    script(script, { report }) {
      if (script.run || script.service) return;
      for (const command of script.commands) {
        const { name, words } = command;
        if (name !== 'chcon' && !(name === 'semanage' && words[1]?.known === 'fcontext')) continue;
        const at = words.findIndex(({ known }) => /^(?:-\w*t|--type)$/.test(known ?? ''));
        const type = at < 0 ? undefined : words[at + 1];
        const path = words.slice(1).findLast(({ resolved }) => isUploads(folderOf(resolved)));
        if (!type?.known || !path) continue;
        const data = { type: type.known, path: folderOf(path.resolved) };
        const write = (title: string, text: string) => {
          const edits =
            name === 'chcon' ? keptType(script, command, text, path) : replaceWord(script, command, type, text);
          return { safe: false, title, edits };
        };
        if (OF_PROGRAMS.test(type.known)) {
          const fixes = () => [write('data', OF_DATA), write('container', OF_CONTAINERS)];
          report({ place: placeIn(script, type), message: 'program', data, fixes });
        } else if (name === 'chcon' && !isLabelledForGood(script, path)) {
          const place = placeIn(script, words[0]!);
          const fixes = () => [write('keep', type.known!)];
          report({ place, message: 'passing', data, severity: 'warning', profile: 'mlps3', fixes });
        } else if (name === 'semanage' && words.some(isAdding) && !labelsAnew(script)) {
          const place = placeIn(script, words[0]!);
          const fixes = () => [{ safe: false, title: 'apply', edits: appliedType(script, command, path) }];
          report({ place, message: 'unapplied', data, severity: 'warning', profile: 'mlps3', fixes });
        }
      }
    },
  },
};

/** The pair of commands that sets a type for good, instead of a chcon. */
function keptType(script: Script, command: ShellCommand, type: string, path: ShellWord): Edit[] | undefined {
  const folder = folderOf(path.resolved);
  const isPlain = path.known !== undefined && /^[\w./-]+$/.test(folder);
  if (!isPlain || command.words.at(-1) !== path) return undefined;
  const text = `semanage fcontext -a -t ${type} '${folder}(/.*)?' && restorecon -R ${folder}`;
  return replaceCommand(script, command, text);
}

const isAdding = ({ known = '' }: ShellWord): boolean => /^(?:-[am]|--add|--modify)$/.test(known);

/** Whether the script sets types on what is there, now or at the next start. */
const labelsAnew = once(({ commands }: Script) =>
  commands.some(
    ({ name, words }) => /^(?:restorecon|fixfiles)$/.test(name) || words.some(({ known }) => known === '/.autorelabel'),
  ),
);

function appliedType(script: Script, command: ShellCommand, path: ShellWord): Edit[] | undefined {
  const folder = folderOf(path.resolved);
  const { words, wrappers, redirects } = command;
  const isPlain = path.known !== undefined && /^[\w./-]+$/.test(folder) && wrappers.length + redirects.length === 0;
  return isPlain && words.at(-1) === path
    ? insertAfter(script, command, path, `&& restorecon -R ${folder}`)
    : undefined;
}

/** `/srv/uploads(/.*)?` → `/srv/uploads` */
const folderOf = (path: string): string => path.replace(/\(.*$/s, '').replace(/\/\*?$/, '');

const labelled = once(
  ({ commands }: Script) =>
    new Set(
      commands.flatMap(({ name, words }) =>
        name === 'semanage' ? words.slice(1).map((w) => folderOf(w.resolved)) : [],
      ),
    ),
);

const isLabelledForGood = (script: Script, path: ShellWord): boolean => labelled(script).has(folderOf(path.resolved));
