/** A rule costs nothing where a document holds nothing that it judges. */
import { expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { Rule } from '../../../src/worker/compliance/rules/rule';

/** How often the context is asked how severe the rule is. */
function asked(check: Rule['check'], text: string): number {
  let count = 0;
  const rule: Rule = { ...rules[0]!, id: 'MLPS-BLD-999', kinds: ['compose', 'run'], check };
  const configured = new Proxy(
    {},
    {
      get(_, key) {
        if (key !== rule.id) return undefined;
        count++;
        return {};
      },
    },
  );
  const context: LintContext = {
    files: { text: () => null },
    locale: 'en',
    profile: 'mlps3',
    today: '2026-11-29',
    config: { profile: 'mlps3', rules: configured } as LintContext['config'],
    rules: [rule],
  };
  lint({ uri: 'file:///w/compose.yaml', text }, context);
  return count;
}

it('asks whether it is on, and nothing else', () => {
  const none = asked({ container: () => undefined }, 'volumes: {}\n');
  const one = asked({ container: () => undefined }, 'services: {a: {image: b}}\n');
  expect([none, one]).toEqual([1, 2]);
  expect(asked({ deployment: () => undefined }, 'volumes: {}\n')).toBe(2);
});
