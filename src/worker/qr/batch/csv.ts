/**
 * Comma-separated values (RFC 4180), also with semicolons or tabs, as spreadsheets of other
 * countries write them.
 */
import { fault } from '../../protocol/errors';

export interface CsvRecord {
  /** Line of the file where the record starts, from 1. */
  line: number;
  fields: string[];
}

/**
 * All records; empty lines are left out. The separator is the one that the first line names
 * (`sep=;`) or holds most of.
 * @throws csv-open-quote when a quoted field never ends
 */
export function parseCsv(text: string): CsvRecord[] {
  // Excel's own first line, which names the separator and is no record.
  const named = /^sep=([,;\t])(?:\r\n?|\n|$)/i.exec(text);
  const separator = named?.[1] ?? separatorOf(text);
  const records: CsvRecord[] = [];
  let line = named ? 2 : 1;
  for (let at = named?.[0].length ?? 0; at < text.length; ) {
    const record: CsvRecord = { line, fields: [] };
    let more = true;
    while (more) {
      const field = text[at] === '"' ? quotedField(text, at, line) : plainField(text, at, separator);
      record.fields.push(field.value);
      line += field.lines;
      at = field.end;
      more = text[at] === separator;
      if (more) at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (record.fields.length > 1 || record.fields[0] !== '') records.push(record);
  }
  return records;
}

interface Field {
  value: string;
  end: number;
  /** Line ends inside. */
  lines: number;
}

function plainField(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: text.slice(start, end), end, lines: 0 };
}

/**
 * Two quotes inside stand for one; what follows the closing quote up to the separator is kept as it
 * is.
 */
function quotedField(text: string, start: number, line: number): Field {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw fault('csv-open-quote', { line });
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1, lines: value.split(/\r\n|\r|\n/).length - 1 };
    value += '"';
    at = quote + 2;
  }
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)![0].replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((separator) => first.split(separator).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))]!;
}
