/** `paste`: what is pasted into the sheet of one thing, from its first row of results on. */
import type { AssessmentInput } from '../assessmentInput';
import { isCloud } from './objectSheets';
import { recordedSheets } from './recordedSheets';
import type { Table } from './table';
import { verdictWord } from './verdictWord';

/** 结果记录 and 符合情况, a row for each row of the sheet, which has none of the extensions'. */
export const pasteTables = (input: AssessmentInput): Table[] =>
  recordedSheets(input, (items) => ({
    rows: items.filter(({ item }) => !isCloud(item)).map(({ item, record }) => [record, verdictWord[item.state]]),
  }));
