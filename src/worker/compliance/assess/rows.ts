/** The client's checklist, row by row: what the rules and people say of each. */
import type { Attestation, RowResult } from '../../protocol/assessment';
import { contextRows, peoplesRows } from '../checklist/peoplesRows';
import { rows } from '../checklist/rows';
import type { Rule } from '../rules/rule';
import { everyFinding, type FindingsOfRule } from './findingsOfRule';

export interface RowFacts {
  rules: readonly Rule[];
  /** Ids of rules that judged something. */
  judged: ReadonlySet<string>;
  /** Of those, the ones that kept silent over a value somewhere. */
  silent: ReadonlySet<string>;
  /** Ids of rules that the configuration switches off for all files of their kinds. */
  isOff(rule: string): boolean;
  findings(rule: string, row: string): FindingsOfRule;
  /** Indexes of the objects that a rule judged. */
  judgedObjects(rule: string): ReadonlySet<number>;
  /** Indexes of the objects with counted findings of a row. */
  failedObjects(row: string): ReadonlySet<number>;
  attestations: readonly Attestation[];
}

export const assessRows = (facts: RowFacts): RowResult[] => Object.keys(rows).map((id) => rowResult(id, facts));

function rowResult(id: string, facts: RowFacts): RowResult {
  const own = facts.rules.filter((rule) => rule.rows.includes(id)).map((rule) => rule.id);
  const judged = own.filter((rule) => facts.judged.has(rule)).sort();
  const found = own.map((rule) => ({ rule, ...facts.findings(rule, id) }));
  const findings = found.flatMap(everyFinding);
  const index = facts.attestations.findIndex((each) => each.for === id && !each.isExpired);
  const expired = facts.attestations.some((each) => each.for === id && each.isExpired);
  const result = (state: RowResult['state'], reason?: RowResult['reason']): RowResult => ({
    id,
    state,
    ...(reason && { reason }),
    rules: judged,
    findings: findings.sort((a, b) => a - b),
    ...(index >= 0 && { attestation: index }),
  });
  if (id in contextRows) return result('notApplicable', 'context');
  const failing = found.filter(({ counted }) => counted.length > 0);
  // Files show what a statement cannot undo.
  if (failing.length > 0) {
    const failed = facts.failedObjects(id);
    const isWhole = own.every((rule) => [...facts.judgedObjects(rule)].every((object) => failed.has(object)));
    return result(isWhole ? 'unmet' : 'partial');
  }
  if (index >= 0) return result('met', 'attested');
  if (findings.length > 0) {
    const isSuppressed = found.every(({ mild }) => mild.length === 0);
    return isSuppressed ? result('partial', 'suppressed') : result('partial');
  }
  if (own.length === 0 || (id in peoplesRows && judged.length > 0))
    return result('manual', expired ? 'expired' : 'person');
  if (judged.length === 0) return result('unknown', own.every(facts.isOff) ? 'off' : expired ? 'expired' : 'files');
  if (judged.some((rule) => facts.silent.has(rule))) return result('unknown', 'values');
  return result('met');
}
