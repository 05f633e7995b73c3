/** Puts together what judged files show: the checklist's rows and the standard's control items. */
import type { Assessment, Attestation, EvidenceItem } from '../../protocol/assessment';
import { ASSESSMENT_SCHEMA, itemStates, rowStates } from '../../protocol/assessment';
import { TOOL_NAME } from '../../protocol/toolName';
import { clauses } from '../checklist/clauses';
import { bareId } from '../checklist/describe';
import { finished } from '../finished';
import { getOrMake } from '../getOrMake';
import { type NotJudged, summarize, type UsedConfig } from '../report/reportInput';
import type { Rule } from '../rules/rule';
import type { AssessedFile } from './assessedFile';
import { changesSince } from './changes/changesSince';
import type { EarlierReport } from './changes/earlierReport';
import { type FindingsOfRule, noFindings } from './findingsOfRule';
import { highRiskOf } from './highRisk';
import { issuesOf } from './issues';
import { itemSteps } from './items';
import { gatherObjects } from './objects';
import { assessRows } from './rows';

export interface AssessInput {
  /** In the order of their paths. */
  files: readonly AssessedFile[];
  /** Pictures were searched for secrets in their QR codes; what was read of them is among the files. */
  hasPictures?: boolean;
  /** A deployment's folder from that of the scope; empty: that folder, or one above. */
  rootOf(address: string): string;
  notJudged: readonly NotJudged[];
  configs: readonly UsedConfig[];
  attestations: readonly Attestation[];
  rules: readonly Rule[];
  /** Version of the tool. */
  version: string;
  /** SHA-256 of the rules' metadata. */
  ruleSet: string;
  /** ISO date. */
  today: string;
  /** To say what became of its findings. */
  earlier?: EarlierReport;
}

/** Files whose findings are a step. */
const FILES_OF_A_STEP = 100;

/** Deterministic: of equal input equal answers. */
export const assess = (input: AssessInput): Assessment => finished(assessSteps(input));

/** The same in steps, for who has other things to do in between. */
export function* assessSteps(input: AssessInput): Generator<void, Assessment> {
  const { files, hasPictures, notJudged, configs, attestations, rules, version, ruleSet, today, earlier } = input;
  const ruleOf = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
  const findRule = (id: string) => ruleOf.get(id);
  const objects = gatherObjects(files, input.rootOf);
  const findings: EvidenceItem[] = [];
  /** By rule and row. */
  const byRow = new Map<string, FindingsOfRule>();
  /** By rule, clause and object. */
  const byItem = new Map<string, FindingsOfRule>();
  const judged = new Map<string, Set<number>>();
  const failed = new Map<string, Set<number>>();
  yield;
  for (const [at, file] of files.entries()) {
    if (at % FILES_OF_A_STEP === FILES_OF_A_STEP - 1) yield;
    file.findings.forEach((finding, i) => {
      const { rule, severity, message, range, fingerprint, suppressed, rows: about } = finding;
      const object = objects.of(file, finding);
      const index = findings.length;
      findings.push({
        rule,
        severity,
        path: file.path,
        line: range.start.line + 1,
        message,
        excerpt: file.described.excerpts[i] ?? '',
        ...(object !== undefined && { object }),
        fingerprint,
        ...(suppressed && { suppressed }),
      });
      // What is not deployed decides nothing.
      if (object === undefined) return;
      const sort = suppressed ? 'suppressed' : severity === 'info' || severity === 'hint' ? 'mild' : 'counted';
      for (const row of about) {
        getOrMake(byRow, `${rule} ${row}`, noFindings)[sort].push(index);
        if (sort === 'counted') getOrMake(failed, row, () => new Set()).add(object);
      }
      for (const clause of findRule(rule)?.clauses ?? []) {
        // A number of several items is none of them.
        if (!Object.hasOwn(clauses, bareId(clause))) continue;
        const item = itemKey(rule, bareId(clause), objects.forClause(clause, object));
        getOrMake(byItem, item, noFindings)[sort].push(index);
      }
    });
  }
  const silent = new Set<string>();
  objects.all.forEach(({ rules: asked, silent: unsaid }, object) => {
    for (const rule of asked) getOrMake(judged, rule, () => new Set()).add(object);
    for (const rule of unsaid) silent.add(rule);
  });
  const off = new Set(files.flatMap(({ described }) => described.off));
  yield;
  const rows = assessRows({
    rules,
    judged: new Set([
      ...(objects.all.length > 0 ? rules.flatMap(({ id, isAboutFindings }) => (isAboutFindings ? id : [])) : []),
      ...judged.keys(),
      ...findings.flatMap(({ rule, object }) => (object === undefined ? [] : rule)),
    ]),
    silent,
    isOff: (rule) => off.has(rule) || ruleOf.get(rule)?.profile === 'opt-in',
    findings: (rule, row) => byRow.get(`${rule} ${row}`) ?? noFindings(),
    judgedObjects: (rule) => judged.get(rule) ?? NONE,
    failedObjects: (row) => failed.get(row) ?? NONE,
    attestations,
  });
  yield;
  const items = yield* itemSteps({
    rules,
    objects: objects.all,
    findings: (rule, clause, object) => byItem.get(itemKey(rule, clause, object)) ?? noFindings(),
    attestations,
  });
  yield;
  const decided = { byFiles: 0, attested: 0, open: 0 };
  for (const { state, reason } of rows)
    decided[reason === 'attested' ? 'attested' : state === 'manual' || state === 'unknown' ? 'open' : 'byFiles']++;
  return {
    schema: ASSESSMENT_SCHEMA,
    tool: { name: TOOL_NAME, version },
    ruleSet,
    profile: 'mlps3',
    date: today,
    files: files.map(({ path, kind, sha256, size, isUnsaved }) => ({
      path,
      kind,
      sha256,
      size,
      ...(isUnsaved && { isUnsaved }),
    })),
    ...(hasPictures && { pictures: { read: files.filter(({ kind }) => kind === 'picture').length } }),
    notJudged: [...notJudged],
    configs: [...configs],
    counts: summarize(files.map(({ path, kind, findings: own }) => ({ path, kind, findings: [...own] }))),
    findings,
    objects: objects.all.map(({ object }) => object),
    rows,
    items,
    attestations: [...attestations],
    highRisk: highRiskOf(findings, findRule),
    issues: issuesOf(findings, findRule),
    ...(earlier && { changes: changesSince(earlier, { findings, ruleSet, isJudged: judgedBy(files, ruleOf) }) }),
    coverage: { rows: countOf(rowStates, rows), items: countOf(itemStates, items), decided },
  };
}

/** Whether a rule that there is judged a file; those that the configuration switches off did not. */
function judgedBy(files: readonly AssessedFile[], ruleOf: ReadonlyMap<string, Rule>) {
  const off = new Map(files.map(({ path, described }) => [path, new Set(described.off)]));
  return (path: string, rule: string): boolean => ruleOf.has(rule) && off.get(path)?.has(rule) === false;
}

const NONE: ReadonlySet<number> = new Set();

const itemKey = (rule: string, clause: string, object: number): string => `${rule} ${clause} ${object}`;

function countOf<S extends string>(states: readonly S[], all: readonly { state: S }[]): Record<S, number> {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<S, number>;
  for (const { state } of all) counts[state]++;
  return counts;
}
