/** The list of what is to be rectified: one line for a rule and a thing, with all its places. */
import type { EvidenceItem, Issue } from '../../protocol/assessment';
import { highRiskCases } from '../checklist/highRiskCases';
import type { Rule } from '../rules/rule';

/** The level of the deployments that the checklist is for. */
const LEVEL = 3;

export function issuesOf(findings: readonly EvidenceItem[], ruleOf: (id: string) => Rule | undefined): Issue[] {
  const issues = new Map<string, Issue>();
  findings.forEach((finding, index) => {
    if (finding.suppressed) return;
    const key = `${finding.rule} ${finding.object}`;
    const known = issues.get(key);
    const risk = riskOf(finding, ruleOf(finding.rule));
    if (!known)
      issues.set(key, {
        rule: finding.rule,
        risk,
        ...(finding.object !== undefined && { object: finding.object }),
        findings: [index],
      });
    else {
      known.findings.push(index);
      if (RISKS.indexOf(risk) < RISKS.indexOf(known.risk)) known.risk = risk;
    }
  });
  // Those of a rule follow each other, so that what to do about them is said once.
  return [...issues.values()].sort(
    (a, b) =>
      RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) ||
      Number(a.rule > b.rule) - Number(a.rule < b.rule) ||
      a.findings[0]! - b.findings[0]!,
  );
}

const RISKS: readonly Issue['risk'][] = ['high', 'medium', 'low'];

/** A proposal: high where a case of the guide fits exactly, else by the finding's severity. */
function riskOf({ severity }: EvidenceItem, rule: Rule | undefined): Issue['risk'] {
  const isCase = rule?.highRisk?.some(
    (id) => Object.hasOwn(highRiskCases, id) && (highRiskCases[id]!.level ?? LEVEL) <= LEVEL,
  );
  if (isCase && severity === 'error') return 'high';
  return severity === 'error' || severity === 'warning' ? 'medium' : 'low';
}
