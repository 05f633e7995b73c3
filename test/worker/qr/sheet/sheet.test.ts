import { expect, it } from 'vitest';
import { encode } from '../../../../src/worker/qr/encode';
import { resolveLook } from '../../../../src/worker/qr/render/look';
import { sheetColumns } from '../../../../src/worker/qr/sheet/columns';
import { cutLabel } from '../../../../src/worker/qr/sheet/labels';
import { sheetHtml } from '../../../../src/worker/qr/sheet/sheetHtml';
import { sheetPdf } from '../../../../src/worker/qr/sheet/sheetPdf';
import { plainPdf } from '../render/plainPdf';

const { symbol } = encode('a');
const look = resolveLook();

it('fills pages of twenty, numbered, with Latin and Chinese labels', () => {
  const labels = Array.from({ length: 41 }, (_, i) => (i === 0 ? '中 (文)' : i === 2 ? 'é1中' : `row (${i})`));
  const file = plainPdf(
    sheetPdf(
      'Sheet',
      labels.map((label) => ({ symbol, label })),
      look,
    ),
  );
  expect(file.match(/\/Type\/Page\//g)).toHaveLength(3);
  expect(file).toContain('(row \\(1\\)) Tj');
  expect(file).toContain('/F2 8 Tf <4e2d> Tj /F1 8 Tf ( \\() Tj /F2 8 Tf <6587> Tj /F1 8 Tf (\\)) Tj');
  expect(file).toContain('/F1 8 Tf (\\3511) Tj /F2 8 Tf <4e2d> Tj');
  expect(file).toContain('(Sheet \\(3/3\\)) Tj');
});

it('prints no module smaller than 0.4 mm: fewer columns for larger symbols', () => {
  const of = (version: number) => ({ symbol: encode('a', { version }).symbol, label: 'x' });
  expect([1, 20, 21, 29, 30, 40].map((version) => sheetColumns([of(1), of(version)], look))).toEqual([
    4, 4, 3, 3, 2, 2,
  ]);
  const file = plainPdf(sheetPdf('', Array(9).fill(of(40)), look));
  expect(file.match(/\/Type\/Page\//g)).toHaveLength(3);
  const scales = [...file.matchAll(/q ([\d.]+) 0 0 -/g)].map((match) => Number(match[1]) * (25.4 / 72));
  expect(Math.min(...scales)).toBeGreaterThan(0.4);
  expect(sheetHtml('', [of(40)], look)).toContain('repeat(2,1fr)');
});

it('makes a page without script or outside resource, whatever the labels hold', () => {
  const html = sheetHtml('<b>', [{ symbol, label: '"><script>x</script>' }], look);
  expect(html).not.toMatch(/<script|<b>|https?:/);
  expect(html.match(/<figure>/g)).toHaveLength(1);
});

it('cuts a title to one line', () => {
  const html = sheetHtml('题'.repeat(3000), [], look);
  expect(/<h1>(题*)\.\.\.<\/h1>/.exec(html)![1]!.length).toBeLessThan(45);
  expect(plainPdf(sheetPdf('x'.repeat(3000), [], look))).toMatch(/\(x{20,100}\.\.\. \\\(1\/1\\\)\) Tj/);
});

it.each([
  ['short', 10, 'short'],
  ['x'.repeat(30), 10, `${'x'.repeat(15)}...`],
  ['中'.repeat(30), 10, `${'中'.repeat(7)}...`],
  ['a\u202e\n b', 10, 'a b'],
])('%j within %i', (label, width, cut) => {
  expect(cutLabel(label, width)).toBe(cut);
});

it('an empty batch is one empty page', () => {
  expect(plainPdf(sheetPdf('', [], look)).match(/\/Type\/Page\//g)).toHaveLength(1);
});
