/** Where a block of Lua inside of nginx's configuration ends. */

/** What Lua takes as one: comments, texts in either quotes, long brackets; else a brace. */
const TOKEN = /--\[(=*)\[|--[^\n]*|\[(=*)\[|"(?:[^"\\\n]|\\[\s\S]){0,2000}"|'(?:[^'\\\n]|\\[\s\S]){0,2000}'|[{}]/g;

/**
 * Offset of the brace that closes the block, which is where reading goes on; the end of the text
 * where there is none.
 *
 * @param from behind the opening brace
 */
export function luaEnd(text: string, from: number): number {
  let depth = 1;
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    const level = match[1] ?? match[2];
    if (level !== undefined) {
      const end = text.indexOf(`]${level}]`, TOKEN.lastIndex);
      if (end < 0) return text.length;
      TOKEN.lastIndex = end + level.length + 2;
    } else if (token === '{') depth++;
    else if (token === '}' && --depth === 0) return match.index;
  }
  return text.length;
}
