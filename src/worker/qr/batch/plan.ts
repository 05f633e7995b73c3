/** What a batch would make: its rows with their texts and file names, before anything is made. */
import type { BatchSource } from '../../protocol/batch';
import { payloadKind } from '../payloads';
import { parseCsv } from './csv';
import { nameFromPattern, uniqueNames } from './fileNames';
import { likeliestColumn } from './likeliestColumn';
import { csvRows, lineRows, type RowContent } from './rows';
import { tableText } from './tableText';

export interface BatchPlan {
  /** Headers of a table. */
  columns: string[];
  /** Of the columns, the one that is likely meant. */
  likeliest?: string;
  /** Of bytes, as the Encoding Standard names it. */
  encoding?: string;
  /**
   * A `name` is safe and unique, without extension; `content` throws when the row's values do not
   * fit its kind.
   */
  rows: { line: number; name: string; content(): RowContent }[];
}

/** @throws csv-open-quote, column-unknown, kind-unknown */
export function planBatch({ content, table, column, kind: wanted, namePattern = '{n}' }: BatchSource): BatchPlan {
  const read = typeof content === 'string' ? undefined : tableText(Uint8Array.from(content));
  const text = (typeof content === 'string' ? content : read!.text).replace(/^\ufeff/, '');
  const kind = wanted === undefined ? undefined : payloadKind(wanted);
  const unique = uniqueNames();
  const records = table ? parseCsv(text) : [];
  const rows = table ? csvRows(records, column, kind) : lineRows(text);
  const columns = records[0]?.fields ?? [];
  return {
    columns,
    ...(columns.length > 0 && { likeliest: columns[likeliestColumn(records)] }),
    ...(read && { encoding: read.encoding }),
    rows: rows.map((row) => ({
      line: row.line,
      name: unique(nameFromPattern(namePattern, row.value)),
      content: row.content,
    })),
  };
}
