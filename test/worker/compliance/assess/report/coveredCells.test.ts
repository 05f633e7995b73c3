import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CellRange, coveredCells } from '../../../../../src/worker/compliance/assess/report/workbook/coveredCells';

const place = fc.record({ row: fc.nat(12), column: fc.nat(4) });

/** As the format has it, one range after the other. */
const isIn = (ranges: readonly CellRange[], row: number, column: number): boolean =>
  ranges.some(
    ({ first, last }) =>
      row >= first.row &&
      row <= last.row &&
      column >= first.column &&
      column <= last.column &&
      (row !== first.row || column !== first.column),
  );

it('knows the cells that ranges cover, also ranges over one another and turned around', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ first: place, last: place }), { maxLength: 8 }), (ranges) => {
      const isCovered = coveredCells(ranges);
      for (let row = 0; row < 14; row++)
        for (let column = 0; column < 6; column++)
          expect(isCovered(row, column), `${row},${column}`).toBe(isIn(ranges, row, column));
    }),
  );
});
