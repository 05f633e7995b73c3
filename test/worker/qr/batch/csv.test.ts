import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../../src/worker/qr/batch/csv';

const fields = (text: string) => parseCsv(text).map((record) => record.fields);

describe('parseCsv', () => {
  it('reads quotes, doubled quotes, separators and line ends inside them, and every line end', () => {
    expect(fields('a,b\r\n"c,1","d ""x"""\n"e\r\nf",\rg')).toEqual([
      ['a', 'b'],
      ['c,1', 'd "x"'],
      ['e\r\nf', ''],
      ['g'],
    ]);
  });

  it('takes semicolons and tabs where the first line has them', () => {
    expect(fields('a;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(fields('a\tb\n"x\ty"\t2')).toEqual([
      ['a', 'b'],
      ['x\ty', '2'],
    ]);
  });

  it("takes Excel's own line for what it is", () => {
    expect(parseCsv('sep=;\r\na,b;c\r\n1;2')).toEqual([
      { line: 2, fields: ['a,b', 'c'] },
      { line: 3, fields: ['1', '2'] },
    ]);
    expect(fields('sep=x\n1')).toEqual([['sep=x'], ['1']]);
  });

  it('tells the line of each record, and leaves out empty ones', () => {
    expect(parseCsv('a\n\n"b\nc"\nd\n').map((record) => record.line)).toEqual([1, 3, 5]);
    expect(fields('')).toEqual([]);
  });

  it('refuses a quote that never ends', () => {
    expect(() => parseCsv('a\n"b\n')).toThrow('csv-open-quote');
  });

  it('reads whatever was written by the book', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ';', '中', ' ') });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const written = [['h', 'h', 'h'], ...table]
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(fields(written).slice(1)).toEqual(table);
      }),
    );
  });

  it('never throws anything but its fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\t', ';') }), (text) => {
        try {
          parseCsv(text);
        } catch (error) {
          expect((error as { code: string }).code).toBe('csv-open-quote');
        }
      }),
    );
  });
});
