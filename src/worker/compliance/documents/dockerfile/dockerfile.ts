/**
 * Reads a Dockerfile into instructions with exact places; linear in the text's length and never
 * throws (fact T5).
 */
import type { Place } from '../../model/value';
import { type DockerWord, jsonForm, unquote, wordsOf } from './dockerWords';
import { heredocWord, unindent } from './heredoc';
import { dropFront, type MappedText, placeIn } from './mappedText';

export interface DockerFlag {
  name: string;
  value: string | undefined;
  place: Place;
}

export interface Heredoc {
  name: string;
  /** Where it is announced; one of the instruction's words. */
  word: DockerWord;
  /** Quoted delimiter: no variables are filled in. */
  quoted: boolean;
  /** `<<-`: tabs in front of lines do not count. */
  chomp: boolean;
  /** Without the delimiter line. */
  body: Place;
}

export interface DockerInstruction {
  /** Upper case. */
  keyword: string;
  keywordPlace: Place;
  /** From the keyword to the last character of the last line, heredocs included. */
  place: Place;
  /** Everything behind the keyword, flags included. */
  args: MappedText;
  flags: DockerFlag[];
  /** Words behind the flags, split at blanks outside quotes, quotes kept. */
  words: DockerWord[];
  /** The strings of the exec form. */
  json: DockerWord[] | undefined;
  heredocs: Heredoc[];
  /** What ONBUILD triggers. */
  trigger: DockerInstruction | undefined;
}

export interface DockerText {
  uri: string;
  text: string;
  /** Offset of the text in the file. */
  base: number;
  escape: '\\' | '`';
  /**
   * How far a block of YAML around the text is indented: here-documents end there, not in the first
   * column.
   */
  indent: number;
  instructions: DockerInstruction[];
  problems: { place: Place; problem: 'unknown-instruction' | 'open-heredoc'; word: string }[];
}

const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);
/**
 * What a template language fills in or decides: `<% if %>`, `{{ image }}`, `{% for %}`,
 * `@VERSION@`, `%%IMAGE%%`.
 */
