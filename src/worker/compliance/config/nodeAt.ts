/** What the configuration expects at a path. */
import { findRule } from '../rules/findRule';
import type { Rule, RuleOption } from '../rules/rule';
import { valueIn } from '../valueIn';
import { CONFIG_ROOT, type ConfigNode, RULE_KEYS } from './keys';

/** Undefined: nothing is known for that place. */
export function nodeAt(path: readonly string[]): ConfigNode | undefined {
  return path.reduce<ConfigNode | undefined>((node, key) => node && childOf(node, key), CONFIG_ROOT);
}

function childOf(node: ConfigNode, key: string): ConfigNode | undefined {
  switch (node.kind) {
    case 'map':
      return valueIn(node.keys, key);
    case 'list':
      return key === '-' ? node.item : undefined;
    case 'globs':
      return key === '-' ? node : undefined;
    case 'rules':
      return { kind: 'setting', rule: findRule(key), text: findRule(key)?.title ?? node.text };
    case 'setting':
      if (key === 'options') return { ...RULE_KEYS.options, keys: optionsOf(node.rule) };
      return key === 'severity' ? RULE_KEYS.severity : undefined;
    default:
      return undefined;
  }
}

const optionsOf = (rule: Rule | undefined): Record<string, ConfigNode> =>
  Object.fromEntries(Object.entries(rule?.options ?? {}).map(([name, option]) => [name, optionNode(option)]));

function optionNode({ default: usual, description }: RuleOption): ConfigNode {
  const value = JSON.stringify(usual);
  const text = {
    en: `${description.en} Default: \`${value}\`.`,
    'zh-cn': `${description['zh-cn']}默认：\`${value}\`。`,
  };
  if (typeof usual === 'boolean') return { kind: 'words', text, words: { true: text, false: text } };
  return Array.isArray(usual) ? { kind: 'globs', text } : { kind: 'text', text };
}
