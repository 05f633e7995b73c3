/** The sheets of results that a table has, each row with its record. */

import type { ItemResult } from '../../../../protocol/assessment';
import type { AssessmentInput } from '../assessmentInput';
import { shortening } from '../shortening';
import { alikeSheets } from './alikeSheets';
import { itemRecords, nothingTold } from './itemRecord';
import { objectSheets } from './objectSheets';
import type { Table } from './table';

export interface RecordedItem {
  item: ItemResult;
  record: string;
  /** Files that the record rests on. */
  evidence(): string;
}

/**
 * Of a very large deployment a sheet for all things with equal results, in which a finding is told in
 * full and a file's hash stands where they come first; else one for each, whose records stand alone.
 */
export function recordedSheets(
  { assessment, locale }: AssessmentInput,
  table: (items: RecordedItem[]) => Omit<Table, 'name'>,
): Table[] {
  const { isShort } = shortening(assessment);
  const records = itemRecords(assessment, locale);
  return (isShort ? alikeSheets(assessment) : objectSheets(assessment)).map((sheet) => {
    const { items, alike } = sheet;
    const told = isShort ? nothingTold() : undefined;
    const recorded = items.map(
      (item, i): RecordedItem => ({
        item,
        // All things are named once.
        record: [...(i === 0 ? records.alike(alike) : []), records.of(item, alike, told)].join('\n'),
        evidence: () => records.evidence(item, alike, told),
      }),
    );
    return { name: sheet.name, ...table(recorded) };
  });
}
