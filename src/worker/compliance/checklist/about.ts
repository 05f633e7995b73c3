/** Rows and clauses at length, as Markdown: what they ask for, and who can say whether it is met. */
import { fill } from '../../protocol/fill';
import type { Locale } from '../../protocol/finding';
import { clauses } from './clauses';
import { deciderOf } from './deciderOf';
import { describeClause, describeRow, joined } from './describe';
import { contextRows, peoplesRows } from './peoplesRows';

const words = {
  people: { en: 'Somebody has to look at: {what}.', 'zh-cn': '需由人员核查：{what}。' },
  files: {
    en: 'Files show it: an attestation counts only where none of them does.',
    'zh-cn': '由文件体现：声明仅在没有相应文件时有效。',
  },
  nobody: { en: 'It asks for nothing by itself: {what}.', 'zh-cn': '本身没有要求：{what}。' },
} as const;

/** @param row one that there is */
export function aboutRow(row: string, locale: Locale): string {
  const what = (peoplesRows[row] ?? contextRows[row])?.[locale] ?? '';
  return `**${describeRow(row, locale)}**\n\n${fill(words[deciderOf(row)][locale], { what })}`;
}

/** @param clause one that there is */
export function aboutClause(clause: string, locale: Locale): string {
  const { unit } = clauses[clause]!;
  return `**GB/T 22239-2019 ${describeClause(clause, locale)}**${unit ? `\n\n${joined('GB/T 28448-2019', unit, locale)}` : ''}`;
}
