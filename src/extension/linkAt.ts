/** The link at a place of a line, without the punctuation of the sentence around it. */

const LINK = /(?:[a-z][a-z0-9+.-]{0,30}:\/\/|mailto:)[^\s"'<>`]+/gi;
const CLOSING: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * Takes sentence punctuation off the end; a closing bracket stays when the link itself opened it.
 */
function trimmed(link: string): string {
  for (let end = link.length; ; end--) {
    const last = link[end - 1] ?? '';
    const opener = CLOSING[last];
    const body = link.slice(0, end);
    const isStray = opener
      ? body.split(opener).length < body.split(last).length
      : '.,;:!?*_'.includes(last) && last !== '';
    if (!isStray) return body;
  }
}

/** @param column UTF-16 offset of the cursor, before or behind the link's edge included */
export function linkAt(line: string, column: number): string | undefined {
  for (const { 0: found, index } of line.matchAll(LINK)) {
    const link = trimmed(found);
    if (index <= column && column <= index + link.length) return link;
  }
  return undefined;
}
