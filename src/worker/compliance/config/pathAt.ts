/**
 * Where in a configuration a position lies, by indentation alone: also in a file that is only half
 * written.
 */

export interface ConfigPath {
  /** Keys from the root to the position; `-` stands for a list's item. */
  path: string[];
  /**
   * The position is in or behind a key's value, or in a list's plain item; else where a key is
   * written.
   */
  inValue: boolean;
  /** The word at the position, and where it stands in the line. */
  word: string;
  start: number;
  end: number;
  /** A list's dash must be written first when an item is begun here. */
  dashed: boolean;
  /** Keys that stand beside this place already. */
  siblings: string[];
}

const PAIR = /^(?:"([^"]*)"|'([^']*)'|([^\s:#"'][^:#]*?))[ \t]*:(?=[ \t]|$)[ \t]*/;
const WORD = /[\w.-]/;

interface Level {
  column: number;
  /** Undefined: a list's dash. */
  key: string | undefined;
}

/** The dashes and the key that a line opens with; `rest` is where its value begins. */
function opening(line: string): { levels: Level[]; rest: number } {
  const levels: Level[] = [];
  let at = line.search(/\S|$/);
  for (let dash = /^-(?:[ \t]+|$)/.exec(line.slice(at)); dash; dash = /^-(?:[ \t]+|$)/.exec(line.slice(at))) {
    levels.push({ column: at, key: undefined });
    at += dash[0].length;
  }
  const pair = PAIR.exec(line.slice(at));
  if (pair) levels.push({ column: at, key: pair[1] ?? pair[2] ?? pair[3]!.trim() });
  return { levels, rest: pair ? at + pair[0].length : at };
}

const isBlank = (line: string): boolean => /^\s*(?:#|$)/.test(line);

/** `character` in UTF-16 units; null within a comment. */
export function configPathAt(text: string, line: number, character: number): ConfigPath | null {
  const lines = text.split(/\r\n|\n|\r/);
  const current = lines[line] ?? '';
  const comment = /(?:^|\s)#/.exec(current);
  if (comment && comment.index < character) return null;
  const { levels, rest } = opening(current);
  const column = isBlank(current) ? character : (levels[0]?.column ?? current.search(/\S/));
  const above = parents(lines, line, column, levels[0]?.key === undefined && levels.length > 0);
  const own = levels.at(-1)?.key === undefined ? undefined : levels.at(-1);
  const inValue = own ? character >= rest : false;
  const flow = flowPath(current.slice(rest, character));
  let [start, end] = [character, character];
  while (start > 0 && WORD.test(current[start - 1]!)) start--;
  while (end < current.length && WORD.test(current[end]!)) end++;
  // What stands before a value's own first character is no part of it.
  if (inValue && start < rest) start = rest;
  const before = levels.slice(0, own ? -1 : undefined).map(() => '-');
  const path = [...above.path, ...before, ...(own && inValue ? [own.key!, ...flow.path] : [])];
  const siblings = inValue
    ? flow.keys
    : siblingsOf(lines, line, own?.column ?? (levels.length > 0 ? rest : column), levels.length - (own ? 1 : 0) > 0);
  return {
    path,
    inValue: inValue && !flow.inKey,
    word: current.slice(start, end),
    start,
    end,
    dashed: before.length > 0,
    siblings,
  };
}

/**
 * What the lines above open around a line that begins at `column`; a dash may stand as far left as
 * the key of its list.
 */
function parents(lines: readonly string[], line: number, column: number, isItem: boolean): { path: string[] } {
  const path: string[] = [];
  let limit = column;
  let item = isItem;
  for (let at = line - 1; at >= 0 && limit >= 0; at--) {
    const text = lines[at]!;
    if (isBlank(text)) continue;
    const { levels } = opening(text);
    for (const level of levels.toReversed()) {
      const opens = level.column < limit || (item && level.key !== undefined && level.column === limit);
      if (!opens) continue;
      path.unshift(level.key ?? '-');
      limit = level.column;
      item = level.key === undefined;
    }
    if (limit === 0 && !item) break;
  }
  return { path };
}

/** The path within a flow collection that a value opens on its line. */
function flowPath(text: string): { path: string[]; inKey: boolean; keys: string[] } {
  const stack: { list: boolean; key: string | undefined; keys: string[] }[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const top = stack.at(-1);
    if (c === '"' || c === "'") {
      const close = text.indexOf(c, i + 1);
      i = close < 0 ? text.length : close;
    } else if (c === '{' || c === '[') stack.push({ list: c === '[', key: undefined, keys: [] });
    else if (c === '}' || c === ']') stack.pop();
    else if (c === ',' && top) top.key = undefined;
    else if (c === ':' && top && !top.list && /[ \t]/.test(text[i + 1] ?? ' ')) {
      top.key = text
        .slice(from, i)
        .trim()
        .replace(/^["']|["']$/g, '');
      top.keys.push(top.key);
    }
    if ('{[,:'.includes(c)) from = i + 1;
  }
  const path = stack.flatMap(({ list, key }) => (list ? ['-'] : key === undefined ? [] : [key]));
  const top = stack.at(-1);
  return { path, inKey: top !== undefined && !top.list && top.key === undefined, keys: top?.keys ?? [] };
}

/** Keys of the same map above and below, without the line's own. */
function siblingsOf(lines: readonly string[], line: number, column: number, startsItem: boolean): string[] {
  const out: string[] = [];
  const look = (at: number): 'stop' | 'on' => {
    const text = lines[at]!;
    if (isBlank(text)) return 'on';
    const { levels } = opening(text);
    const key = levels.find((level) => level.key !== undefined);
    if (key?.column === column) out.push(key.key!);
    return (levels[0]?.column ?? text.search(/\S/)) < column ? 'stop' : 'on';
  };
  if (!startsItem) for (let at = line - 1; at >= 0 && look(at) === 'on'; at--);
  for (let at = line + 1; at < lines.length; at++) {
    const text = lines[at]!;
    if (!isBlank(text) && text.search(/\S/) < column) break;
    look(at);
  }
  return out;
}