export const TEMPLATE = /\{\{|\{%|<%|@[A-Z]\w*@|%%\w+%%/;
const HEREDOC_KEYWORDS = new Set(['RUN', 'COPY', 'ADD']);
const FLAG_KEYWORDS = new Set(['ADD', 'COPY', 'FROM', 'HEALTHCHECK', 'RUN']);

/**
 * `base` shifts every place: the text may be a part of another file (compose `dockerfile_inline`),
 * there indented.
 */
export function parseDockerfile(uri: string, text: string, base = 0, indent = 0): DockerText {
  const out: DockerText = { uri, text, base, escape: '\\', indent, instructions: [], problems: [] };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let directives = true;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const first = skipBlanks(text, at, end);
    if (first === end || text[first] === '#') {
      const directive = directives
        ? /^#\s*([A-Za-z]+)\s*=\s*(\S+)/.exec(text.slice(first, Math.min(end, first + 200)))
        : null;
      if (!directive) directives = false;
      else if (directive[1]!.toLowerCase() === 'escape' && directive[2] === '`') out.escape = '`';
      at = nextLine(text, end);
      continue;
    }
    directives = false;
    at = readInstruction(out, first, base);
  }
  return out;
}

function readInstruction(out: DockerText, start: number, base: number): number {
  const { text } = out;
  const parts: MappedText['parts'] = [];
  const pieces: string[] = [];
  let length = 0;
  let at = start;
  let end = start;
  for (let line = 0; ; line++) {
    const lineStop = endOfLine(text, at);
    const first = skipBlanks(text, at, lineStop);
    const skipped = line > 0 && (first === lineStop || text[first] === '#');
    let continues = true;
    if (!skipped) {
      let stop = lineStop;
      while (stop > at && isBlank(text.charCodeAt(stop - 1))) stop--;
      continues = text[stop - 1] === out.escape;
      const piece = text.slice(at, continues ? stop - 1 : lineStop);
      parts.push({ from: length, at: at + base });
      pieces.push(piece);
      length += piece.length;
      end = lineStop;
    }
    at = nextLine(text, lineStop);
    if (!continues || at >= text.length) break;
  }
  const mapped: MappedText = { text: pieces.join(''), parts };
  const instruction = interpret(out, mapped, { uri: out.uri, start: start + base, end: end + base });
  if (!instruction) return at;
  const owner = instruction.trigger ?? instruction;
  if (HEREDOC_KEYWORDS.has(owner.keyword)) at = readHeredocs(out, owner, at, base);
  const last = owner.heredocs.at(-1);
  if (last) instruction.place.end = owner.place.end = Math.max(end + base, trimBreak(text, at) + base);
  out.instructions.push(instruction);
  return at;
}

/** `triggered`: behind an ONBUILD, where BuildKit refuses another one. */
function interpret(
  out: DockerText,
  mapped: MappedText,
  place: Place,
  triggered = false,
): DockerInstruction | undefined {
  const match = /^\s*([A-Za-z]+)(?=\s|$)/.exec(mapped.text);
  const keyword = (match?.[1] ?? '').toUpperCase();
  if (!match || !KEYWORDS.has(keyword)) {
    const word = /^\s*(\S{0,40})/.exec(mapped.text)![1]!;
    const wordPlace = placeIn(mapped, place.uri, mapped.text.indexOf(word), mapped.text.indexOf(word) + word.length);
    if (!TEMPLATE.test(word)) out.problems.push({ place: wordPlace, problem: 'unknown-instruction', word });
    return undefined;
  }
  const keywordPlace = placeIn(mapped, place.uri, match[0].length - keyword.length, match[0].length);
  const args = dropFront(mapped, match[0].length);
  const words = wordsOf(args, place.uri, out.escape);
  const flags: DockerFlag[] = [];
  while (FLAG_KEYWORDS.has(keyword) && words[0]?.text.startsWith('--')) {
    const word = words.shift()!;
    const equals = word.text.indexOf('=');
    const value = equals < 0 ? undefined : unquote(word.text.slice(equals + 1));
    flags.push({ name: word.text.slice(2, equals < 0 ? undefined : equals), value, place: word.place });
  }
  const trigger = keyword === 'ONBUILD' && !triggered ? interpret(out, args, { ...place }, true) : undefined;
  const instruction = {
    keyword,
    keywordPlace,
    place,
    args,
    flags,
    words,
    json: jsonForm(args, words, place.uri),
    heredocs: [],
    trigger,
  };
  return instruction;
}

function readHeredocs(out: DockerText, instruction: DockerInstruction, from: number, base: number): number {
  const { text } = out;
  let at = from;
  for (const word of instruction.json ? [] : instruction.words) {
    const heredoc = heredocWord(word.text);
    if (!heredoc) continue;
    const { name, quoted, chomp } = heredoc;
    const start = at;
    let closed = false;
    let end = at;
    while (!closed && at < text.length) {
      const stop = endOfLine(text, at);
      const line = unindent(text.slice(at, Math.min(stop, at + name.length + out.indent + 64)), out.indent);
      closed = (chomp ? line.replace(/^\t+/, '') : line) === name;
      end = closed ? at : text.length;
      at = nextLine(text, stop);
    }
    instruction.heredocs.push({
      name,
      word,
      quoted,
      chomp,
      body: { uri: out.uri, start: start + base, end: end + base },
    });
    if (closed) continue;
    out.problems.push({ place: instruction.keywordPlace, problem: 'open-heredoc', word: name });
    return text.length;
  }
  return at;
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13;

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

const nextLine = (text: string, end: number): number => (text[end] === '\r' ? end + 2 : end + 1);

const trimBreak = (text: string, at: number): number => {
  let end = Math.min(at, text.length);
  if (text[end - 1] === '\n') end--;
  if (text[end - 1] === '\r') end--;
  return end;
};
