/**
 * Reads a configuration of logrotate (logrotate.conf(5), 3.21) into directives with places; linear
 * and never throws.
 */
import type { Place } from '../../model/value';
import { linesIn } from '../text/lines';

export interface LogrotateDirective {
  /** In small letters. */
  name: string;
  place: Place;
  /** The rest of the line without quotes and comment; empty where nothing stands there. */
  value: string;
  valuePlace: Place;
}

export interface LogrotateBlock {
  /** The patterns in front of the brace, as written. */
  paths: string;
  directives: LogrotateDirective[];
  /** The commands between `postrotate` and `endscript` and their like. */
  scripts: string;
}

export interface LogrotateConfig {
  /** Outside of blocks; each holds for the blocks behind it. */
  globals: LogrotateDirective[];
  blocks: (LogrotateBlock & { globals: number })[];
}

const SCRIPT = /^(?:(?:pre|post)rotate|firstaction|lastaction|preremove)$/;
const DIRECTIVE = /^[ \t]*([a-z]+)(?:[ \t]*=[ \t]*|[ \t]+|(?=\r?$))["']?([^"'#}\n]*)/i;
const HEADER = /^[ \t]*(?:["'/~*?[]|[^#\n]*\{[ \t\r]*$)/;

/** A block begins where its brace opens, maybe lines behind the first path. */
export function parseLogrotate(uri: string, text: string): LogrotateConfig {
  const globals: LogrotateDirective[] = [];
  const blocks: LogrotateConfig['blocks'] = [];
  let block: LogrotateConfig['blocks'][number] | undefined;
  let paths: string[] = [];
  let isInScript = false;
  const take = (line: string, at: number) => {
    const found = DIRECTIVE.exec(line);
    if (!found) return;
    const name = found[1]!.toLowerCase();
    if (block && SCRIPT.test(name)) {
      isInScript = true;
      return;
    }
    const value = found[2]!.trimEnd();
    const start = at + found[0].length - found[2]!.length;
    const from = at + found[0].search(/\S/);
    (block?.directives ?? globals).push({
      name,
      place: { uri, start: from, end: value === '' ? from + name.length : start + value.length },
      value,
      valuePlace: { uri, start, end: start + value.length },
    });
  };
  for (const { text: line, at } of linesIn(text)) {
    const first = line.trimStart();
    if (isInScript) {
      isInScript = !/^endscript\b/.test(first);
      if (isInScript && block) block.scripts += `${line}\n`;
    } else if (first.startsWith('#') || first === '') {
      // Nothing is said.
    } else if (block) {
      if (!first.startsWith('}')) take(line, at);
      if (/^\}|\}[ \t]*$/.test(first)) block = undefined;
    } else if (first.startsWith('{') || HEADER.test(line)) {
      // A script that writes the file has variables in its paths.
      const brace = line.search(/(?<!\$)\{/);
      paths.push(brace < 0 ? line : line.slice(0, brace));
      if (brace >= 0) {
        block = { paths: paths.join(' ').trim(), directives: [], scripts: '', globals: globals.length };
        blocks.push(block);
        paths = [];
        const rest = line.slice(brace + 1);
        if (rest.trim() !== '') take(rest, at + brace + 1);
        if (rest.includes('}')) block = undefined;
      }
    } else take(line, at);
  }
  return { globals, blocks };
}
