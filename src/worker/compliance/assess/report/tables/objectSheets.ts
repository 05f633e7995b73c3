/** The sheets of a workbook of results: one for each thing and category. */
import type { Assessment, ItemResult } from '../../../../protocol/assessment';
import { categories, chapterOf } from '../../../checklist/categories';
import { getOrMake } from '../../../getOrMake';
import { objectTitle } from './objectTitle';
import { sheetNames } from './sheetNames';

export interface ObjectSheet {
  /** `安全计算环境_web` */
  name: string;
  /** Index in `Assessment.objects`. */
  object: number;
  /** Those that the sheet stands for: that one, unless it has equals. */
  alike: readonly number[];
  /** `8.1.4` */
  chapter: string;
  /** In the clauses' order, those of the extension for clouds last. */
  items: ItemResult[];
}

/** The sheet that the extension for clouds stands in. */
const CLOUD = '8.2.4';
const COMPUTING = '8.1.4';

export const isCloud = ({ clause }: Pick<ItemResult, 'clause'>): boolean => chapterOf(clause) === CLOUD;

/** The chapter of the sheet that a clause stands in. */
const sheetChapter = (clause: string): string => (isCloud({ clause }) ? COMPUTING : chapterOf(clause));

/** The category of that chapter, as forms name it. */
export const sheetCategory = (clause: string): string => categories[sheetChapter(clause)]!['zh-cn'];

export function objectSheets({ items, objects }: Assessment): ObjectSheet[] {
  const sheets = new Map<string, Omit<ObjectSheet, 'name' | 'alike'>>();
  for (const item of items) {
    const chapter = sheetChapter(item.clause);
    const key = `${item.object} ${chapter}`;
    getOrMake(sheets, key, () => ({ object: item.object, chapter, items: [] })).items.push(item);
  }
  const all = [...sheets.values()];
  const names = sheetNames(all.map((sheet) => sheetTitle(sheet, objects)));
  return all.map((sheet, i) => ({ name: names[i]!, alike: [sheet.object], ...sheet }));
}

/** As forms call the sheet of a thing. */
export const sheetTitle = (
  { object, items: [item] }: Pick<ObjectSheet, 'object' | 'items'>,
  objects: Assessment['objects'],
): string => `${sheetCategory(item!.clause)}_${objectTitle(objects[object]!)}`;
