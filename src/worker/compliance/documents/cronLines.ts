/** Lines of a crontab that stand among commands, as pages show them. */
import { type Excerpt, excerptOf, type Piece } from './text/excerpt';

const FIELD = String.raw`[\d*][\d*/,-]*`;
const NAMED = String.raw`(?:[\d*][\w*/,-]*|[a-zA-Z]{3}(?:[-,][a-zA-Z]{3})*)`;
const LINE = new RegExp(
  String.raw`^[ \t]*(?:@(?:reboot|hourly|daily|weekly|monthly|yearly|annually|midnight)|(?:${FIELD}[ \t]+){3}${NAMED}[ \t]+${NAMED})[ \t]+[^\s\d*]`,
);

/** The commands without those lines, and those lines, each still at its place. */
export function withoutCronLines(excerpt: Excerpt): { commands: Excerpt; crontab: Excerpt | undefined } {
  const commands: Piece[] = [];
  const table: Piece[] = [];
  let at = 0;
  for (const line of excerpt.text.split(/(?<=\n)/)) {
    const isEntry = LINE.test(line.slice(0, 2000));
    (isEntry ? table : commands).push({ text: line, start: at, end: at + line.length });
    at += line.length;
  }
  if (table.length === 0) return { commands: excerpt, crontab: undefined };
  const part = (pieces: Piece[]): Excerpt => {
    const { text, place } = excerptOf(pieces);
    const inside: Excerpt['place'] = (from, to) => {
      const { start, end } = place(from, to);
      return excerpt.place(start, end);
    };
    return { text, place: inside, write: excerpt.write };
  };
  return { commands: part(commands), crontab: part(table) };
}
