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
import type { ShellCommand, ShellWord } from './shellTypes';

/** Longer ones are no way to write a file. */
const MAX_PIPELINE = 20;

/** What a build or a service writes is theirs, and nothing of the host. */
export function writtenFiles({ commands, run, service }: Script): HeldFile[] {
  const written = commands.flatMap(writtenBy);
  return run || service !== undefined ? written.map((file) => ({ ...file, inImage: true })) : written;
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
    const input = redirects.find(({ operator }) => operator.startsWith('<<'));
    if (name === 'cat' && words.length > 1 && words[1]!.known !== '-') return undefined;
    return input?.heredoc ?? (input?.operator === '<<<' && input.target ? excerptOfWord(input.target) : undefined);
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
