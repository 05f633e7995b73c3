/** MLPS-UPL-008: the job that clears uploads deletes old files, and nothing else. */
import { withoutEnd } from '../../../text/withoutEnd';
import type { CronEntry } from '../../documents/crontab';
import { placeOfWords, type Script } from '../../documents/shell/script';
import type { ShellCommand, ShellWord } from '../../documents/shell/shellTypes';
import { insertAfter, removeWord } from '../../documents/shell/wordEdits';
import { lastAtOrBefore } from '../../lastAtOrBefore';
import { isUploads } from '../../model/uploads';
import { placeIn, UNKNOWN } from '../../model/value';
import { once } from '../../once';
import { bindsByTarget } from '../../readings/bindsByTarget';
import type { Report, Rule } from '../rule';

/** Numbers of days that people mean as such: one less would be right. */
const COUNTED = new Set([7, 10, 14, 15, 20, 30, 60, 90, 100, 180, 365]);
const AGE = /^-(?:[acm](?:time|min)|newer\w*)$/;
/** `"$UPLOAD_DIR"` */
const UPLOADS_VARIABLE = /^"?\$\{?\w*UPLOADS?_?\w*\}?/i;
const GOES = /^(?:cd|pushd|chdir|Set-Location)$/;
/** The folder itself, or all in it. */
const FOLDER = /uploads?(?:\/|\/\*)?$/i;
const TESTS = /^-(?:type|i?name|i?path|i?regex|[acm](?:time|min)|newer\w*|size|empty|user|perm)$/;

export const uploadCleanupSafe: Rule = {
  id: 'MLPS-UPL-008',
  name: 'upload-cleanup-safe',
  severity: 'error',
  profile: 'recommended',
  kinds: ['shell'],
  wider: {
    en: '`-mtime +7`, which starts at eight days, as information.',
    'zh-cn': '从第八天起生效的 `-mtime +7`，作为信息。',
  },
  clauses: ['~8.1.4.10 b'],
  rows: ['C53', 'C91'],
  peers: [],
  title: { en: 'Clear uploads without deleting anything else', 'zh-cn': '清理上传目录时不得误删其他内容' },
  why: {
    en: 'A cleaning job runs as root and unseen: an order that is wrong, a path that is empty or not there, or a file name with a blank deletes what nobody meant, or nothing for years. Data that is no longer needed is to be cleared.',
    'zh-cn':
      '清理任务以 root 身份在后台运行：顺序错误、路径为空或不存在、文件名含空格，都可能误删其他内容，或多年未删任何内容。不再需要的数据应予清除。',
  },
  remedy: {
    en: 'Write `find /srv/uploads -xdev -type f -mtime +6 -delete` with the path of the host. `-mtime +7` starts at eight whole days; "older than seven days" is `+6`. To clear inside a container: `docker exec NAME find …`.',
    'zh-cn':
      '请写作 `find /srv/uploads -xdev -type f -mtime +6 -delete`，并使用主机上的路径。`-mtime +7` 从满八天起生效；“超过七天”应写 `+6`。需在容器内清理时：`docker exec NAME find …`。',
  },
  messages: {
    order: {
      en: 'find deletes before it tests: everything below {path} goes. Put -delete last.',
      'zh-cn': 'find 在判断条件之前就执行删除：{path} 下的所有内容都会被删除。请将 -delete 放在最后。',
    },
    type: {
      en: 'Folders are deleted, too. Add -type f.',
      'zh-cn': '目录也会被删除。请添加 -type f。',
    },
    age: {
      en: 'Files of any age are deleted, also those just uploaded. Add -mtime +6.',
      'zh-cn': '不论新旧一律删除，包括刚上传的文件。请添加 -mtime +6。',
    },
    path: {
      en: 'The path may be empty or another one, and then something else is deleted. Write it out, or stop where it is not set: ${VAR:?}.',
      'zh-cn': '路径可能为空或并非预期，从而误删其他内容。请写明路径，或在未设置时中止：${VAR:?}。',
    },
    names: {
      en: 'A file name with a blank or a line break is taken for several. Use -print0 with xargs -0, or -delete.',
      'zh-cn': '含空格或换行的文件名会被当作多个名称。请使用 -print0 和 xargs -0，或 -delete。',
    },
    links: {
      en: 'With {option} find follows links out of the folder, and deletes there. Leave it out.',
      'zh-cn': '使用 {option} 时 find 会沿链接离开该目录并在别处删除。请去掉。',
    },
    days: {
      en: '-mtime +{days} deletes from {from} whole days on. For "older than {days} days" write +{less}.',
      'zh-cn': '-mtime +{days} 从满 {from} 天起删除。若要“超过 {days} 天”，请写 +{less}。',
    },
    inside: {
      en: '{path} is a path in a container; on this host it is {source}. Clear that one, or use docker exec.',
      'zh-cn': '{path} 是容器内的路径，在主机上对应 {source}。请清理后者，或使用 docker exec。',
    },
    user: {
      en: 'In this table a user stands before the command: cron takes {word} for one, and the job never runs. Write root or the owner of the files.',
      'zh-cn': '此表中命令前须写用户：cron 会将 {word} 当作用户，任务永远不会运行。请写 root 或文件的所有者。',
    },
    mounted: { en: 'Mounted here.', 'zh-cn': '在此挂载。' },
    last: { en: 'Put -delete last', 'zh-cn': '将 -delete 放到最后' },
    percent: {
      en: 'At a bare % cron ends the command and gives it the rest as input. Write \\%.',
      'zh-cn': 'cron 遇到未转义的 % 即结束命令，其后内容作为输入。请写作 \\%。',
    },
    all: {
      en: 'Uploads of any age are deleted, also those just made. Use find {path} with -mtime +6.',
      'zh-cn': '会删除任意时间的上传文件，包括刚上传的。请改用 find {path} 并加 -mtime +6。',
    },
    escape: { en: 'Write \\%', 'zh-cn': '写作 \\%' },
    find: { en: 'Delete files that are older than six whole days', 'zh-cn': '只删除六整天以前的文件' },
    asRoot: { en: 'Run it as root', 'zh-cn': '以 root 身份运行' },
    files: { en: 'Add -type f', 'zh-cn': '添加 -type f' },
  },
  check: {
    script(script, { report }) {
      for (const command of cleanups(script)) {
        judge(script, command, report);
        judgeUser(script, command, report);
        judgePercent(script, command, report);
      }
      judgeRemovals(script, report);
    },
    deployment(deployment, { report }) {
      const scripts = deployment.own('script');
      const jobs = scripts.flatMap((script) => cleanups(script).map((command) => ({ script, command })));
      if (jobs.length === 0) return;
      const mounts = bindsByTarget(deployment.all('container', /upload/i));
      for (const { script, command } of jobs) {
        const word = startOf(command);
        const path = word?.known && withoutEnd(word.known, '/');
        const mount = path === undefined ? undefined : mounts.get(path);
        const source = mount?.source?.known && withoutEnd(mount.source.known, '/');
        if (!word || path === undefined || !mount || !source || source === path) continue;
        const related = [{ place: mount.entry.place, message: 'mounted' }];
        report({ place: placeIn(script, word), message: 'inside', data: { path, source }, related });
      }
    },
  },
};

