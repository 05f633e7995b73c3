/**
 * What of a CI pipeline is not shell: actions with their inputs, what may fail without harm,
 * schedules, parts that stand elsewhere.
 */
import type { Place } from '../../model/value';
import { child, itemsOf, scalarText, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yamlTree';
import { type CiCondition, conditionOf } from './ciRuns';
import { MAX_DEPTH } from './ciScalars';

export interface CiAction {
  /** `owner/name` or `owner/name/path`, without the version. */
  name: string;
  value: YamlScalar;
  inputs: YamlNode | undefined;
  step: YamlMap;
}

export interface CiFlow {
  actions: CiAction[];
  /**
   * Steps and jobs whose failure is overlooked: the key that says so, and the range it holds for.
   */
  tolerated: { key: Place; start: number; end: number }[];
  /** When jobs and steps take part. */
  conditions: CiCondition[];
  /** Cron expressions. */
  crons: YamlScalar[];
  /** Runs by a schedule that is set elsewhere. */
  scheduledElsewhere: boolean;
  /** GitHub's `on`. */
  trigger: Place | undefined;
  /**
   * Includes and reusable workflows, also where this file is one: what is done elsewhere is not
   * known.
   */
  open: boolean;
}

export function readFlow(root: YamlNode | undefined): CiFlow {
  const flow: CiFlow = {
    actions: [],
    tolerated: [],
    conditions: [],
    crons: [],
    scheduledElsewhere: false,
    trigger: undefined,
    open: false,
  };
  if (root?.kind !== 'map') return flow;
  flow.trigger = root.pairs.find((p) => p.key === 'on' || p.key === 'true')?.keyPlace;
  flow.open = child(root, 'include') !== undefined || isCalled(root);
  const seen = new Set<YamlNode>();
  const walk = (node: YamlNode, depth: number): void => {
    if (depth > MAX_DEPTH || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar')
      flow.scheduledElsewhere ||=
        /CI_PIPELINE_SOURCE\s*==\s*["']schedule["']/.test(node.text) || node.text === 'schedules';
    if (node.kind === 'list') for (const item of node.items) walk(item, depth + 1);
    if (node.kind === 'map') readMap(node, flow);
    if (node.kind === 'map') for (const { value } of node.pairs) walk(value, depth + 1);
  };
  walk(root, 0);
  return flow;
}

/**
 * GitHub's reusable workflows and actions, and workflows that another one sets off: who calls them
 * decides when they run.
 */
function isCalled(root: YamlMap): boolean {
  const on = child(root, 'on') ?? child(root, 'true');
  const names = on?.kind === 'map' ? on.pairs.map((p) => p.key) : itemsOf(on).map(scalarText);
  return names.some((name) => name === 'workflow_call' || name === 'workflow_run') || child(root, 'runs') !== undefined;
}

function readMap(map: YamlMap, flow: CiFlow): void {
  const condition = conditionOf(map);
  if (condition) flow.conditions.push(condition);
  for (const { key, keyPlace, value } of map.pairs) {
    if (value.kind !== 'scalar') continue;
    if (
      (key === 'continue-on-error' || key === 'continueOnError' || key === 'allow_failure') &&
      /^(true|yes|on)$/i.test(value.text)
    ) {
      flow.tolerated.push({ key: { ...keyPlace, end: value.place.end }, start: map.place.start, end: map.place.end });
    } else if (key === 'cron') flow.crons.push(value);
    else if (key === 'uses') readUse(value, map, flow);
  }
}

function readUse(value: YamlScalar, step: YamlMap, flow: CiFlow): void {
  const name = value.text.replace(/@.*$/s, '').toLowerCase();
  if (/\.ya?ml$/.test(name)) flow.open = true;
  else flow.actions.push({ name, value, inputs: child(step, 'with'), step });
}

/** An input of an action as text; undefined when it is not given. */
export function inputOf({ inputs }: CiAction, name: string): YamlScalar | undefined {
  const value = child(inputs, name);
  return value?.kind === 'scalar' ? value : undefined;
}

/** What overlooks a failure at that offset. */
export const toleratedAt = ({ tolerated }: CiFlow, at: number): Place | undefined =>
  tolerated.find((t) => t.start <= at && at < t.end)?.key;
