import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BatchSource } from '../../../../src/worker/protocol/batch';
import { planBatch } from '../../../../src/worker/qr/batch/plan';

const plan = (source: Partial<BatchSource>) =>
  planBatch({ content: '', table: true, namePattern: '{n}-{text}', ...source });
const made = ({ rows }: ReturnType<typeof plan>) =>
  rows.map(({ line, name, content }) => {
    try {
      return [line, name, content().text];
    } catch (error) {
      const { field, column } = (error as { data: { field?: string; column?: string } }).data;
      return [line, name, field ?? column];
    }
  });

it('plans lines, rows of a column and rows of a kind', () => {
  expect(made(plan({ content: 'a\n\nb/c', table: false }))).toEqual([
    [1, '1-a', 'a'],
    [3, '2-b_c', 'b/c'],
  ]);
  const table = plan({ content: '\ufeffname,url\nA,https://a.example/\nB,', column: 'url', namePattern: '{name}' });
  expect(table.columns).toEqual(['name', 'url']);
  expect(made(table)).toEqual([
    [2, 'A', 'https://a.example/'],
    [3, 'B', 'url'],
  ]);
  expect(
    made(plan({ content: 'ssid,password\nGuest,long enough\nBad,x', kind: 'wifi', namePattern: '{ssid}' })),
  ).toEqual([
    [2, 'Guest', 'WIFI:T:WPA;S:Guest;P:long enough;;'],
    [3, 'Bad', 'password'],
  ]);
});

it('finds the encoding of bytes out', () => {
  const content = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xd6, 0xd0, 0xce, 0xc4]);
  expect(plan({ content })).toMatchObject({ columns: ['名称'], encoding: 'gb18030' });
  expect(made(plan({ content }))).toEqual([[2, '1-中文', '中文']]);
});

it('gives every row another name', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 8 }), { maxLength: 30 }),
      fc.string({ maxLength: 12 }),
      (lines, namePattern) => {
        const names = plan({ content: lines.join('\n'), table: false, namePattern }).rows.map(({ name }) =>
          name.toLowerCase(),
        );
        expect(new Set(names).size).toBe(names.length);
      },
    ),
  );
});
