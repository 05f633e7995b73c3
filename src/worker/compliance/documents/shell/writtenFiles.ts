/**
 * The files that commands write, with what they write, as far as the script itself tells:
 * here-documents, `echo`, `printf`, `tee`, and what `sed -i` puts in.
 */
import { UNKNOWN } from '../../model/value';
import type { HeldFile } from '../heldFile';
import { concatenated, type Excerpt, rewritten } from '../text/excerpt';
import { excerptOfWord } from './excerptOfWord';
import type { Script } from './script';
import { sedTexts } from './sedTexts';
import type { ShellCommand, ShellRedirect, ShellWord } from './shellTypes';

/** Longer ones are no way to write a file. */
const MAX_PIPELINE = 20;
/** Operators, brackets and remarks between two commands. */
const MAX_GAP = 1_000;

/** What a build or a service writes is theirs, and nothing of the host. */
export function writtenFiles({ commands, run, service, text }: Script): HeldFile[] {
  const written = commands.flatMap((command, i) =>
    command.name === 'crontab' ? installedTable(commands, i, text) : writtenBy(command),
  );
  return run || service !== undefined ? written.map((file) => ({ ...file, inImage: true })) : written;
}

/** `echo "…" | crontab -`, `(crontab -l; echo "…") | crontab -`, `crontab <<E`: lines of a user's table. */
function installedTable(commands: readonly ShellCommand[], at: number, text: string): HeldFile[] {
  const command = commands[at]!;
  const rest = command.words.slice(1).filter((word, i, all) => word.known !== '-u' && all[i - 1]?.known !== '-u');
  if (rest.some(({ known }) => known !== '-')) return [];
  const piped = command.before === '|' ? pipedInto(commands, at, text) : [];
  const input = command.redirects.find(({ operator }) => operator.startsWith('<<'));
  const texts = [...piped.map(outputOf), inputOf(input)].filter((content) => content !== undefined);
  return texts.map((content) => ({ names: ['crontab'], language: '', content, isPart: true }));
}

/** What stands in front of the bar: one command, or all of those in brackets. */
function pipedInto(commands: readonly ShellCommand[], at: number, text: string): ShellCommand[] {
  const found: ShellCommand[] = [];
  let depth = 0;
  for (let i = at - 1; i >= 0 && found.length < MAX_PIPELINE; i--) {
    const each = commands[i]!;
    const gap = text.slice(each.end, commands[i + 1]!.start);
    if (gap.length > MAX_GAP) break;
    depth += gap.split(/[)}]/).length - gap.split(/[({]/).length;
    if (found.length > 0 && depth <= 0) break;
    found.unshift(each);
    if (depth <= 0) break;
  }
  return found;
}

function writtenBy(command: ShellCommand): HeldFile[] {
  const { name, redirects, pipeline } = command;
  if (name === 'sed') return editedFiles(command);
  const content = outputOf(command);
  if (!content) return [];
  const isTemplate = content.text.includes(UNKNOWN);
  const write = (word: ShellWord | undefined, isAdded: boolean): HeldFile[] =>
    word?.known === undefined ? [] : [{ names: [word.known], language: '', content, isPart: isAdded || isTemplate }];
  const redirected = redirects.flatMap(({ operator, target }) =>
    /^(?:1?>>?|>\|)$/.test(operator) ? write(target, operator.endsWith('>>')) : [],
  );
  const next = pipeline.length <= MAX_PIPELINE ? pipeline[pipeline.indexOf(command) + 1] : undefined;
  const ownTee = name === 'tee' ? command : undefined;
  const tee = ownTee ?? (next?.name === 'tee' ? next : undefined);
  const options = tee?.words.slice(1).filter(({ known }) => known?.startsWith('-')) ?? [];
  const isAdded = options.some(({ known }) => /^-\w*a|^--append$/.test(known!));
  const teed = tee?.words.slice(1).flatMap((word) => (options.includes(word) ? [] : write(word, isAdded)));
  return [...redirected, ...(teed ?? [])];
}

/** What the command prints, if it only prints. */
function outputOf({ name, words, redirects }: ShellCommand): Excerpt | undefined {
  if (name === 'cat' || name === 'tee') {
    if (name === 'cat' && words.length > 1 && words[1]!.known !== '-') return undefined;
    return inputOf(redirects.find(({ operator }) => operator.startsWith('<<')));
  }
  if (name !== 'echo' && name !== 'printf') return undefined;
  const texts = words.slice(1).filter((word, i) => i > 0 || !/^-[neE]+$/.test(word.known ?? ''));
  if (name === 'echo') return texts.length > 0 ? unescaped(concatenated(texts.map(excerptOfWord), ' ')) : undefined;
  const [format, ...rest] = texts;
  if (!format) return undefined;
  // `printf '%s\n' a b`: the arguments, a line each; other formats have their arguments inside.
  const isList = /^%s(?:\\n)?$/.test(format.resolved);
  return isList
    ? concatenated(rest.map(excerptOfWord), '\n')
    : unescaped(rewritten(excerptOfWord(format), /%[-\d.]*[sdib]/g, () => UNKNOWN));
}

const inputOf = (input: ShellRedirect | undefined): Excerpt | undefined =>
  input?.heredoc ?? (input?.operator === '<<<' && input.target ? excerptOfWord(input.target) : undefined);

const unescaped = (excerpt: Excerpt): Excerpt => rewritten(excerpt, /\\[nt]/g, ([c]) => (c === '\\n' ? '\n' : '\t'));

/** `sed -i 's/a/b/' FILE`: each text that it puts in is a part of each file. */
function editedFiles({ words }: ShellCommand): HeldFile[] {
  const rest = words.slice(1);
  const isShort = (word: ShellWord) => /^-[a-zA-Z]+/.test(word.known ?? '');
  if (!rest.some((w) => (isShort(w) && /^-[nErsz]*i/.test(w.known!)) || w.known?.startsWith('--in-place'))) return [];
  const scripts: ShellWord[] = [];
  const others: ShellWord[] = [];
  for (let i = 0; i < rest.length; i++) {
    const { known } = rest[i]!;
    if (known === '-e' || known === '--expression') scripts.push(...rest.slice(++i, i + 1));
    else if (!known?.startsWith('-')) others.push(rest[i]!);
  }
  if (scripts.length === 0) scripts.push(...others.splice(0, 1));
  const contents = scripts.flatMap((word) => sedTexts(excerptOfWord(word)));
  return others.flatMap(({ known: path }) =>
    path === undefined ? [] : contents.map((content) => ({ names: [path], language: '', content, isPart: true })),
  );
}
