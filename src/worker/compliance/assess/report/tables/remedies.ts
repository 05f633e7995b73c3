import type { Rule } from '../../../rules/rule';
import type { AssessmentInput } from '../assessmentInput';

/** What stands for it in a long table where it was said already. */
const FIRST_ROW = { en: 'as in the first row of the rule', 'zh-cn': '见该规则首行' } as const;

/**
 * Answers what to do about the findings of a rule; empty of one that is not known.
 * @param isLong it is said with the first of them only
 */
export function remedies(locale: AssessmentInput['locale'], isLong: boolean): (rule: Rule | undefined) => string {
  const said = new Set<Rule>();
  return (rule) => {
    if (!rule) return '';
    if (isLong && said.has(rule)) return FIRST_ROW[locale];
    said.add(rule);
    return rule.remedy[locale];
  };
}