/** The `find` commands on the host that delete in an upload folder. */
const cleanups = (script: Script): ShellCommand[] =>
  script.run || script.service
    ? []
    : script.commands.filter(
        (command) =>
          command.name === 'find' && isOfUploads(startOf(command)) && (deletes(command) || deletesBehind(command)),
      );

const isOfUploads = (start: ShellWord | undefined): boolean =>
  start !== undefined && (isUploads(start.resolved.replaceAll(UNKNOWN, '')) || UPLOADS_VARIABLE.test(start.raw));

const deletes = ({ words }: ShellCommand): boolean =>
  words.some(
    ({ known = '' }, i) =>
      known === '-delete' || (/^-exec(?:dir)?$/.test(known) && /(?:^|\/)rm$/.test(words[i + 1]?.known ?? '')),
  );

const startOf = ({ words }: ShellCommand): ShellWord | undefined =>
  words.slice(1).find(({ known }) => !/^-[HLP]+$/.test(known ?? ''));

/** `| xargs rm` */
function deletesBehind({ pipeline }: ShellCommand): ShellCommand | undefined {
  if (pipeline.length > 10) return undefined;
  return pipeline.find(({ name, wrappers }) => name === 'rm' && wrappers.some(({ known }) => known === 'xargs'));
}

/** Where the entries' commands start: ascending. */
const startsIn = once((script: Script): number[] => script.schedule?.map(({ start }) => start) ?? []);

function entryOf(script: Script, { start, end }: ShellWord): CronEntry | undefined {
  const entry = script.schedule?.[lastAtOrBefore(startsIn(script), start)];
  return entry && entry.start <= start && end <= entry.end ? entry : undefined;
}

function judgePercent(script: Script, command: ShellCommand, report: (report: Report) => void): void {
  const ends = entryOf(script, command.words[0]!)?.ends ?? [];
  const edits = ends.map((place) => ({ ...place, newText: '\\%' }));
  if (ends.length > 0)
    report({ place: ends[0]!, message: 'percent', fixes: () => [{ safe: false, title: 'escape', edits }] });
}

