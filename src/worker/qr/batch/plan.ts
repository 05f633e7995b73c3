/** What a batch would make: its rows with their texts and file names, before anything is made. */
import type { BatchSource } from '../../protocol/batch';
import { payloadKind } from '../payloads';
import { parseCsv } from './csv';
import { nameFromPattern, uniqueNames } from './fileNames';
import { csvRows, lineRows } from './rows';
import { tableText } from './tableText';

export interface BatchPlan {
  /** Headers of a table. */
  columns: string[];
  /** Of bytes, as the Encoding Standard names it. */
  encoding?: string;
  /** `text` throws when the row's values do not fit its kind. */
  rows: { line: number; name: string; text(): string }[];
}

/** @throws csv-open-quote, column-unknown, kind-unknown */
export function planBatch({ content, table, column, kind: wanted, namePattern = '{n}' }: BatchSource): BatchPlan {
  const read = typeof content === 'string' ? undefined : tableText(Uint8Array.from(content));
  const text = (typeof content === 'string' ? content : read!.text).replace(/^\ufeff/, '');
  const kind = wanted === undefined ? undefined : payloadKind(wanted);
  const unique = uniqueNames();
  const rows = table ? csvRows(text, column, kind) : lineRows(text);
  return {
    columns: table ? (parseCsv(text)[0]?.fields ?? []) : [],
    ...(read && { encoding: read.encoding }),
    rows: rows.map((row) => ({ line: row.line, name: unique(nameFromPattern(namePattern, row.values)), text: row.text })),
  };
}
