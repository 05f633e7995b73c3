/** Clauses and rows in words, as pages and hovers name them. */
import type { Locale } from '../../protocol/finding';
import { clauses } from './clauses';
import { rows } from './rows';

const aside = (text: string, locale: Locale): string => (locale === 'en' ? ` (${text})` : `（${text}）`);
const joined = (first: string, second: string, locale: Locale): string =>
  first + (locale === 'en' ? ': ' : '：') + second;

/** `~8.1.3.2 a (Access control: …)`; a number of several clauses stays alone. */
export function describeClause(clause: string, locale: Locale): string {
  const known = clauses[clause.replace(/^~/, '')];
  return known ? clause + aside(joined(known.point[locale], known.gist[locale], locale), locale) : clause;
}

/** `C40 (3.3: …)` */
export function describeRow(row: string, locale: Locale): string {
  const { section, subject } = rows[row]!;
  return row + aside(joined(section, subject[locale], locale), locale);
}
