/** The address of the picture at a place of a line of Markdown or HTML. */

export interface PictureLink {
  /** As it is written, without quotes or angle brackets. */
  address: string;
  /** UTF-16 columns of the whole link. */
  start: number;
  end: number;
}

/**
 * `![alt](address "title")`, `src="address"`, `[name]: address` and whatever `data:` address of a
 * picture stands alone. Every part that may fail behind its start is bounded, so that a long line
 * takes linear time.
 */
const LINK = new RegExp(
  [
    String.raw`!\[[^[\]\n]{0,500}\]\(\s{0,20}(?:<([^<>\n]{1,2000})>|([^\s()]+(?:\([^\s()]{0,500}\)[^\s()]*)?))`,
    String.raw`\bsrc\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))`,
    String.raw`(data:image\/[\w.+-]{1,40}(?:;[\w=-]{1,40}){0,3};base64,[\w+/=%]+)`,
    String.raw`^\s{0,3}\[[^\]\n]{1,500}\]:\s{0,20}(?:<([^<>\n]+)>|([^\s<]\S*))`,
  ].join('|'),
  'gi',
);

/** A longer line is not looked at. */
const MAX_LINE = 4_000_000;

/** @param column UTF-16 offset of the place, the edges of the link included */
export function pictureAt(line: string, column: number): PictureLink | undefined {
  if (line.length > MAX_LINE) return undefined;
  for (const match of line.matchAll(LINK)) {
    const { 0: whole, index } = match;
    if (index > column) return undefined;
    const address = match.slice(1).find((group) => group !== undefined);
    if (address && column <= index + whole.length) return { address, start: index, end: index + whole.length };
  }
  return undefined;
}
