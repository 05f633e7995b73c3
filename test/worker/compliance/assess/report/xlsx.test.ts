/** Workbooks, read back by another program. */
import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { reportLayouts } from '../../../../../src/worker/compliance/assess/report/assessmentInput';
import { layouts } from '../../../../../src/worker/compliance/assess/report/tables/layouts';
import type { Table } from '../../../../../src/worker/compliance/assess/report/tables/table';
import { workbook } from '../../../../../src/worker/compliance/assess/report/workbook/workbook';
import { xlsxAssessment } from '../../../../../src/worker/compliance/assess/report/xlsx';
import { finished } from '../../../../../src/worker/compliance/finished';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import { cellText } from '../../../../../src/worker/text/cellText';
import { assessTree } from '../assessTree';
import { arbitraryAssessment } from './arbitraryAssessment';

const assessment = assessTree({
  'shop/compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n',
});

/** Sheets as their name and their rows, empty cells as empty texts. */
async function read(book: Uint8Array, columns: number): Promise<[name: string, rows: string[][]][]> {
  const { sheets } = await readXlsx(book);
  return sheets.map(({ name, rows }) => [
    name,
    rows.map((row) => Array.from({ length: columns }, (_, i) => String(row[i] ?? ''))),
  ]);
}

it('has a sheet for each table, with all of its cells', async () => {
  const tables: Table[] = layouts.worksheet.tables({ assessment, rules, locale: 'zh-cn' });
  const book = finished(xlsxAssessment({ assessment, rules, locale: 'zh-cn', layout: 'worksheet' }));
  expect(await read(book, 6)).toEqual(
    tables.map(({ name, header, rows }) => [name, [header!, ...rows].map((row) => row.map(cellText))]),
  );
});

it('keeps any text, as a text', async () => {
  const anyText = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      '=1+1',
      '+1',
      '-1',
      '@a',
      '\t1',
      '＝A1',
      '_x0041_',
      '_x005F_x0041_',
      ' a ',
      '1e5',
      'TRUE',
      '2026-01-01',
      ']]>',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyText, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      async (rows) => {
        expect(await read(finished(workbook([{ name: '表', rows }])), 3)).toEqual([
          ['表', rows.map((row) => row.map(cellText))],
        ]);
      },
    ),
    { numRuns: 200, seed: 4 },
  );
});

it('is a workbook for any assessment', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryAssessment, fc.constantFrom(...reportLayouts), async (given, layout) => {
      const tables: Table[] = layouts[layout].tables({ assessment: given, rules, locale: 'zh-cn' });
      const { sheets } = await readXlsx(
        finished(xlsxAssessment({ assessment: given, rules, locale: 'zh-cn', layout })),
      );
      expect(sheets.map(({ name }) => name)).toEqual(tables.length > 0 ? tables.map(({ name }) => name) : ['—']);
    }),
    { numRuns: 30, seed: 11 },
  );
});

it('holds no formula, macro or link', () => {
  const text = Buffer.from(
    finished(workbook([{ name: 'x', header: ['=1+1'], rows: [['=HYPERLINK("http://x")']] }])),
  ).toString('latin1');
  expect(text).not.toMatch(/vba|externalLink|hyperlinks|oleObject/i);
});

it('is the same for the same tables, whatever the time', () => {
  const input = { assessment, rules, locale: 'en' } as const;
  const zone = process.env.TZ;
  const first = finished(xlsxAssessment(input));
  process.env.TZ = 'Pacific/Kiritimati';
  try {
    expect(Buffer.from(finished(xlsxAssessment(input))).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

it('has a sheet where there is no table', async () => {
  expect(await read(finished(workbook([])), 0)).toEqual([['—', []]]);
});

it('names columns beyond Z', async () => {
  const row = Array.from({ length: 60 }, (_, i) => `c${i}`);
  expect(await read(finished(workbook([{ name: 'x', rows: [row] }])), 60)).toEqual([['x', [row]]]);
});
