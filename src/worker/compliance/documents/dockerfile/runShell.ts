/**
 * The commands of RUN instructions: shell form, exec form and heredocs, in the shell that SHELL
 * names (facts T5 and T6).
 */
import type { Lookup } from '../../model/interpolate';
import type { Script } from '../shell/script';
import { parseShell } from '../shell/shell';
import { asPosix, type ShellDialect } from '../shell/shellDialect';
import { type Excerpt, excerptOf, type Piece } from '../text/excerpt';
import type { DockerInstruction } from './dockerfile';
import type { DockerWord } from './dockerWords';
import { unindent } from './heredoc';
import { type MappedText, sourceOffset } from './mappedText';
import { scopeOf } from './scopes';
import type { Dockerfile, Stage } from './stages';

/** One script per RUN, in file order. */
export function runScripts(file: Dockerfile): Script[] {
  const shipping = new Set(file.chain);
  const platformDialect = file.escape === '`' ? 'cmd' : 'posix';
  const dialects = new Map<Stage, ShellDialect | undefined>();
  return file.stages.flatMap((stage) => {
    // The SHELL of the stage it builds on, which stands before it; else the platform's own.
    let dialect = stage.base ? dialects.get(stage.base) : platformDialect;
    const scripts = stage.instructions.flatMap((outer, i): Script[] => {
      const instruction = outer.trigger ?? outer;
      if (outer.keyword === 'SHELL') dialect = dialectOfShell(outer.json);
      if (instruction.keyword !== 'RUN') return [];
      const lookup = lookupAt(file, stage, outer);
      const commands = excerptsOf(file, instruction, dialect).flatMap((excerpt) => parseShell(excerpt, lookup));
      const run = { file, instruction, ships: shipping.has(stage), next: stage.instructions[i + 1] };
      return [{ uri: file.uri, kind: 'dockerfile', text: file.text, commands, pipeline: undefined, run }];
    });
    dialects.set(stage, dialect);
    return scripts;
  });
}

/** Undefined: a shell that is none of those we read. */
function dialectOfShell(words: readonly DockerWord[] | undefined): ShellDialect | undefined {
  const name = words?.[0]?.text
    .replace(/^.*[\\/]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
  if (name === 'cmd' || name === 'powershell' || name === 'pwsh') return name === 'cmd' ? 'cmd' : 'powershell';
  return name !== undefined && /^(ba|da|a|z|k|mk)?sh$/.test(name) ? 'posix' : undefined;
}

function lookupAt(file: Dockerfile, stage: Stage, until: DockerInstruction): Lookup | undefined {
  if (!until.args.text.includes('$')) return undefined;
  const scope = scopeOf(file, stage, until);
  return (name) => (name === 'PATH' || name === 'HOME' ? undefined : scope(name));
}

function excerptsOf(file: Dockerfile, instruction: DockerInstruction, dialect: ShellDialect | undefined): Excerpt[] {
  const first = instruction.words[0];
  if (!first) return [];
  if (instruction.json) return [execExcerpt(file, instruction.json)];
  if (dialect === undefined) return [];
  const bodies = heredocPieces(file, instruction);
  // A heredoc alone is the script, by its first line perhaps of another language; every other text
  // goes to the shell as it is written.
  if (instruction.heredocs.length === 1 && instruction.words.length === 1) {
    const body = excerptOf(bodies.slice(0, -1));
    return /^#!(?!.*sh\b)/.test(body.text.trimStart()) ? [] : [asPosix(body, dialect)];
  }
  const line = linePieces(instruction);
  if (bodies.length === 0) return [asPosix(excerptOf(line), dialect)];
  const at = instruction.heredocs[0]!.body.start;
  const whole = excerptOf([...line, { text: '\n', start: at, end: at }, ...bodies]);
  return [dialect === 'posix' ? whole : asPosix(whole, dialect)];
}

/** The shell form of an instruction without here-documents, as POSIX shells read it. */
export const shellExcerpts = (file: Dockerfile, instruction: DockerInstruction): Excerpt[] =>
  file.escape === '`' || instruction.words.length === 0 ? [] : [excerptOf(linePieces(instruction))];

const linePieces = ({ args, words }: DockerInstruction): Piece[] =>
  piecesFrom(args, frontLength(args, words[0]!.place.start));

/** The lines of the bodies and their delimiters, without the indent of the text around. */
function heredocPieces(file: Dockerfile, { heredocs, place }: DockerInstruction): Piece[] {
  const start = heredocs[0]?.body.start;
  if (start === undefined) return [];
  let at = start;
  return file.text
    .slice(start - file.base, place.end - file.base)
    .split(/(?<=\n)/)
    .map((line): Piece => {
      const text = unindent(line, file.indent);
      const end = at + line.length;
      at = end;
      return { text, start: end - text.length, end };
    });
}

/** The words as a shell would have them written; new text cannot be put among them. */
export function execExcerpt(file: Dockerfile, words: readonly DockerWord[]): Excerpt {
  const pieces = words.flatMap(({ text, place: { start, end } }, i): Piece[] => {
    const blank = i === 0 ? [] : [{ text: ' ', start, end: start }];
    const plain = !text.includes("'") && file.text.slice(start - file.base + 1, end - file.base - 1) === text;
    if (!plain) return [...blank, { text: `'${text.replaceAll("'", `'\\''`)}'`, start, end }];
    const inner = { text, start: start + 1, end: end - 1 };
    if (/^[\w@%+=:,./-]+$/.test(text)) return [...blank, inner];
    return [...blank, { text: "'", start, end: start + 1 }, inner, { text: "'", start: end - 1, end }];
  });
  return excerptOf(pieces, () => undefined);
}

/** How many characters of the joined text stand before an offset of the file. */
function frontLength({ parts, text }: MappedText, offset: number): number {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!;
    if (part.at <= offset) return Math.min(part.from + offset - part.at, text.length);
  }
  return 0;
}

function piecesFrom(mapped: MappedText, from: number): Piece[] {
  const { parts, text } = mapped;
  return parts.flatMap((part, i): Piece[] => {
    const end = parts[i + 1]?.from ?? text.length;
    const start = Math.max(part.from, from);
    if (start >= end) return [];
    const at = sourceOffset(mapped, start);
    return [{ text: text.slice(start, end), start: at, end: at + end - start }];
  });
}
