/** The rows of a batch: what to encode, and the values that file names may use. */
import { fault } from '../../protocol/errors';
import type { PayloadValues } from '../../protocol/payload';
import { buildPayload, type PayloadKind } from '../payloads/kind';
import { parseCsv } from './csv';

export interface BatchRow {
  /** Line of the file, from 1. */
  line: number;
  /** By column name; `n` is the row's number, `text` what is encoded. */
  values: Record<string, string>;
  /** May throw the faults of the payload kind. */
  text(): string;
}

/** Every line that is not empty, as it is. */
export function lineRows(text: string): BatchRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((each, i) => ({ text: each, line: i + 1 }))
    .filter((each) => each.text !== '')
    .map((each, i) => ({ line: each.line, values: { n: `${i + 1}`, text: each.text }, text: () => each.text }));
}

/**
 * The rows under the header row of a CSV.
 * @param column a header's name or a number from 1; default the first. Not used with a kind, whose fields are taken from the columns of their names.
 * @throws csv-open-quote, column-unknown
 */
export function csvRows(text: string, column = '1', kind?: PayloadKind): BatchRow[] {
  const [header, ...records] = parseCsv(text);
  if (!header) return [];
  const index = kind ? 0 : columnIndex(header.fields, column);
  return records.map(({ line, fields }, i) => {
    const values = Object.fromEntries(header.fields.map((name, at) => [name, fields[at] ?? '']));
    const value = fields[index] ?? '';
    return {
      line,
      values: { ...values, n: `${i + 1}`, text: value },
      text: () => (kind ? buildPayload(kind, known(kind, values)) : value),
    };
  });
}

function columnIndex(header: string[], column: string): number {
  const index = header.indexOf(column) >= 0 ? header.indexOf(column) : /^\d{1,4}$/.test(column) ? Number(column) - 1 : -1;
  if (index < 0 || index >= header.length) throw fault('column-unknown', { column, expected: header.join(', ') });
  return index;
}

/** Columns that are no field of the kind are only there for names. */
const known = (kind: PayloadKind, values: Record<string, string>): PayloadValues =>
  Object.fromEntries(kind.fields.flatMap(({ name }) => (Object.hasOwn(values, name) ? [[name, values[name]!]] : [])));
