/** `paste`: what is pasted into the sheet of one thing, from its first row of results on. */
import type { AssessmentInput } from '../assessmentInput';
import { itemRecords } from './itemRecord';
import { isCloud, objectSheets } from './objectSheets';
import type { Table } from './table';
import { verdictWord } from './verdictWord';

/** 结果记录 and 符合情况, a row for each row of the sheet, which has none of the extensions'. */
export function pasteTables({ assessment, locale }: AssessmentInput): Table[] {
  const records = itemRecords(assessment, locale);
  return objectSheets(assessment).map(({ name, items }) => ({
    name,
    rows: items.filter((item) => !isCloud(item)).map((item) => [records.of(item), verdictWord[item.state]]),
  }));
}
