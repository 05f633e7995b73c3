/** MLPS-BLD-009: files are not writable by everybody and carry no setuid bit. */
import { kindRow } from '../../../protocol/fileKinds';
import { mountsOf } from '../../documents/dockerfile/runMount';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { commandName } from '../../documents/shell/shellWrappers';
import { replaceWord } from '../../documents/shell/wordEdits';
import { placeIn } from '../../model/value';
import type { Rule } from '../rule';

export const noUnsafeFileMode: Rule = {
  id: 'MLPS-BLD-009',
  name: 'no-unsafe-file-mode',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose', 'shell'],
  wider: {
    en: 'Files of a CI job or of a stage that does not ship, and the setgid bit.',
    'zh-cn': 'CI 作业的文件、不随镜像交付的阶段中的文件，以及 setgid 位。',
  },
  clauses: ['~8.1.4.2 a', '~8.1.4.2 f'],
  highRisk: ['~6.4.2.2'],
  triggers: ['~A-20'],
  rows: ['C30'],
  peers: ['S2612', 'S6469', 'CIS 4.8', 'DI-0008'],
  title: { en: 'Give files the least permissions', 'zh-cn': '文件权限应最小' },
  why: {
    en: 'What everybody may write, an intruder may replace by his own program; a setuid file runs with the rights of its owner, whoever starts it.',
    'zh-cn': '所有人可写的文件可被入侵者替换；setuid 文件无论由谁启动都以属主的权限运行。',
  },
  remedy: {
    en: 'Use 755 or 750 for programs and directories, 644 or 640 for files, and give them to the user that needs them.',
    'zh-cn': '程序和目录用 755 或 750，文件用 644 或 640，并归需要的用户所有。',
  },
  messages: {
    world: {
      en: 'The mode {mode} lets everybody write. Use the least mode, such as {better}.',
      'zh-cn': '权限 {mode} 允许所有人写入。请使用最小权限，如 {better}。',
    },
    setuid: {
      en: "The mode {mode} sets setuid or setgid: whoever starts the file gets its owner's rights. Leave the bit out.",
      'zh-cn': '权限 {mode} 设置了 setuid 或 setgid：启动者会获得属主的权限。请去掉该位。',
    },
    secret: {
      en: 'The mode {mode} lets every user of the build read the secret. Leave it out: 0400 is the default.',
      'zh-cn': '权限 {mode} 允许构建中的所有用户读取该密钥。请去掉，默认为 0400。',
    },
    umask: {
      en: 'umask {mode} lets everybody write every new file. Use 022 or 027.',
      'zh-cn': 'umask {mode} 会让所有新文件对所有人可写。请使用 022 或 027。',
    },
    lessen: {
      en: 'Use {better} instead of {mode} (others may no longer write)',
      'zh-cn': '将 {mode} 改为 {better}（其他用户不再可写）',
    },
  },
  check: {
    script(script, { report }) {
      const pipes = new Set(script.commands.flatMap(madePipes));
      for (const command of script.commands) {
        const word = modeWord(command);
        const mode = word?.resolved.replace(/^(--mode=|-m(?=\d))/, '') ?? '';
        if (word && command.name === 'umask') {
          if (/^0{1,4}$/.test(mode)) report({ place: placeIn(script, word), message: 'umask', data: { mode } });
          continue;
        }
        const found = word && judge(mode, makesFolder(command));
        // A device of the machine that the job runs on.
        if (!word || !found || (script.kind === 'ci' && command.words.some((w) => w.resolved.startsWith('/dev/'))))
          continue;
        // What is written to a pipe is not kept in it.
        if (pipes.size > 0 && command.words.some(({ resolved }) => pipes.has(resolved))) continue;
        const written = word.resolved.slice(0, word.resolved.length - mode.length) + found.better;
        const edits = () => (written === word.resolved ? undefined : replaceWord(script, command, word, written));
        const fixes = found.message === 'world' ? () => [{ safe: false, title: 'lessen', edits: edits() }] : undefined;
        const mild = /^0?2\d{3}$|^g[+=][rwxX]*s$/.test(mode) || (script.run && !script.run.ships);
        const severity = mild ? 'info' : undefined;
        // Files of a job or a builder go with it; a directory hands its group on.
        const profile = mild || kindRow(script.kind).isPipeline ? 'mlps3' : undefined;
        report({
          place: placeIn(script, word),
          message: found.message,
          data: { mode, better: found.better },
          severity,
          profile,
          fixes,
        });
      }
    },
    dockerfile(file, { report }) {
      const shipped = new Set(file.chain.flatMap((s) => s.instructions));
      for (const outer of file.instructions) {
        const instruction = outer.trigger ?? outer;
        for (const { type, options, place } of mountsOf(instruction)) {
          const mode = type === 'secret' || type === 'ssh' ? options.get('mode') : undefined;
          if (mode && /[1-7]$/.test(mode.value))
            report({ place: { ...place, ...mode.place }, message: 'secret', data: { mode: mode.value } });
        }
        const flag = instruction.flags.find((f) => f.name === 'chmod');
        const found = flag?.value && judge(flag.value);
        if (!flag || !found) continue;
        const data = { mode: flag.value!, better: found.better };
        const start = flag.place.end - flag.value!.length;
        const fixes = () => [
          { safe: false, title: 'lessen', edits: [{ ...flag.place, start, newText: found.better }] },
        ];
        const severity = shipped.has(outer) ? undefined : 'info';
        const profile = severity && 'mlps3';
        report({
          place: flag.place,
          message: found.message,
          data,
          severity,
          profile,
          fixes: found.message === 'world' ? fixes : undefined,
        });
      }
    },
  },
};

