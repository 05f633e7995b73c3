/** The columns of a form of results, by the words that its makers use for them. */
import type { Cell, SheetRow } from '../workbook/sheet';
import { plain } from './sheetObject';

const COLUMNS = {
  point: ['控制点', '安全控制点'],
  item: ['控制项', '测评项', '测评内容', '测评指标'],
  record: ['结果记录', '测评记录'],
  verdict: ['符合情况', '符合性结果'],
  evidence: ['证据文件'],
  standard: ['扩展标准', '标准类型'],
} as const satisfies Record<string, readonly string[]>;

type Column = keyof typeof COLUMNS;

export interface FormColumns {
  /** Row of the headings, from 0. */
  row: number;
  point: number;
  item: number;
  record: number;
  verdict: number;
  evidence?: number;
  standard?: number;
}

/** Headings stand among the first rows. */
const MAX_ROWS = 10;

export function formColumns(rows: readonly SheetRow[]): FormColumns | undefined {
  for (const { row, cells } of rows.slice(0, MAX_ROWS)) {
    const column = (name: Column) => cells.find((cell) => names(cell, COLUMNS[name]))?.column;
    const [point, item, record, verdict] = [column('point'), column('item'), column('record'), column('verdict')];
    if (point === undefined || item === undefined || record === undefined || verdict === undefined) continue;
    const [evidence, standard] = [column('evidence'), column('standard')];
    return {
      row,
      point,
      item,
      record,
      verdict,
      ...(evidence !== undefined && { evidence }),
      ...(standard !== undefined && { standard }),
    };
  }
  return undefined;
}

const names = ({ text }: Cell, words: readonly string[]): boolean => words.includes(plain(text));
