/** What stands in the chains of a host after all lines of a text, in order (fact T22). */
import { once } from '../../once';
import {
  type FirewallChain,
  type FirewallMatch,
  type FirewallRule,
  type FirewallStep,
  type FirewallTool,
  type Hook,
  MAX_RULES,
  ruleAt,
} from './firewall';
import { criteriaOf } from './firewallCriteria';
import { covers } from './firewallMatch';

const MAX_DEPTH = 6;

interface Table {
  tool: FirewallTool;
  chains: Map<string, FirewallChain>;
  /** Hooks of chains that nobody has to make. */
  hookOf(chain: string): Hook | undefined;
}

/** Chains with what is asked in them, those that others jump into within these. */
export function chainsAfter(
  tool: FirewallTool,
  steps: readonly FirewallStep[],
  hookOf: Table['hookOf'],
): FirewallChain[] {
  const table: Table = { tool, chains: new Map(), hookOf };
  for (const step of steps.slice(0, MAX_RULES)) apply(table, step);
  const made = [...table.chains.values()];
  const budget = { left: MAX_RULES };
  return made.filter(({ hook }) => hook).map((chain) => ({ ...chain, rules: rulesThrough([chain], table, budget) }));
}

const keyOf = ({ family, table }: Pick<FirewallStep, 'family' | 'table'>, chain: string) =>
  `${family ?? ''} ${table} ${chain}`;

function chainOf(table: Table, step: FirewallStep): FirewallChain {
  const key = keyOf(step, step.chain);
  let chain = table.chains.get(key);
  if (!chain) {
    const { family, table: name } = step;
    const hook = table.hookOf(step.chain);
    chain = { tool: table.tool, family, table: name, name: step.chain, hook, policy: undefined, rules: [] };
    table.chains.set(key, chain);
  }
  return chain;
}

function apply(table: Table, step: FirewallStep): void {
  const chain = step.act === 'flush' ? undefined : chainOf(table, step);
  switch (step.act) {
    case 'add':
      if (step.at === undefined) chain!.rules.push(step.rule);
      else chain!.rules.splice(step.at, 0, step.rule);
      return;
    case 'delete': {
      // A branch that takes away is the way back.
      if (step.isConditional) return;
      const at = step.at ?? chain!.rules.findIndex((rule) => criteriaOf(rule) === criteriaOf(step.rule!));
      if (at >= 0) chain!.rules.splice(at, 1);
      return;
    }
    case 'policy':
      if (!step.isConditional || step.verdict === 'drop') chain!.policy = { verdict: step.verdict, place: step.place };
      return;
    case 'chain':
      if (step.hook) chain!.hook = step.hook;
      if (step.policy) chain!.policy = { verdict: step.policy, place: step.place };
      return;
    case 'flush':
      if (step.isConditional) return;
      for (const other of table.chains.values())
        if (
          (step.chain === '' || other.name === step.chain) &&
          (step.table === '' || (other.table === step.table && other.family === step.family))
        )
          other.rules = [];
  }
}

/** What Docker writes for its own networks: nobody's rules. */
const OF_DOCKER = /^DOCKER(?!-USER$)(?:-|$)/;

/**
 * The rules of a chain, and of those that it jumps into for what the jump lets through.
 * @param way the chains that lead here, itself last
 */
function rulesThrough(way: readonly FirewallChain[], table: Table, budget: { left: number }): FirewallRule[] {
  const chain = way.at(-1)!;
  return chain.rules.flatMap((rule) => {
    if (rule.jump === undefined) return [rule];
    if (OF_DOCKER.test(rule.jump)) return [];
    const target = table.chains.get(keyOf(chain, rule.jump));
    if (!target || way.includes(target) || way.length > MAX_DEPTH || budget.left < target.rules.length) return [rule];
    // A chain without rules costs its visit.
    budget.left -= target.rules.length + 1;
    return untilReturn(rulesThrough([...way, target], table, budget)).map((each) => narrowed(each, rule));
  });
}

/** Some packets go back before the rules behind a `RETURN` are asked. */
function untilReturn(rules: readonly FirewallRule[]): FirewallRule[] {
  const out: FirewallRule[] = [];
  let isPartial = false;
  for (const rule of rules) {
    if (rule.verdict === 'return') {
      const isForAll = covers(rule, ruleAt(rule.place)) && !rule.isConditional;
      if (isForAll) return out;
      isPartial = true;
    } else out.push(isPartial ? { ...rule, isPartial } : rule);
  }
  return out;
}

const wordsOf = once((value: object) => JSON.stringify(value));
const isSame = (a: string | object, b: string | object): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : wordsOf(a) === wordsOf(b);

/** A rule for those of its packets that another rule lets through to it. */
function narrowed(rule: FirewallRule, by: FirewallRule): FirewallRule {
  const both = <K extends keyof FirewallMatch>(key: K): FirewallMatch[K] => rule[key] ?? by[key];
  const clashes = (['protocol', 'ports', 'source', 'destination', 'inInterface'] as const).some(
    (key) => rule[key] !== undefined && by[key] !== undefined && !isSame(rule[key], by[key]),
  );
  return {
    ...rule,
    isBehindJump: true,
    family: both('family'),
    protocol: both('protocol'),
    ports: both('ports'),
    originalPorts: both('originalPorts'),
    source: both('source'),
    destination: both('destination'),
    inInterface: both('inInterface'),
    outInterface: both('outInterface'),
    states: both('states'),
    isLimited: rule.isLimited || by.isLimited,
    isPartial: rule.isPartial || by.isPartial || clashes,
    isConditional: rule.isConditional || by.isConditional,
    text: rule.text === by.text ? rule.text : {},
  };
}
