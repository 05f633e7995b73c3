/** Tables of what was read: every cell comes back, and no text in one does anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecodedPicture, DecodedSymbol } from '../../../../src/worker/protocol/picture';
import { exportFormats, type PathPicture } from '../../../../src/worker/protocol/pictureMethods';
import { parseCsv } from '../../../../src/worker/qr/batch/csv';
import { pictureTable } from '../../../../src/worker/qr/tables';
import { cellText } from '../../../../src/worker/text/cellText';
import { UNSAFE } from '../../../../src/worker/text/visible';

const symbol = (text: string, more: Partial<DecodedSymbol> = {}): DecodedSymbol => ({
  text,
  secret: false,
  bytes: new TextEncoder().encode(text),
  format: 'QRCode',
  version: 3,
  level: 'M',
  corners: [
    [0.123, 0],
    [9, 0],
    [9, 9],
    [0, 9],
  ],
  engine: 'zxing-wasm',
  attempt: 'plain',
  ...more,
});
const picture = (path: string, symbols: DecodedSymbol[], more: Partial<DecodedPicture> = {}): PathPicture => ({
  path,
  picture: { width: 10, height: 10, ms: 1.26, symbols, ...more },
});

const hostile = [
  '=cmd|"/c calc"!A1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '\tx',
  '\u001b]52;c;aGk=\u0007',
  '\u009b31m',
  'a\u202eb',
  'a\0b',
  '"a","b"\r\n=x',
  '| a | <script>alert(1)</script> `x` [l](command:x) ![i](http://x)',
  '::error::x\n##vso[x]',
  "'=x",
  'x'.repeat(7000),
  '\ud800',
  '',
];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string());
const many = fc.array(
  fc.record({ path: text, texts: fc.array(text, { maxLength: 3 }) }).map(({ path, texts }) =>
    picture(
      path,
      texts.map((each) => symbol(each)),
    ),
  ),
  { maxLength: 4 },
);

/** Pictures that gave nothing have a row of their own. */
const rowTexts = (pictures: PathPicture[]) =>
  pictures.flatMap(({ path, picture }) =>
    picture.symbols.length === 0 ? [[path, '']] : picture.symbols.map(({ text }) => [path, text]),
  );

describe('a table of pictures', () => {
  it('gives every row back as comma-separated values, no cell of which is a formula', () => {
    fc.assert(
      fc.property(many, (pictures) => {
        const csv = pictureTable(pictures, 'csv');
        expect(csv.startsWith('\ufeffpath,code,text,kind,')).toBe(true);
        // The paths may be empty: a row never is.
        const [, ...records] = parseCsv(csv.slice(1));
        expect(records.map(({ fields }) => [fields[0], fields[2]])).toEqual(
          rowTexts(pictures).map((cells) => cells.map((cell) => cellText(cell!))),
        );
        for (const { fields } of records) {
          expect(fields).toHaveLength(10);
          for (const cell of fields) {
            expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
            expect(cell.replaceAll('\n', '')).not.toMatch(UNSAFE);
          }
        }
      }),
    );
  });

  it('gives exactly the texts and bytes back as JSON, which does nothing to a terminal', () => {
    fc.assert(
      fc.property(many, (pictures) => {
        const json = pictureTable(pictures, 'json');
        const lines = pictureTable(pictures, 'jsonl');
        const read = JSON.parse(json) as { path: string; symbols: { text: string; bytesBase64: string }[] }[];
        expect(
          lines
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line)),
        ).toEqual(read);
        expect(read.map(({ path, symbols }) => [path, symbols.map(({ text }) => text)])).toEqual(
          pictures.map(({ path, picture }) => [path, picture.symbols.map(({ text }) => text)]),
        );
        expect(read.flatMap(({ symbols }) => symbols.map(({ bytesBase64 }) => bytesBase64))).toEqual(
          pictures.flatMap(({ picture }) => picture.symbols.map(({ bytes }) => Buffer.from(bytes).toString('base64'))),
        );
        expect(json.replace(/\n/g, '')).not.toMatch(UNSAFE);
        expect(lines.replace(/\n/g, '')).not.toMatch(UNSAFE);
      }),
    );
  });

  it('is one line of Markdown for each row, with ten cells, in which nothing is markup', () => {
    fc.assert(
      fc.property(many, (pictures) => {
        const [head, rule, ...rows] = pictureTable(pictures, 'md').trimEnd().split('\n');
        expect([head!.split('|').length, rule!.split('|').length]).toEqual([12, 12]);
        expect(rows).toHaveLength(rowTexts(pictures).length);
        for (const row of rows) {
          expect(row.replace(/\\./g, '').split('|')).toHaveLength(12);
          expect(row.replace(/\\./g, '')).not.toMatch(/[<>`[\]!*]/);
          expect(row).not.toMatch(UNSAFE);
        }
      }),
    );
  });

  it('names kind, part and secret, why a picture gave nothing, and the secret of a whole set in its parts', () => {
    const part = (index: number) => ({ index, count: 2, parity: 0 });
    const table = pictureTable(
      [
        picture('a.png', [symbol('WIFI:T:WPA;S:a;P:hunter2hunter2;;', { secret: true }), symbol('https://a.example/')]),
        picture('b.png', [], { error: { code: 'file-unreadable', message: 'gone' } }),
        picture('c.png', [symbol('otpauth://totp/x?sec', { part: part(0) })]),
        picture('d.png', [symbol('ret=JBSWY3DPEHPK3PXP', { part: part(1) })]),
      ],
      'csv',
    );
    const [, ...rows] = parseCsv(table.slice(1)).map(({ fields }) => fields);
    expect(rows.map((row) => [row[0], row[1], row[3], row[7], row[8], row[9]])).toEqual([
      ['a.png', '1', 'wifi', '', 'yes', ''],
      ['a.png', '2', 'url', '', '', ''],
      ['b.png', '', '', '', '', 'gone'],
      ['c.png', '1', expect.any(String), '1/2', 'yes', ''],
      ['d.png', '1', expect.any(String), '2/2', 'yes', ''],
    ]);
  });

  it('names the sort of secret of a whole set in its parts', () => {
    const part = (index: number) => ({ index, count: 2, parity: 0 });
    const pictures = ['WIFI:T:WPA;S:a;P:hunt', 'er2hunter2;;'].map((each, index) =>
      picture(`${index}.png`, [symbol(each, { part: part(index) })]),
    );
    const told: { symbols: DecodedSymbol[] }[] = JSON.parse(pictureTable(pictures, 'json'));
    const kinds = told.flatMap(({ symbols }) => symbols.map(({ secret, secretKind }) => [secret, secretKind]));
    expect(kinds).toEqual([
      [true, 'wifi-password'],
      [true, 'wifi-password'],
    ]);
  });

  it.each(exportFormats)('writes 10,000 pictures as %s in time', (format) => {
    const pictures = Array.from({ length: 10_000 }, (_, i) => picture(`${i}.png`, [symbol(`https://a.example/${i}`)]));
    const start = performance.now();
    pictureTable(pictures, format);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
