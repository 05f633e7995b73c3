/** The rows of a batch: what to encode, and the values that file names may use. */
import { fault } from '../../protocol/errors';
import type { PayloadValues } from '../../protocol/payload';
import { buildPayload, type PayloadKind } from '../payloads/kind';
import { holdsSecret, isSecretColumn } from '../secret';
import type { CsvRecord } from './csv';

export interface RowContent {
  text: string;
  secret: boolean;
}

export interface BatchRow {
  /** Line of the file, from 1. */
  line: number;
  /**
   * For file names and labels: a column's value, `n` the row's number, `text` what is encoded; a
   * secret is left empty. Undefined for no such column.
   */
  value(name: string): string | undefined;
  /**
   * What is encoded, and whether it holds a secret. May throw row-empty, and the faults of the
   * payload kind.
   */
  content(): RowContent;
}

/** Every line that is not empty, as it is. */
export function lineRows(text: string): BatchRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((each, i) => ({ text: each, line: i + 1 }))
    .filter((each) => each.text !== '')
    .map((each, i) => ({
      line: each.line,
      value: (name) => (name === 'n' ? `${i + 1}` : name === 'text' ? told(each.text) : undefined),
      content: () => ({ text: each.text, secret: holdsSecret(each.text) }),
    }));
}

/** A password or a seed must not become part of a file name. */
const told = (text: string): string => (holdsSecret(text) ? '' : text);

/**
 * The rows under the header row of a CSV.
 * @param column a header's name or a number from 1; default the first. Not used with a kind, whose
 * fields are taken from the columns of their names.
 * @throws column-unknown
 */
export function csvRows([header, ...records]: CsvRecord[], column = '1', kind?: PayloadKind): BatchRow[] {
  if (!header) return [];
  const index = kind ? 0 : columnIndex(header.fields, column);
  const textOf = (fields: string[]): string => {
    if (kind) return buildPayload(kind, valuesOf(kind, header.fields, fields));
    if (!fields[index]) throw fault('row-empty', { column: header.fields[index]! });
    return fields[index];
  };
  return records.map(({ line, fields }, i) => {
    const field = (at: number) =>
      at < 0 ? undefined : isSecretColumn(header.fields[at]!) ? '' : told(fields[at] ?? '');
    return {
      line,
      value: (name) => (name === 'n' ? `${i + 1}` : field(name === 'text' ? index : header.fields.lastIndexOf(name))),
      content() {
        const text = textOf(fields);
        return { text, secret: holdsSecret(text) || (!kind && isSecretColumn(header.fields[index]!)) };
      },
    };
  });
}

function columnIndex(header: string[], column: string): number {
  const index =
    header.indexOf(column) >= 0 ? header.indexOf(column) : /^\d{1,4}$/.test(column) ? Number(column) - 1 : -1;
  if (index < 0 || index >= header.length) throw fault('column-unknown', { column, expected: header.join(', ') });
  return index;
}

/** Columns that are no field of the kind are only there for names. */
function valuesOf(kind: PayloadKind, header: string[], fields: string[]): PayloadValues {
  const at = (name: string) => header.lastIndexOf(name);
  return Object.fromEntries(kind.fields.flatMap(({ name }) => (at(name) >= 0 ? [[name, fields[at(name)] ?? '']] : [])));
}