/** `rm -rf /srv/uploads/*` day by day takes what has just been uploaded, too. */
function judgeRemovals(script: Script, report: (report: Report) => void): void {
  if (!script.schedule) return;
  for (const command of script.commands) {
    const { name, words, wrappers } = command;
    const rest = name === 'rm' ? words.slice(1).filter(({ raw }) => !raw.startsWith('-')) : [];
    const word = rest.find(({ resolved }) => FOLDER.test(resolved) && isUploads(resolved));
    if (!word || !entryOf(script, word)) continue;
    const path = withoutEnd(word.resolved, '/*');
    const isPlain = rest.length === 1 && wrappers.length === 0 && /^[\w/.-]+$/.test(path);
    const all = { ...placeOfWords(script, words), newText: `find ${path} -xdev -type f -mtime +6 -delete` };
    const edits = isPlain ? [all] : undefined;
    const fixes = () => [{ safe: false, title: 'find', edits }];
    report({ place: placeIn(script, word), message: 'all', data: { path }, fixes });
  }
}

/** Where a job starts is not where people test it; a command that goes somewhere first knows. */
function isAstray(script: Script, { known }: ShellWord): boolean {
  return known !== undefined && !/^[/~-]/.test(known) && !startsAnywhere(script);
}

/** Its commands start in a folder that it names, or in none that could be told. */
const startsAnywhere = once(({ kind, text, commands }: Script): boolean => {
  if (kind === 'systemd') return /^[ \t]*WorkingDirectory[ \t]*=/m.test(text);
  return (kind !== 'crontab' && kind !== 'shell') || commands.some(({ name }) => GOES.test(name));
});

function judgeUser(script: Script, command: ShellCommand, report: (report: Report) => void): void {
  const entry = entryOf(script, command.words[0]!);
  if (!entry?.lacksUser) return;
  const { uri, text } = script;
  const word = /^\S+/.exec(text.slice(entry.start, entry.end))?.[0] ?? '';
  const place = { uri, start: entry.start, end: entry.start + word.length };
  const edits = [{ uri, start: entry.start, end: entry.start, newText: 'root ' }];
  report({ place, message: 'user', data: { word }, fixes: () => [{ safe: false, title: 'asRoot', edits }] });
}

function judge(script: Script, command: ShellCommand, report: (report: Report) => void): void {
  const { words } = command;
  const start = startOf(command)!;
  const has = (pattern: RegExp) => words.some(({ known }) => pattern.test(known ?? ''));
  const at = (word: ShellWord) => placeIn(script, word);
  const deleting = words.findIndex(({ known }) => known === '-delete');
  const firstTest = words.findIndex(({ known }) => TESTS.test(known ?? ''));
  const isFirst = deleting >= 0 && firstTest > deleting;
  if (isFirst) {
    const word = words[deleting]!;
    const edits = () => {
      const moved = [removeWord(script, command, word), insertAfter(script, command, words.at(-1)!, '-delete')];
      return moved.some((edit) => edit === undefined) ? undefined : moved.flatMap((edit) => edit!);
    };
    report({
      place: at(word),
      message: 'order',
      data: { path: start.resolved },
      fixes: () => [{ safe: false, title: 'last', edits: edits() }],
    });
  } else {
    if (!has(/^-type$/)) {
      const fixes = () => [{ safe: false, title: 'files', edits: insertAfter(script, command, start, '-type f') }];
      report({ place: at(start), message: 'type', fixes });
    }
    if (!has(AGE)) report({ place: at(start), message: 'age' });
  }
  const follows = words.find(({ known }) => known === '-L' || known === '-follow');
  if (follows) report({ place: at(follows), message: 'links', data: { option: follows.known! } });
  if (start.resolved.startsWith(UNKNOWN) && !/:\?/.test(start.raw)) report({ place: at(start), message: 'path' });
  if (isAstray(script, start)) {
    const profile = script.kind === 'shell' ? 'mlps3' : undefined;
    report({ place: at(start), message: 'path', profile });
  }
  const behind = deletesBehind(command);
  if (behind && !behind.wrappers.some(({ known }) => /^(?:-\w*0|--null)/.test(known ?? '')))
    report({ place: placeIn(script, behind.wrappers[0]!), message: 'names' });
  const age = words.findIndex(({ known }) => known === '-mtime');
  const days = Number(/^\+(\d{1,5})$/.exec(words[age + 1]?.known ?? '')?.[1]);
  if (age >= 0 && COUNTED.has(days)) {
    const data = { days, from: days + 1, less: days - 1 };
    report({ place: at(words[age + 1]!), message: 'days', data, severity: 'info', profile: 'mlps3' });
  }
}
