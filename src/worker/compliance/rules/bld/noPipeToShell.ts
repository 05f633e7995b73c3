/** MLPS-BLD-003: no program from the network runs unseen. */
import type { ShellCommand } from '../../documents/shell/shellTypes';
import { placeIn } from '../../model/value';
import { downloadedExpressions } from '../../readings/downloadedExpression';
import type { Rule } from '../rule';

const FETCH = new Set(['curl', 'wget', 'fetch', 'http']);
const INTERPRETERS = new Set([
  'sh',
  'bash',
  'dash',
  'zsh',
  'ksh',
  'ash',
  'fish',
  'python',
  'python3',
  'perl',
  'ruby',
  'node',
  'php',
  'pwsh',
]);

export const noPipeToShell: Rule = {
  id: 'MLPS-BLD-003',
  name: 'no-pipe-to-shell',
  severity: 'warning',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose', 'shell'],
  clauses: ['~8.1.4.5', '~8.1.4.7 a'],
  triggers: ['~A-32'],
  rows: [],
  peers: ['curl-pipe-bash', 'DL4006'],
  title: { en: 'Do not pipe downloads into a shell', 'zh-cn': '不得将下载内容直接交给 shell 执行' },
  why: {
    en: 'What the server sends at that moment runs at once; nobody has seen it, nothing has checked it, and a broken connection runs half of it.',
    'zh-cn': '服务器当时返回的内容会立即执行：无人查看、无从校验，连接中断时还会只执行一半。',
  },
  remedy: {
    en: 'Download to a file, compare with a known sum (`echo "SUM  file" | sha256sum -c -`), then run it.',
    'zh-cn': '先下载到文件，与已知校验和比较（`echo "SUM  file" | sha256sum -c -`），再执行。',
  },
  messages: {
    pipe: {
      en: 'A download runs unchecked in {shell}. Save it, compare its sha256 with a known value, then run it.',
      'zh-cn': '下载的内容未经校验就交给 {shell} 执行。请先保存，与已知 sha256 比较后再执行。',
    },
  },
  check: {
    script(script, { report }) {
      for (const { place, runner } of downloadedExpressions(script))
        report({ place: placeIn(script, place), message: 'pipe', data: { shell: runner }, service: script.service });
      for (const commands of new Set(script.commands.map((c) => c.pipeline))) {
        const from = commands.findIndex((c) => FETCH.has(c.name));
        const to = from < 0 ? undefined : commands.slice(from + 1).find(runsItsInput);
        if (to)
          report({
            place: placeIn(script, to.words[0]!),
            message: 'pipe',
            data: { shell: to.name },
            service: script.service,
          });
      }
      for (const [i, inner] of script.commands.entries()) {
        if (inner.within !== 'substitution' || !FETCH.has(inner.name)) continue;
        const outer = runnerOf(script.commands, i);
        if (outer)
          report({
            place: placeIn(script, outer.words[0]!),
            message: 'pipe',
            data: { shell: outer.name },
            service: script.service,
          });
      }
    },
  },
};

/** What stands in front of a substitution that is a command, or all that a command runs. */
const IS_COMMAND = /(?:^["']?|[;&|(\n]|\b(?:then|do|else|eval|exec|sudo|source)\s)\s*\\?["']?\\?(?:\$\(|`)[^$`]*$/;

/** Characters of a text in front of a substitution that are looked at: there may be many of both. */
const NEAR = 200;

/** The command around a substitution that runs what comes out of it. */
function runnerOf(commands: readonly ShellCommand[], at: number): ShellCommand | undefined {
  const inner = commands[at]!;
  for (let i = at - 1; i >= 0; i--) {
    const outer = commands[i]!;
    if (outer.end < inner.end) continue;
    if (runsWord(outer, inner)) return outer;
    if (outer.within === 'script' || (outer.within !== 'substitution' && isPlain(outer))) return undefined;
  }
  return undefined;
}

/** What `sh -c` is given is no command of its own as long as a substitution is all of it. */
const isPlain = ({ words }: ShellCommand): boolean => words[0]?.known !== undefined || words.length === 0;

/** An interpreter without a script of its own: `sh`, `bash -s -- x`, `python3 -`. */
function runsItsInput({ name, words }: ShellCommand): boolean {
  if (!INTERPRETERS.has(name)) return false;
  const rest = words.slice(1).map((w) => w.resolved);
  if (rest.some((w) => /^-[a-z]*[ce]$/.test(w) && w !== '-e')) return false;
  const script = rest.find((w) => !w.startsWith('-') || w === '-');
  return script === undefined || script === '-' || script === '/dev/stdin' || rest.includes('-s');
}

/**
 * `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`, `. <(curl …)`: the word that is the
 * program holds the download.
 */
function runsWord({ name, words }: ShellCommand, inner: ShellCommand): boolean {
  const at = words.findIndex((w, i) => i > 0 && w.start <= inner.start && inner.end <= w.end);
  if (at < 0) return false;
  if (name === 'eval' || name === 'source' || name === '.') return at === 1;
  if (!INTERPRETERS.has(name) || !words.slice(1, at).every((w) => w.resolved.startsWith('-'))) return false;
  const { raw, start } = words[at]!;
  // `sh -c 'test "$(curl …)" = ok'` only looks at it.
  if (!/^-[a-z]*c$/.test(words[at - 1]!.resolved)) return true;
  const end = inner.start - start;
  // What is cut off was not the text's begin.
  return IS_COMMAND.test(end > NEAR ? `.${raw.slice(end - NEAR, end)}` : raw.slice(0, end));
}
