/** The order of a folder's rows while more of them come. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { orderRows, rowOrder, withRows } from '../../media/panel/rowOrder';
import type { FolderRow, RowChoice } from '../../src/extension/panel/contract';

const row = (picture: number, symbol: number, text = ''): FolderRow => ({
  picture,
  symbol,
  path: `${picture % 3}/${picture}.png`,
  text,
  secret: false,
  kind: text.slice(0, 1),
  result: 'code',
});

const rows = fc
  .uniqueArray(fc.tuple(fc.nat(40), fc.nat(2), fc.string({ maxLength: 3 })), { selector: ([a, b]) => a * 3 + b })
  .map((all) => all.map((each) => row(...each)));
const choice: fc.Arbitrary<RowChoice> = fc.record({
  filter: fc.constantFrom('', ' ', '1', 'A'),
  sort: fc.constantFrom(null, 'text', 'kind', 'path'),
  descending: fc.boolean(),
});

it('puts rows that come later where they would stand had all come at once, and says from where on', () => {
  fc.assert(
    fc.property(rows, fc.nat(120), choice, (all, cut, chosen) => {
      const order = rowOrder(chosen, 'en');
      const shown = orderRows(all.slice(0, cut), order);
      const { rows: next, from } = withRows(shown, all.slice(cut), order);
      expect(next).toEqual(orderRows(all, order));
      const changed = next.findIndex((each, i) => each !== shown[i]);
      expect(from).toBe(changed === -1 ? shown.length : changed);
    }),
  );
});

it('compares as much as the rows need that come, not the rows that are there', () => {
  const { isShown, compare } = rowOrder({ filter: '', sort: 'text', descending: false }, 'en');
  const all = Array.from({ length: 10_010 }, (_, i) => row(i, 0, `text ${(i * 7919) % 10_007}`));
  const order = { isShown: vi.fn(isShown), compare: vi.fn(compare) };
  const shown = orderRows(all.slice(0, 10_000), { isShown, compare });
  withRows(shown, all.slice(10_000), order);
  expect(order.isShown).toHaveBeenCalledTimes(10);
  // Ten rows among themselves, and each into 10,000 by halves.
  expect(order.compare.mock.calls.length).toBeLessThan(40 + 10 * 15);
});
