/** Edits of a run line: add options in the line's own style, take one out, write another value. */
import { type ContainerWriter, ISOLATED, type Setting } from '../../model/containerWriter';
import type { Edit, Place, Value } from '../../model/value';
import { once } from '../../once';
import type { ShellCommand, ShellWord } from '../shell/shellTypes';
import { rewriteText } from '../text/rewriteText';
import type { RunLine, RunOption } from './dockerRunLine';

const SAFE = /^[\w@%+=:,./-]*$/;

/** A word for a POSIX shell: as it is, or in single quotes. */
const shellQuote = (text: string): string =>
  text !== '' && SAFE.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

const logOptions = (options: readonly [string, string][]): string[] =>
  options.map(([name, value]) => `--log-opt ${shellQuote(`${name}=${value}`)}`);

/** The options that a setting means, one string each. */
function settingOptions(setting: Setting): string[] {
  switch (setting.kind) {
    case 'user':
      return [`--user ${shellQuote(setting.value)}`];
    case 'readOnly':
      return ['--read-only'];
    case 'tmpfs':
      return [`--tmpfs ${shellQuote(setting.path)}`];
    case 'capDrop':
      return [`--cap-drop ${shellQuote(setting.value)}`];
    case 'capAdd':
      return [`--cap-add ${shellQuote(setting.value)}`];
    case 'securityOpt':
      return [`--security-opt ${shellQuote(setting.value)}`];
    case 'memory':
      return [`--memory ${shellQuote(setting.value)}`];
    case 'cpus':
      return [`--cpus ${shellQuote(setting.value)}`];
    case 'pids':
      return [`--pids-limit ${shellQuote(setting.value)}`];
    case 'restart':
      return [`--restart ${shellQuote(setting.value)}`];
    case 'healthcheck':
      return [`--health-cmd ${shellQuote(setting.command.map(shellQuote).join(' '))}`];
    case 'logging':
      return [`--log-driver ${shellQuote(setting.driver)}`, ...logOptions(setting.options)];
    case 'logOptions':
      return logOptions(setting.options);
  }
}

/** `document` is the whole text the line stands in. */
export function runWriter(uri: string, document: string, command: ShellCommand, line: RunLine): ContainerWriter {
  const optionAt = ({ entry: { start, end } }: Pick<Value, 'entry'>): RunOption | undefined =>
    optionsByPlace(line).get(`${start} ${end}`);
  const replace: ContainerWriter['replace'] = (value, newText) => {
    const option = optionAt(value);
    const word = option ? option.value?.word : line.image?.start === value.entry.start ? line.image : undefined;
    if (!word || (word.indirect && !isOwnText(document, value.place))) return undefined;
    const bare = word.quoted ? (SAFE.test(newText) ? newText : undefined) : shellQuote(newText);
    const written = bare === undefined ? undefined : command.excerpt.write(bare);
    return written === undefined ? undefined : [{ ...value.place, newText: written }];
  };
  let seam: Seam | undefined;
  return {
    replace,
    rewrite({ entry }, change) {
      const { word, from } = optionAt({ entry })?.value ?? {};
      if (!word || comesFromVariable(command, word)) return undefined;
      const start = word.start + from!;
      const isJoined = document.slice(word.start, start) === word.resolved.slice(0, from);
      return isJoined ? rewriteText({ uri, text: document }, { uri, start, end: word.end }, change) : undefined;
    },
    isolate({ entry, target }, device) {
      const option = optionAt(entry);
      const [first, last] = [option?.words[0], option?.words.at(-1)];
      if (!option || !first || !last || !target?.known || option.bundled || option.words.some((w) => w.indirect))
        return undefined;
      const name = device.slice(device.lastIndexOf('/') + 1);
      const fields = `type=volume,source=${name},target=${target.known},volume-opt=type=none,"volume-opt=o=${ISOLATED}",volume-opt=device=${device}`;
      const newText = command.excerpt.write(`--mount ${shellQuote(fields)}`);
      return newText === undefined ? undefined : [{ uri, start: first.start, end: last.end, newText }];
    },
    setField(entry, field) {
      const isPlain =
        optionAt(entry)?.name === 'mount' && entry.known !== undefined && !/,(readonly|ro)\b/.test(entry.known);
      return field === 'readOnly' && isPlain ? replace(entry, `${entry.known},readonly`) : undefined;
    },
    add(settings) {
      seam ??= seamOf(document, command, line);
      const { start, gap } = seam;
      if (gap === undefined) return undefined;
      const options = settings.flatMap(settingOptions).map((option) => command.excerpt.write(option));
      if (options.includes(undefined)) return undefined;
      return [{ uri, start, end: start, newText: options.map((o) => o + gap).join('') }];
    },
    remove(value) {
      const option = optionAt(value);
      if (!option || option.bundled || option.words.some((w) => comesFromVariable(command, w))) return undefined;
      return LISTED.has(option.name) && option.value?.word.resolved.includes(',')
        ? removeListed(uri, document, value.place)
        : removeOption(uri, document, command, option);
    },
  };
}

