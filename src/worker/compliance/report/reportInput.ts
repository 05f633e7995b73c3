/** What every report format is given, and what several of them need. */
import type { FileFindings, Finding, Locale, Severity } from '../../protocol/finding';
import type { Rule } from '../rules/rule';

export type RuleInfo = { id: string } & Pick<
  Rule,
  'name' | 'severity' | 'clauses' | 'highRisk' | 'triggers' | 'rows' | 'title' | 'why' | 'remedy'
>;

export interface NotJudged {
  path: string;
  /** In the report's language. */
  reason: string;
}

/** A configuration that decided what was judged, and how. */
export interface UsedConfig {
  path: string;
  /** How many files it said to leave out. */
  ignored: number;
}

export interface ReportInput {
  files: readonly FileFindings[];
  configs?: readonly UsedConfig[];
  /** What was asked for and could not be read or judged. */
  notJudged?: readonly NotJudged[];
  rules: readonly RuleInfo[];
  locale: Locale;
  /** Version of the tool. */
  version: string;
}

export type Summary = Record<Severity, number> & { files: number; suppressed: number };

/** How many findings of each severity, suppressed ones apart. */
export function summarize(files: readonly FileFindings[]): Summary {
  const summary: Summary = { files: files.length, error: 0, warning: 0, info: 0, hint: 0, suppressed: 0 };
  for (const { findings } of files) {
    for (const finding of findings) summary[finding.suppressed ? 'suppressed' : finding.severity]++;
  }
  return summary;
}

/** 1-based `line:column` of a finding's start. */
export const lineColumn = ({ range: { start } }: Finding): string => `${start.line + 1}:${start.character + 1}`;
