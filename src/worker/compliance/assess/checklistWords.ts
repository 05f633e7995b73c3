/** What a view of an assessment says beside its states' own words, in one language. */
import type { AssessedObject, Assessment } from '../../protocol/assessment';
import { itemStateWords, objectKindWords, reasonWords, rowStateWords } from '../../protocol/assessmentWords';
import type { ChecklistWords } from '../../protocol/checklist';
import type { Locale } from '../../protocol/finding';
import { categoryOf } from '../checklist/categories';
import { clauses } from '../checklist/clauses';
import { peoplesRows } from '../checklist/peoplesRows';
import { rows } from '../checklist/rows';
import { sectionOf, sections } from '../checklist/sections';
import type { Rule } from '../rules/rule';

export function checklistWords(assessment: Assessment, rules: readonly Rule[], locale: Locale): ChecklistWords {
  const table = <V, W>(of: Readonly<Record<string, V>>, say: (value: V, key: string) => W): Record<string, W> =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, say(value, key)]));
  const named = new Set(assessment.items.map(({ clause }) => clause));
  return {
    rows: table(rows, ({ subject }, id) => ({
      section: `${sectionOf(id)} ${sections[sectionOf(id)]![locale]}`,
      subject: subject[locale],
    })),
    clauses: Object.fromEntries(
      [...named].map((clause) => {
        const { point, gist } = clauses[clause]!;
        return [clause, { category: categoryOf(clause)[locale], point: point[locale], gist: gist[locale] }];
      }),
    ),
    rules: Object.fromEntries(rules.map(({ id, title }) => [id, title[locale]])),
    rowStates: table(rowStateWords, (words) => words[locale]),
    itemStates: table(itemStateWords, (words) => words[locale]),
    reasons: table(reasonWords, (words) => words[locale]),
    objects: assessment.objects.map((object) => objectName(object, locale)),
    people: table(peoplesRows, (words) => words[locale]),
  };
}

/** `Service web (shop)` */
export function objectName(
  { kind, name, root }: Pick<AssessedObject, 'kind' | 'name' | 'root'>,
  locale: Locale,
): string {
  const word = objectKindWords[kind][locale];
  const own = name === undefined ? word : `${word} ${name}`;
  if (root === '') return own;
  return locale === 'en' ? `${own} (${root})` : `${own}（${root}）`;
}
