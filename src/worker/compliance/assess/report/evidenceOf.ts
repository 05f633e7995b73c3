/** Findings as evidence: the first with what they found, all others by their number. */
import { BREAK, type Inline, joined } from './blocks';
import type { ReportContext } from './reportContext';

interface EvidenceOptions {
  /** How many are named; the rest is counted. */
  most: number;
  /** With the lines themselves. */
  isQuoted?: boolean;
}

export function evidenceOf(
  findings: readonly number[],
  context: ReportContext,
  { most, isQuoted }: EvidenceOptions,
): Inline[] {
  const { say, finding, placeOf, inBrackets, comma } = context;
  const named = findings.slice(0, most).map((index): Inline[] => {
    const { rule, excerpt, suppressed } = finding(index);
    return [
      placeOf(index),
      ` ${rule}`,
      ...(suppressed ? [inBrackets(say('suppressed'))] : []),
      ...(isQuoted && excerpt !== '' ? [' ', { quote: excerpt }] : []),
    ];
  });
  const rest = findings.slice(most);
  if (rest.length === 0) return joined(named, BREAK);
  const rules = [...new Set(rest.map((index) => finding(index).rule))].sort();
  return [
    ...joined(named, BREAK),
    BREAK,
    { link: 'issues', text: say('more', { count: rest.length, rules: rules.join(comma) }) },
  ];
}
