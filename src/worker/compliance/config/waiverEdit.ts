/** A new waiver in the configuration, for one finding; its reason is left for a person to write. */
import type { Finding, Position, Profile, TextEdit } from '../../protocol/finding';
import { lineBreakOf } from '../documents/text/lines';
import { parseYaml } from '../documents/yaml/yaml';
import { child } from '../documents/yaml/yamlTree';
import { halfYearAfter } from './halfYearAfter';

interface Waived {
  finding: Pick<Finding, 'rule' | 'service'>;
  /** The file's path from the configuration's folder, with forward slashes. */
  path: string;
  /** ISO date. */
  today: string;
}

/** Characters that mean something in a pattern, or would break a quoted YAML string. */
const SPECIAL = /[*?{}"\\\p{Cc}]/u;

/**
 * @param text the configuration; undefined for one still to be made, which keeps the `profile` that
 * reported the finding
 * @returns undefined where no list of waivers can be added to: broken YAML, waivers in flow style,
 * a file name that is a pattern
 */
export function waiverEdit(text: string | undefined, waived: Waived, profile: Profile): TextEdit | undefined {
  if (SPECIAL.test(waived.path)) return undefined;
  if (text === undefined)
    return insertion({ line: 0, character: 0 }, `profile: ${profile}\nwaivers:\n${item('  ', waived, '\n')}`);
  const eol = lineBreakOf(text);
  const { root, problems } = parseYaml('', text);
  const isEmpty = !root || (root.kind === 'scalar' && root.isNull);
  if (problems.length || (!isEmpty && (root.kind !== 'map' || root.flow))) return undefined;
  const waivers = child(root, 'waivers');
  if (!waivers) return atLine(text, text.length, eol, `waivers:${eol}${item('  ', waived, eol)}`);
  const last = waivers.kind === 'list' && !waivers.flow ? waivers.items.at(-1) : undefined;
  if (!last) return undefined;
  const dash = /^([ \t]*)-/.exec(text.slice(text.lastIndexOf('\n', waivers.place.start - 1) + 1));
  return dash ? atLine(text, contentEnd(text, last.place.end), eol, item(dash[1]!, waived, eol)) : undefined;
}

const item = (indent: string, { finding: { rule, service }, path, today }: Waived, eol: string): string =>
  [
    `- rule: ${rule}`,
    `  files: ["/${path}"]`,
    ...(service ? [`  service: ${JSON.stringify(service)}`] : []),
    `  until: ${halfYearAfter(today)}`,
    '  reason: ',
  ]
    .map((line) => indent + line + eol)
    .join('');

/** Before the blank space that a node's place may end with. */
const contentEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;

/** At the beginning of the line behind `offset`. */
function atLine(text: string, offset: number, eol: string, newText: string): TextEdit {
  const next = text.indexOf('\n', offset);
  const before = next < 0 ? text : text.slice(0, next + 1);
  const lines = before.split(/\r\n|\n|\r/);
  const isOpen = before !== '' && !/[\r\n]$/.test(before);
  return insertion({ line: lines.length - 1, character: lines.at(-1)!.length }, isOpen ? eol + newText : newText);
}

const insertion = (at: Position, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });
