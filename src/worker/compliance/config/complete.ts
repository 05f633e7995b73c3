/** What can be written at a position of `.qrcodemaster.yaml`. */
import type { Locale, Position, TextEdit } from '../../protocol/finding';
import { ruleHover } from '../rulePage';
import { rules } from '../rules/index';
import { halfYearAfter } from './halfYearAfter';
import { type ConfigNode, RULE_KEYS, SEVERITY } from './keys';
import { nodeAt } from './nodeAt';
import { configPathAt } from './pathAt';

export interface ConfigProposal {
  label: string;
  sort: 'key' | 'rule' | 'value';
  /** One line beside the label. */
  detail: string;
  /** Markdown. */
  documentation: string;
  /** What typing is compared with. */
  filter: string;
  edit: TextEdit;
}

type Draft = Omit<ConfigProposal, 'edit' | 'filter'> & { insert: string; filter?: string };

/**
 * Empty where nothing of ours belongs. `today` as an ISO date: a waiver is proposed for half a
 * year.
 */
export function completeConfig(
  text: string,
  { line, character }: Position,
  locale: Locale,
  today: string,
): ConfigProposal[] {
  const at = configPathAt(text, line, character);
  const node = at && nodeAt(at.path);
  if (!node) return [];
  const after = (text.split(/\r\n|\n|\r/)[line] ?? '').slice(at.end);
  const drafts = at.inValue ? values(node, locale, today) : keysOf(node, at.dashed, locale, /^[ \t]*:/.test(after));
  const range = { start: { line, character: at.start }, end: { line, character: at.end } };
  const taken = new Set(at.siblings.filter((key) => key !== at.word));
  return drafts
    .filter(({ label }) => !taken.has(label.replace(/^- /, '')))
    .map(({ insert, filter, ...draft }) => ({
      ...draft,
      filter: filter ?? draft.label,
      edit: { range, newText: insert },
    }));
}

/**
 * Proposals for a key of the map that `node` asks for; within a list an item is begun with its
 * dash.
 */
function keysOf(node: ConfigNode, dashed: boolean, locale: Locale, hasColon: boolean): Draft[] {
  if (node.kind === 'list')
    return keysOf(node.item, true, locale, hasColon).map((d) => ({
      ...d,
      label: `- ${d.label}`,
      insert: `- ${d.insert}`,
    }));
  const colon = (child: ConfigNode) => (hasColon ? '' : isNested(child) ? ':' : ': ');
  if (node.kind === 'map' || node.kind === 'setting') {
    const keys = node.kind === 'map' ? node.keys : RULE_KEYS;
    return Object.entries(keys).map(([key, child]) => ({
      label: key,
      sort: 'key',
      detail: child.text[locale],
      documentation: child.text[locale],
      insert: key + colon(child),
    }));
  }
  if (node.kind === 'rules') return ruleNames(locale, hasColon ? '' : ': ');
  return dashed ? values(node, locale, '') : [];
}

/** Whose value begins on the next line. */
const isNested = ({ kind }: ConfigNode): boolean => kind === 'map' || kind === 'list' || kind === 'rules';

function values(node: ConfigNode, locale: Locale, today: string): Draft[] {
  const value = (label: string, text: string): Draft => ({
    label,
    sort: 'value',
    detail: text,
    documentation: text,
    insert: label,
  });
  switch (node.kind) {
    case 'words':
      return Object.entries(node.words).map(([word, text]) => value(word, text[locale]));
    case 'setting':
      return values(SEVERITY, locale, today);
    case 'rule':
      return ruleNames(locale, '');
    case 'date':
      return [value(halfYearAfter(today), node.text[locale])];
    default:
      return [];
  }
}

/** Every rule by id and by name; either is found by typing the other or a word of its title. */
function ruleNames(locale: Locale, suffix: string): Draft[] {
  return rules.flatMap((rule) => {
    const filter = (first: string, second: string) => `${first} ${second} ${rule.title[locale]}`;
    const draft = (label: string, other: string): Draft => ({
      label,
      sort: 'rule',
      detail: rule.title[locale],
      documentation: ruleHover(rule.id, locale)!,
      filter: filter(label, other),
      insert: label + suffix,
    });
    return [draft(rule.id, rule.name), draft(rule.name, rule.id)];
  });
}
