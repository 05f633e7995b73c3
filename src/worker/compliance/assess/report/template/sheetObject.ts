/** Which thing a sheet of somebody's workbook is about, by its name. */
import type { Assessment } from '../../../../protocol/assessment';
import { categories } from '../../../checklist/categories';
import type { ObjectKind } from '../../../checklist/clauses';
import { worksheets } from '../../../checklist/worksheets';
import type { ObjectSheet } from '../tables/objectSheets';
import { objectTitle } from '../tables/objectTitle';

/** What stands for a name in a sheet that nobody has named yet. */
const PLACEHOLDER = /^(?:xx|全局层面)?$/i;
/** Sorts that a deployment has one of: their sheets are named after anything. */
const SINGLE: readonly ObjectKind[] = ['network', 'boundary', 'data', 'management'];

/** Words of the sorts of things in a category: `服务器`. The longest first. */
const WORDS = Object.entries(worksheets)
  .map(([name, { kind, chapter }]) => ({ word: name.split('-')[1]?.replace('XX', '') ?? '', kind, chapter }))
  .concat([{ word: '数据', kind: 'data', chapter: '8.1.4' }])
  .sort((a, b) => b.word.length - a.word.length);

/** No sheet of results: undefined; else the sheets of ours that it can stand for. */
export function sheetObject(
  name: string,
  sheets: readonly ObjectSheet[],
  { objects }: Assessment,
): ObjectSheet[] | undefined {
  const found = Object.entries(categories).find(([, { 'zh-cn': title }]) => name.trim().startsWith(title));
  if (!found) return undefined;
  const [chapter, { 'zh-cn': category }] = found;
  const rest = plain(name.trim().slice(category.length)).replace(/^[-_—]+/, '');
  const sort = WORDS.find((each) => each.chapter === chapter && rest.includes(each.word));
  const asset = sort ? rest.replace(sort.word, '').replace(/^[-_—]+|[-_—]+$/g, '') : rest;
  const fitting = sheets.filter(
    (sheet) => sheet.chapter === chapter && (!sort || objects[sheet.object]!.sheet === sort.kind),
  );
  const named = fitting.filter((sheet) => {
    const object = objects[sheet.object]!;
    const names = [object.name ?? '', objectTitle(object)].filter((each) => each !== '').map(plain);
    return sheet.name === name || names.includes(asset) || names.includes(rest);
  });
  if (named.length > 0) return named;
  const isSingle = fitting.every(({ object }) => SINGLE.includes(objects[object]!.sheet));
  return PLACEHOLDER.test(asset) || isSingle ? fitting : [];
}

/** As names are compared: without blanks, and in full width as in half. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
