/** The cells of a sheet, as far as a form is read and filled in. */
import { cellPlace } from './columnName';
import { type CellRange, coveredCells } from './coveredCells';
import { childrenOf, type Element } from './parseXml';

export interface Cell {
  column: number;
  /** As it is shown; of a formula its last value. */
  text: string;
  isFormula: boolean;
  /** Index of its style. */
  style?: string;
  /** UTF-16 offsets in the sheet. */
  start: number;
  end: number;
}

export interface SheetRow {
  /** From 0. */
  row: number;
  /** Style of the cells that are not there. */
  style?: string;
  cells: Cell[];
}

export interface Sheet {
  rows: SheetRow[];
  /** Of the names of elements: `x:` or empty. */
  prefix: string;
  /** Whether a cell is covered by another one, which it is merged with. */
  isCovered(row: number, column: number): boolean;
}

/** @param strings texts that cells name by their index */
export function readSheet(root: Element, strings: readonly string[]): Sheet {
  const data = childrenOf(root, 'sheetData')[0];
  const ranges = childrenOf(root, 'mergeCells').flatMap((merged) =>
    childrenOf(merged, 'mergeCell').flatMap(({ attributes: { ref = '' } }): CellRange[] => {
      const [first, last] = ref.split(':').map(cellPlace);
      return first && last ? [{ first, last }] : [];
    }),
  );
  const rows: SheetRow[] = [];
  let next = 0;
  for (const element of data ? childrenOf(data, 'row') : []) {
    const { r, s, customFormat } = element.attributes;
    const row = r === undefined ? next : Number(r) - 1;
    next = row + 1;
    rows.push({ row, ...(s !== undefined && customFormat && { style: s }), cells: cellsOf(element, strings) });
  }
  return {
    rows,
    prefix: data?.prefix ?? '',
    isCovered: coveredCells(ranges),
  };
}

function cellsOf(row: Element, strings: readonly string[]): Cell[] {
  let next = 0;
  return childrenOf(row, 'c').map((cell) => {
    const { r = '', s, t } = cell.attributes;
    const column = cellPlace(r)?.column ?? next;
    next = column + 1;
    const value = childrenOf(cell, 'v')[0]?.text() ?? '';
    const inline = childrenOf(cell, 'is')[0];
    return {
      column,
      text: t === 's' ? (strings[Number(value)] ?? '') : inline ? stringText(inline) : value,
      isFormula: childrenOf(cell, 'f').length > 0,
      ...(s !== undefined && { style: s }),
      start: cell.start,
      end: cell.end,
    };
  });
}

/** Of an element `si` or `is`: its text and that of its runs, without how it is read aloud. */
export const stringText = (element: Element): string =>
  element
    .children()
    .map((child) => (child.name === 't' ? child.text() : child.name === 'r' ? stringText(child) : ''))
    .join('');
