/** A new entry in one of a configuration's lists; nothing else of the text changes. */
import type { Position, Profile, TextEdit } from '../../protocol/finding';
import { applyEdits } from '../applyEdits';
import { lineBreakOf, lineEndAt } from '../documents/text/lines';
import { parseYaml } from '../documents/yaml/yaml';
import { pairOf, type YamlMap, type YamlPair } from '../documents/yaml/yamlTree';
import type { EntryList } from './entryReader';
import { MAX_CONFIG_CHARACTERS } from './readConfig';

interface Entry {
  list: EntryList;
  /** Its lines, without indentation; the first begins with the dash. */
  lines: readonly string[];
  /** What a configuration that is still to be made says first. */
  profile: Profile;
}

/**
 * @param text the configuration; undefined for one still to be made
 * @returns undefined where the list cannot be added to: broken YAML, a list in flow style, a text
 * that would be too long
 */
export function entryEdit(text: string | undefined, { list, lines, profile }: Entry): TextEdit | undefined {
  const written = (indent: string, eol: string) => lines.map((line) => indent + line + eol).join('');
  if (text === undefined)
    return insertion({ line: 0, character: 0 }, `profile: ${profile}\n${list}:\n${written('  ', '\n')}`);
  const root = rootOf(text);
  if (!root) return undefined;
  const eol = lineBreakOf(text);
  const edit = ((): TextEdit | undefined => {
    const pair = root === 'empty' ? undefined : pairOf(root, list);
    const margin = root === 'empty' ? '' : marginOf(text, root.pairs[0]!.keyPlace.start);
    if (!pair) return atLine(text, text.length, eol, `${margin}${list}:${eol}${written(`${margin}  `, eol)}`);
    if (isBare(text, pair)) return atLine(text, pair.keyPlace.end, eol, written(`${margin}  `, eol));
    const { value } = pair;
    const last = value.kind === 'list' && !value.flow ? value.items.at(-1) : undefined;
    if (!last) return undefined;
    const dash = /^([ \t]*)-/.exec(text.slice(text.lastIndexOf('\n', value.place.start - 1) + 1));
    return dash ? atLine(text, contentEnd(text, last.place.end), eol, written(dash[1]!, eol)) : undefined;
  })();
  return edit && addsAlone(text, edit, root, list) ? edit : undefined;
}

/** Undefined: what stands there is no configuration. */
function rootOf(text: string): YamlMap | 'empty' | undefined {
  if (text.length > MAX_CONFIG_CHARACTERS) return undefined;
  const { root, problems } = parseYaml('', text);
  if (problems.length > 0) return undefined;
  if (!root || (root.kind === 'scalar' && root.isNull)) return 'empty';
  return root.kind === 'map' && !root.flow ? (root.pairs.length > 0 ? root : undefined) : undefined;
}

/** A key with nothing behind it but a comment. */
const isBare = (text: string, { keyPlace, value }: YamlPair): boolean =>
  value.kind === 'scalar' && value.isNull && /^["']?[ \t]*:[ \t]*(?:#|$)/.test(restOf(text, keyPlace.end));

const restOf = (text: string, at: number): string => text.slice(at, lineEndAt(text, at));

/** The blank space that a key begins its line with. */
const marginOf = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1, at))![0];

/** Whether everything that was there is read as before, and the list has one entry more. */
function addsAlone(text: string, edit: TextEdit, before: YamlMap | 'empty', list: EntryList): boolean {
  const edited = applyEdits(text, [edit]);
  const after = rootOf(edited);
  if (!after || after === 'empty') return false;
  const others = (root: YamlMap, of: string) =>
    root.pairs.flatMap(({ key, place, value }) =>
      key === list ? [] : [of.slice(place.start, place.end).trimEnd(), value.kind === 'scalar' ? value.text : ''],
    );
  const count = (root: YamlMap | 'empty') => {
    const value = root === 'empty' ? undefined : pairOf(root, list)?.value;
    return value?.kind === 'list' ? value.items.length : 0;
  };
  const were = before === 'empty' ? [] : others(before, text);
  const are = others(after, edited);
  return were.length === are.length && were.every((pair, i) => pair === are[i]) && count(after) === count(before) + 1;
}

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
