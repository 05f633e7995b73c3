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
      if (!known) {
        const lowerable = isLowerable(id);
        const source = 'third-party-copy';
        found.set(id, {
          id,
          source,
          isNear,
          ...(lowerable !== undefined && { isLowerable: lowerable }),
          findings: [index],
        });
      } else {
        known.isNear &&= isNear;
        known.findings.push(index);
      }
    }
  });
  const rank = ({ isLowerable: lowerable, isNear }: HighRisk) => (lowerable === false ? 0 : 2) + (isNear ? 1 : 0);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** Whether something may lower a case; undefined: the copy does not say, as of all triggers. */
export const isLowerable = (id: string): boolean | undefined =>
  Object.hasOwn(highRiskCases, id) ? highRiskCases[id]!.lowered !== undefined : undefined;
