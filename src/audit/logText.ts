/** The operation log as people read it: one line an entry, the newest last. */
import { visible } from '../worker/text/visible';
import type { Entry } from './entry';
import { detailText } from './export/detailText';
import { localTime } from './localTime';
import { readEntries } from './readEntries';

/** The last entries, and how many there are in all. @param alive called now and then */
export function logText(
  folder: string,
  limit: number,
  alive?: () => void,
): { text: string; shown: number; entries: number } {
  const ring: string[] = [];
  let entries = 0;
  for (const read of readEntries(folder, alive)) {
    if (read) ring[entries++ % limit] = textOf(read.entry);
  }
  const start = entries > limit ? entries % limit : 0;
  const lines = [...ring.slice(start), ...ring.slice(0, start)];
  return { text: lines.map((line) => `${line}\n`).join(''), shown: lines.length, entries };
}

function textOf(entry: Entry): string {
  const { seq, op, target = '', result, ms, content, detail, user, host, source, via, app } = entry;
  const cells = [
    String(seq).padStart(6),
    localTime(entry),
    op.padEnd(13),
    result.padEnd(9),
    target,
    ms === undefined ? '' : `${ms} ms`,
    content ? `${content.bytes} B ${content.sha256?.slice(0, 12) ?? ''}`.trim() : '',
    detailText(detail),
    `${user}@${host}`,
    `${source} (${via}, ${app})`,
  ];
  return cells
    .filter((cell) => cell !== '')
    .map(visible)
    .join('  ');
}
