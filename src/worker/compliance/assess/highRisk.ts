/** Cases of the high-risk guide and triggers that findings may concern, gravest first. */
import type { EvidenceItem, HighRisk } from '../../protocol/assessment';
import { bareId } from '../checklist/describe';
import { highRiskCases } from '../checklist/highRiskCases';
import type { Rule } from '../rules/rule';

/** Those that nothing lowers come first, then exact ones, then by number. */
export function highRiskOf(findings: readonly EvidenceItem[], ruleOf: (id: string) => Rule | undefined): HighRisk[] {
  const found = new Map<string, HighRisk>();
  findings.forEach(({ rule, suppressed }, index) => {
    if (suppressed) return;
    const { highRisk = [], triggers = [] } = ruleOf(rule) ?? {};
    for (const named of [...highRisk, ...triggers]) {
      const id = bareId(named);
      const isNear = named !== id;
      const known = found.get(id);
      if (!known) found.set(id, { id, isNear, isLowerable: isLowerable(id), findings: [index] });
      else {
        known.isNear &&= isNear;
        known.findings.push(index);
      }
    }
  });
  const rank = ({ isLowerable: lowerable, isNear }: HighRisk) => (lowerable ? 2 : 0) + (isNear ? 1 : 0);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** Whether something may lower the risk of a case (`H5`); of triggers the copy says nothing. */
export const isLowerable = (id: string): boolean =>
  !Object.hasOwn(highRiskCases, id) || highRiskCases[id]!.lowered !== undefined;
