/** The baseline of what was found. */
import type { Finding, Profile } from '../../protocol/finding';
import { TOOL_NAME } from '../../protocol/toolName';
import { CLAUSES } from '../report/sarifRules';
import { findRule } from '../rules/findRule';
import { rules } from '../rules/index';
import { BASELINE_VERSION, type Baseline } from './baseline';

export interface FoundInFile {
  /** From the folder of the baseline, with forward slashes. */
  path: string;
  profile: Profile;
  findings: readonly Finding[];
}

/**
 * Without what is suppressed, which fails nothing as it is, and what one stands for by itself. Of a finding it holds the title of its
 * rule: messages quote files.
 * @param today ISO date
 * @param version of the tool
 */
export function baselineOf(files: readonly FoundInFile[], today: string, version: string): Baseline {
  return {
    version: BASELINE_VERSION,
    tool: { name: TOOL_NAME, version },
    ruleSet: { standard: CLAUSES, rules: rules.length },
    profiles: [...new Set(files.map(({ profile }) => profile))].sort(),
    date: today,
    findings: files.flatMap(({ path, findings }) =>
      findings
        .filter(({ suppressed }) => !suppressed)
        .flatMap((finding) => finding.grouped ?? [finding])
        .map(({ rule, fingerprint }) => ({
          path,
          rule,
          fingerprint,
          count: 1,
          message: findRule(rule)?.title.en ?? rule,
        })),
    ),
  };
}