/** Where options are added, and what is written behind each; no gap: nothing can be. */
interface Seam {
  start: number;
  gap: string | undefined;
}

function seamOf(document: string, { words }: ShellCommand, { image, verb, complete }: RunLine): Seam {
  const at = image ? words.indexOf(image) : -1;
  if (!image || !complete || (verb.indirect && words.includes(verb))) return { start: 0, gap: undefined };
  const before = words[at - 1];
  const { start } = before?.raw === '--' ? before : image;
  return { start, gap: gapOf(document, words.slice(0, at + 1)) };
}

/** Of several options out of one word the first that has a value. */
const optionsByPlace = once(({ options }: RunLine): Map<string, RunOption> => {
  const found = new Map<string, RunOption>();
  for (const option of options) {
    const key = `${option.words[0]!.start} ${option.words.at(-1)!.end}`;
    const before = found.get(key);
    if (!before || (!before.value && option.value)) found.set(key, option);
  }
  return found;
});

/** One of several words that a variable was split into, or a whole option out of one. */
const comesFromVariable = (command: ShellCommand, word: ShellWord): boolean =>
  word.indirect && command.words.some((other) => other !== word && other.start === word.start);

/** Text that stands here itself, with no variable in it. */
const isOwnText = (document: string, { start, end }: Place): boolean =>
  end > start && !document.slice(start, end).includes('$');

/**
 * What stands between two words of the line: the last gap with a line break in it, else one blank;
 * undefined when a comment is in it.
 */
function gapOf(document: string, words: readonly ShellWord[]): string | undefined {
  let gap = ' ';
  for (let i = 1; i < words.length; i++) {
    const between = document.slice(words[i - 1]!.end, words[i]!.start);
    if (!between.includes('\n')) continue;
    const lines = between.split('\n');
    gap =
      lines.length === 2 && !between.includes('#')
        ? between
        : `${lines[0]!.replace(/\\[ \t]*#.*/, '\\')}\n${lines.at(-1)}`;
  }
  return /^[ \t]*(?:[\\`^][ \t]*)?\r?\n[ \t]*$|^ $/.test(gap) ? gap : undefined;
}

/** Options whose value podman splits at commas. */
const LISTED = new Set(['cap-add', 'cap-drop']);

/** One name of `A,B` with the comma beside it; undefined when it does not stand there as it is. */
function removeListed(uri: string, document: string, { start, end }: Place): Edit[] | undefined {
  if (document.slice(start, end).includes(',')) return undefined;
  if (document[end] === ',') return [{ uri, start, end: end + 1, newText: '' }];
  return document[start - 1] === ',' ? [{ uri, start: start - 1, end, newText: '' }] : undefined;
}

/** The option and the blank before it, its own continuation line included. */
function removeOption(uri: string, document: string, command: ShellCommand, option: RunOption): Edit[] | undefined {
  const first = command.words.indexOf(option.words[0]!);
  const last = command.words.indexOf(option.words.at(-1)!);
  const before = command.words[first - 1];
  const after = command.words[last + 1];
  if (!before || !after) return undefined;
  const leading = document.slice(before.end, option.words[0]!.start);
  const trailing = document.slice(option.words.at(-1)!.end, after.start);
  if (/[^\s\\`^]/.test(leading) || /[^\s\\`^]/.test(trailing)) return undefined;
  const keepsLineBreak = leading.includes('\n') && !trailing.includes('\n');
  return keepsLineBreak
    ? [{ uri, start: option.words[0]!.start, end: after.start, newText: '' }]
    : [{ uri, start: before.end, end: option.words.at(-1)!.end, newText: '' }];
}
