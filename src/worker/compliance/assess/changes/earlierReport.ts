/** An earlier report, as far as one is compared with it. */
import type { AssessedObject } from '../../../protocol/assessment';

export interface EarlierFinding {
  rule: string;
  path: string;
  /** From 1. */
  line: number;
  message: string;
  fingerprint: string;
  object?: Pick<AssessedObject, 'kind' | 'name' | 'root'>;
}

export interface EarlierReport {
  /** ISO date. */
  date: string;
  /** Of the tool. */
  version: string;
  ruleSet: string;
  findings: EarlierFinding[];
}
