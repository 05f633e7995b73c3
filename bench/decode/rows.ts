/**
 * The answers of a run, kept in a file of JSON lines so that a long run can be interrupted and
 * taken up again.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BenchPicture } from './corpus';
import type { BenchRow } from './score';

/** Names a picture without saying where the corpus lies. */
const keyOf = ({ corpus, group, file }: BenchPicture) => `${corpus}/${group}/${basename(file)}`;

/** @param file where the rows are kept; without it they live only as long as the run */
export function keptRows(file: string | undefined, pictures: readonly BenchPicture[]) {
  const byKey = new Map(pictures.map((picture) => [keyOf(picture), picture]));
  const rows: BenchRow[] = [];
  const known = new Set<string>();
  const remember = (row: BenchRow) => {
    known.add(`${row.engine} ${keyOf(row.picture)}`);
    rows.push(row);
  };
  for (const line of file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []) {
    const { key, ...row } = JSON.parse(line) as Omit<BenchRow, 'picture'> & { key: string };
    const picture = byKey.get(key);
    if (picture) remember({ ...row, picture });
  }
  return {
    rows,
    has: (engine: string, picture: BenchPicture) => known.has(`${engine} ${keyOf(picture)}`),
    add(row: BenchRow): void {
      remember(row);
      const { picture, ...rest } = row;
      if (file) appendFileSync(file, `${JSON.stringify({ key: keyOf(picture), ...rest })}\n`);
    },
  };
}