/** The mode of `chmod`, `umask`, `install -m`, `mkdir -m`, `find -exec chmod`. */
function modeWord({ name: first, words: all }: ShellCommand): ShellWord | undefined {
  const run = first === 'find' ? all.findIndex((w) => /^-(exec|execdir|ok)$/.test(w.resolved)) + 1 : 0;
  const words = run > 0 ? all.slice(run) : all;
  const name = run > 0 ? commandName(words[0]) : first;
  if (name === 'umask') return words[1];
  if (name === 'chmod') return words.slice(1).find((w) => !/^--|^-[RvfchLHP]+$/.test(w.resolved));
  if (name !== 'install' && name !== 'mkdir') return undefined;
  const at = words.findIndex((w) => /^(-\w*m|--mode)$/.test(w.resolved));
  return at < 0 ? words.find((w) => /^(--mode=|-m\d)/.test(w.resolved)) : words[at + 1];
}

/** `mkdir`, `install -d`: nobody starts a directory. */
const makesFolder = ({ name, words }: ShellCommand): boolean =>
  name === 'mkdir' ||
  (name === 'install' && words.some((w) => /^(?:-[a-zA-Z]*d[a-zA-Z]*|--directory)$/.test(w.resolved)));

/** `mkfifo NAME…`, `mknod NAME p`. */
function madePipes({ name, words }: ShellCommand): string[] {
  if (name === 'mknod') return words.at(-1)?.known === 'p' ? words.slice(-2, -1).flatMap((w) => w.known ?? []) : [];
  return name === 'mkfifo' ? words.slice(1).flatMap(({ known }) => (known?.includes('/') ? [known] : [])) : [];
}

function judge(mode: string, isFolder = false): { message: 'world' | 'setuid'; better: string } | undefined {
  const octal = /^([0-7]?)([0-7])([0-7])([0-7])$/.exec(mode);
  if (octal) {
    const [, special, user, group, other] = octal.map(Number) as [number, number, number, number, number];
    if (special & 6 && !isFolder) return { message: 'setuid', better: `${user}${group}${other}` };
    if (!(other & 2) || special & 1) return undefined;
    return { message: 'world', better: `${special || ''}${user}${group & ~2}${other & ~2}` };
  }
  const clauses = mode.split(',');
  if (!isFolder && clauses.some((c) => /^[ugoa]*[+=][rwxX]*s/.test(c))) return { message: 'setuid', better: mode };
  if (mode.includes('t')) return undefined;
  const world = (c: string) => /^[ug]*[oa][ugoa]*[+=][rxX]*w/.test(c);
  if (!clauses.some(world)) return undefined;
  const kept = clauses.map((c) =>
    world(c) ? c.replace(/^([ug]*)[oa][ugoa]*/, (_, who: string) => (c.includes('a') ? 'u' : who || 'u')) : c,
  );
  return { message: 'world', better: kept.join(',') };
}
