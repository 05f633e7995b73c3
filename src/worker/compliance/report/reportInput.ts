/** What every report format is given, and what several of them need. */
import type { ConfigProblems } from '../../protocol/assessment';
import type { FileFindings, Finding, Locale, Severity } from '../../protocol/finding';
import { isOpen } from '../../protocol/isOpen';
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
  /** Ids of rules that it switches off, at least for some files; absent: none. */
  off?: readonly string[];
  /** Of what has no effect there; absent: nothing is wrong. */
  problems?: ConfigProblems;
}

/** A baseline that findings were compared with. */
export interface UsedBaseline {
  path: string;
  /** How many findings of the judged files it covers. */
  unchanged: number;
  /** How many it still has of these files that are not there any longer. */
  absent: number;
}

export interface ReportInput {
  files: readonly FileFindings[];
  configs?: readonly UsedConfig[];
  baselines?: readonly UsedBaseline[];
  /** What was asked for and could not be read or judged. */
  notJudged?: readonly NotJudged[];
  rules: readonly RuleInfo[];
  locale: Locale;
  /** Version of the tool. */
  version: string;
}

export type Summary = Record<Severity, number> & { files: number; suppressed: number; unchanged: number };

/** How many findings of each severity; those that are suppressed, or that a baseline covers, apart. */
export function summarize(files: readonly Pick<FileFindings, 'findings'>[]): Summary {
  const summary: Summary = { files: files.length, error: 0, warning: 0, info: 0, hint: 0, suppressed: 0, unchanged: 0 };
  for (const { findings } of files) {
    for (const finding of findings)
      summary[isOpen(finding) ? finding.severity : finding.suppressed ? 'suppressed' : 'unchanged']++;
  }
  return summary;
}

/** 1-based `line:column` of a finding's start. */
export const lineColumn = ({ range: { start } }: Finding): string => `${start.line + 1}:${start.character + 1}`;
