/**
 * Splits the words of a `docker|podman|nerdctl [container] run|create` command into options, image
 * and command (fact T19).
 */
import { UNKNOWN } from '../../model/value';
import type { ShellCommand, ShellWord } from '../shell/shellTypes';
import { ALIASES, ENGINES, FLAGS, GLOBAL_VALUED, SHORT, VALUED } from './dockerRunOptions';

/** Part of a word: `resolved.slice(from)`. */
export interface WordTail {
  word: ShellWord;
  from: number;
}

export interface RunOption {
  /** Long name without dashes. */
  name: string;
  /** Undefined for a flag without `=`. */
  value: WordTail | undefined;
  /** All words of the option, one or two. */
  words: ShellWord[];
  /**
   * Other letters stand in the same word (`-dit`, `-dp 80:80`): the option cannot be taken out
   * alone.
   */
  bundled: boolean;
}

export interface RunLine {
  engine: string;
  /** The word `run` or `create`. */
  verb: ShellWord;
  options: RunOption[];
  image: ShellWord | undefined;
  command: ShellWord[];
  /** False when options may stand in a variable, or one is not known. */
  complete: boolean;
}

/** `[OPTIONS]`, `IMAGE[:TAG]`, `<image>`: how a manual writes what may stand there. */
const SYNOPSIS = /^\[[A-Za-z-]|^IMAGE\b|^<[a-z][\w -]*>?$/;

/** Undefined when the command runs no container. */
export function readRunLine({ name: engine, words }: ShellCommand): RunLine | undefined {
  if (!ENGINES.has(engine)) return undefined;
  let at = skipGlobals(words, 1);
  if (words[at]?.known === 'container') at++;
  const verb = words[at];
  if (verb?.known !== 'run' && verb?.known !== 'create') return undefined;
  const line: RunLine = { engine, verb, options: [], image: undefined, command: [], complete: true };
  const image = readOptions(words, at + 1, line);
  if (words.slice(at + 1).some((w) => SYNOPSIS.test(w.raw))) return undefined;
  line.image = words[image];
  line.command = words.slice(image + 1);
  return line;
}

/** Behind the options of the engine itself, which stand before its command. */
export function skipGlobals(words: readonly ShellWord[], from: number): number {
  let at = from;
  while (words[at]?.resolved.startsWith('-')) at += GLOBAL_VALUED.has(words[at]!.resolved) ? 2 : 1;
  return at;
}

/** Fills the line's options; answers the index of the image. */
function readOptions(words: readonly ShellWord[], from: number, line: RunLine): number {
  let at = from;
  while (at < words.length) {
    const word = words[at]!;
    if (word.resolved === '--') return at + 1;
    if (mayBeOptions(word, () => words.slice(at + 1))) {
      line.complete = false;
      at++;
    } else if (!word.resolved.startsWith('-') || word.resolved === '-') return at;
    else
      at += word.resolved.startsWith('--')
        ? readLong(word, words[at + 1], line)
        : readBundle(word, words[at + 1], line);
  }
  return at;
}

/** What follows an image, and is none. */
const IS_COMMAND = /^(?:(?:ba|da|a|z)?sh|python3?|make|env|\.{0,2}\/.*)$/;

/**
 * `"${ARGS[@]}"`, `$OPTS`; a lone variable is the image when its name says so or nothing that could
 * be one follows.
 */
function mayBeOptions(word: ShellWord, rest: () => readonly ShellWord[]): boolean {
  if (!word.open || word.resolved.replaceAll(UNKNOWN, '') !== '') return false;
  if (/ima?ge?|tag|repo/i.test(word.raw) || IS_COMMAND.test(rest()[0]?.known ?? '')) return false;
  return rest().some((w) => !w.resolved.startsWith('-'));
}

/** The number of words it took. */
function readLong(word: ShellWord, next: ShellWord | undefined, line: RunLine): number {
  const equals = word.resolved.indexOf('=');
  const written = word.resolved.slice(2, equals < 0 ? undefined : equals);
  const name = ALIASES.get(written) ?? written;
  const known = FLAGS.has(name) || VALUED.has(name);
  if (!known) line.complete = false;
  if (equals >= 0) {
    line.options.push({ name, value: { word, from: equals + 1 }, words: [word], bundled: false });
    return 1;
  }
  const takesNext = known
    ? VALUED.has(name)
    : next !== undefined && !next.resolved.startsWith('-') && next.resolved !== UNKNOWN;
  const value = takesNext && next ? { word: next, from: 0 } : undefined;
  line.options.push({ name, value, words: value ? [word, next!] : [word], bundled: false });
  return value ? 2 : 1;
}

function readBundle(word: ShellWord, next: ShellWord | undefined, line: RunLine): number {
  const letters = word.resolved;
  for (let i = 1; i < letters.length; i++) {
    const name = SHORT.get(letters[i]!);
    if (!name) {
      line.complete = false;
      return 1;
    }
    const bundled = letters.length > 2 && (i > 1 || FLAGS.has(name));
    if (FLAGS.has(name)) {
      const equals = letters[i + 1] === '=';
      line.options.push({ name, value: equals ? { word, from: i + 2 } : undefined, words: [word], bundled });
      if (equals) return 1;
      continue;
    }
    const rest = letters[i + 1] === '=' ? i + 2 : i + 1;
    if (rest < letters.length || rest === i + 2) {
      line.options.push({ name, value: { word, from: rest }, words: [word], bundled });
      return 1;
    }
    line.options.push({ name, value: next && { word: next, from: 0 }, words: next ? [word, next] : [word], bundled });
    return next ? 2 : 1;
  }
  return 1;
}
