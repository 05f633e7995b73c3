/**
 * On which runs of a pipeline a job or step takes part: those of a schedule, and all others
 * (GitHub's `if`, GitLab's `rules`, `only` and `except`).
 */
import { lastAtOrBefore } from '../../lastAtOrBefore';
import { once } from '../../once';
import { child, scalarText, type YamlMap, type YamlNode } from '../yaml/yamlTree';

/** False where it surely does not take part. */
export interface CiRuns {
  onSchedule: boolean;
  otherwise: boolean;
}

/** What holds for all that stands within. */
export interface CiCondition extends CiRuns {
  start: number;
  end: number;
}

/** Whether a condition is met: `maybe` where it is not told. */
type Met = 'yes' | 'no' | 'maybe';
type MetOn = Record<keyof CiRuns, Met>;

const MAYBE: MetOn = { onSchedule: 'maybe', otherwise: 'maybe' };
const OTHERWISE: MetOn = { onSchedule: 'no', otherwise: 'maybe' };
const SCHEDULED: MetOn = { onSchedule: 'yes', otherwise: 'no' };

/** Undefined for a map without conditions, or whose conditions tell nothing. */
export function conditionOf(map: YamlMap): CiCondition | undefined {
  const { start, end } = map.place;
  const all = [...githubRuns(map), ...gitlabRuns(map)];
  const runs = {
    onSchedule: all.every(({ onSchedule }) => onSchedule),
    otherwise: all.every(({ otherwise }) => otherwise),
  };
  return runs.onSchedule && runs.otherwise ? undefined : { start, end, ...runs };
}

export function runsAt(conditions: readonly CiCondition[], at: number): CiRuns {
  const { sorted, starts, around } = nested(conditions);
  const runs: CiRuns = { onSchedule: true, otherwise: true };
  if (starts.length === 0) return runs;
  for (let i = lastAtOrBefore(starts, at); i >= 0; i = around[i]!) {
    const each = sorted[i]!;
    if (each.start > at || each.end <= at) continue;
    runs.onSchedule &&= each.onSchedule;
    runs.otherwise &&= each.otherwise;
  }
  return runs;
}

/** In the order of the text, each with the index of the one around it, -1 for none. */
const nested = once((conditions: readonly CiCondition[]) => {
  const sorted = [...conditions].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: number[] = [];
  const around = sorted.map(({ start }, i) => {
    while (open.length > 0 && sorted[open.at(-1)!]!.end <= start) open.pop();
    const outer = open.at(-1) ?? -1;
    open.push(i);
    return outer;
  });
  return { sorted, starts: sorted.map(({ start }) => start), around };
});

/** Whether two take part in the same run. */
export const runTogether = (a: CiRuns, b: CiRuns): boolean =>
  (a.onSchedule && b.onSchedule) || (a.otherwise && b.otherwise);

function githubRuns(map: YamlMap): CiRuns[] {
  const text = scalarText(child(map, 'if'));
  // A rule of GitLab's has one, too, and nothing within.
  if (text === undefined) return [];
  const met = metBy(text.replace(/\$\{\{|\}\}/g, ''));
  return [{ onSchedule: met.onSchedule !== 'no', otherwise: met.otherwise !== 'no' }];
}

function gitlabRuns(map: YamlMap): CiRuns[] {
  const rules = child(map, 'rules');
  const only = refsOf(child(map, 'only'));
  const except = refsOf(child(map, 'except'));
  const runs: CiRuns[] = [];
  if (rules?.kind === 'list' && rules.items.every(({ kind }) => kind === 'map'))
    runs.push({ onSchedule: ruled(rules.items, 'onSchedule'), otherwise: ruled(rules.items, 'otherwise') });
  if (only) runs.push({ onSchedule: !only.every(isOtherwise), otherwise: !only.every(isSchedules) });
  if (except) runs.push({ onSchedule: !except.some(isSchedules), otherwise: true });
  return runs;
}

/** The first rule that is met decides. */
function ruled(rules: readonly YamlNode[], on: keyof CiRuns): boolean {
  for (const rule of rules) {
    const text = scalarText(child(rule, 'if'));
    const isMore = child(rule, 'changes') !== undefined || child(rule, 'exists') !== undefined;
    const met = text === undefined ? 'yes' : metBy(text)[on];
    if (met === 'no') continue;
    const isNever = scalarText(child(rule, 'when')) === 'never';
    if (!isNever) return true;
    if (met === 'yes' && !isMore) return false;
  }
  return false;
}

/** Of several, all have to be met; alternatives are not looked into. */
function metBy(condition: string): MetOn {
  if (condition.includes('||')) return MAYBE;
  const all = condition.split('&&').map((part) => metByOne(part.trim()));
  const each = (on: keyof CiRuns): Met =>
    all.some((met) => met[on] === 'no') ? 'no' : all.every((met) => met[on] === 'yes') ? 'yes' : 'maybe';
  return { onSchedule: each('onSchedule'), otherwise: each('otherwise') };
}

function metByOne(part: string): MetOn {
  const [, operator, event] =
    /^(?:github\.event_name|\$CI_PIPELINE_SOURCE)\s*(==|!=)\s*["']([\w-]+)["']$/.exec(part) ?? [];
  if (event === 'schedule') return operator === '==' ? SCHEDULED : { onSchedule: 'no', otherwise: 'yes' };
  if (event !== undefined) return operator === '==' ? OTHERWISE : MAYBE;
  // A schedule runs on a branch.
  const isTagged =
    /^(?:startsWith\(\s*github\.ref\s*,\s*'refs\/tags|github\.ref_type\s*==\s*'tag'$|\$CI_COMMIT_TAG\b(?!\s*==\s*null)|\$CI_MERGE_REQUEST_I?ID\b)/;
  return isTagged.test(part) ? OTHERWISE : MAYBE;
}

const isSchedules = (ref: string): boolean => ref === 'schedules';
const isOtherwise = (ref: string): boolean =>
  /^(?:tags|pushes|web|api|triggers|pipelines|merge_requests|external_pull_requests|chat)$/.test(ref);

/** `[main, tags]`, `{ refs: [main] }` */
function refsOf(node: YamlNode | undefined): string[] | undefined {
  const list = node?.kind === 'map' ? child(node, 'refs') : node;
  if (list?.kind === 'scalar') return [list.text];
  return list?.kind === 'list' && list.items.length > 0
    ? list.items.flatMap((item) => scalarText(item) ?? '')
    : undefined;
}
