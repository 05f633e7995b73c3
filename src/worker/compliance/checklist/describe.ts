/** Clauses, rows, cases and triggers in words, as pages and hovers name them. */
import type { Locale } from '../../protocol/finding';
import { clauses } from './clauses';
import { highRiskCases } from './highRiskCases';
import { rows } from './rows';
import { triggers } from './triggers';

/** In brackets, behind what it explains. */
export const aside = (text: string, locale: Locale): string => (locale === 'en' ? ` (${text})` : `（${text}）`);
/** With a colon between. */
export const joined = (first: string, second: string, locale: Locale): string =>
  first + (locale === 'en' ? ': ' : '：') + second;

/** Without the mark of a near one. */
export const bareId = (id: string): string => id.replace(/^~/, '');

/** `~8.1.3.2 a (Access control: …)`; a number of several clauses stays alone. */
export function describeClause(clause: string, locale: Locale): string {
  const known = clauses[bareId(clause)];
  return known ? clause + aside(joined(known.point[locale], known.gist[locale], locale), locale) : clause;
}

/** `C40 (3.3: …)` */
export function describeRow(row: string, locale: Locale): string {
  const { section, subject } = rows[row]!;
  return row + aside(joined(section, subject[locale], locale), locale);
}

/** `~6.4.3.1 (Needless services …; may be lowered by: login limits …)` */
export function describeCase(id: string, locale: Locale): string {
  const { title, lowered } = highRiskCases[bareId(id)]!;
  const words = lowered
    ? { en: `; may be lowered by: ${lowered.en}`, 'zh-cn': `；可降低情形：${lowered['zh-cn']}` }
    : { en: '; nothing lowers it', 'zh-cn': '；无可降低情形' };
  return id + aside(title[locale] + words[locale], locale);
}

/** `~A-21 (Needless services …)` */
export const describeTrigger = (id: string, locale: Locale): string =>
  id + aside(triggers[bareId(id)]![locale], locale);

/** The units of GB/T 28448-2019 that assess the clauses, `~` as there, as far as they are known. */
export const unitsOf = (named: readonly string[]): string[] =>
  named.flatMap((clause) => {
    const unit = clauses[bareId(clause)]?.unit;
    return unit ? [clause.startsWith('~') ? `~${unit}` : unit] : [];
  });
