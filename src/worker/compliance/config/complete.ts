/** What can be written at a position of `.qrcodemaster.yaml`. */
import type { Locale, Position, TextEdit } from '../../protocol/finding';
import { aboutClause, aboutRow } from '../checklist/about';
import { clauses } from '../checklist/clauses';
import { rows } from '../checklist/rows';
import { ruleHover } from '../rulePage';
import { rules } from '../rules/index';
import type { Text } from '../rules/rule';
import { attestableRows } from './attestable';
import { type ConfigNode, RULE_KEYS, SEVERITY } from './keys';
import { nodeAt } from './nodeAt';
import { configPathAt } from './pathAt';
import { proposedDay } from './proposedDay';
import { readConfig } from './readConfig';
import { valueWord } from './valueWord';

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

interface Asked {
  /** The whole configuration. */
  text: string;
  locale: Locale;
  today: string;
}

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
  const written = text.split(/\r\n|\n|\r/)[line] ?? '';
  const after = written.slice(at.end);
  const asked: Asked = { text, locale, today };
  const drafts = at.inValue ? values(node, asked) : keysOf(node, at.dashed, asked, /^[ \t]*:/.test(after));
  const { start, end } = at.inValue ? valueWord(node, written, at) : at;
  const range = { start: { line, character: start }, end: { line, character: end } };
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
function keysOf(node: ConfigNode, dashed: boolean, asked: Asked, hasColon: boolean): Draft[] {
  const { locale } = asked;
  if (node.kind === 'list')
    return keysOf(node.item, true, asked, hasColon).map((d) => ({
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
  return dashed ? values(node, asked) : [];
}

/** Whose value begins on the next line. */
const isNested = ({ kind }: ConfigNode): boolean => kind === 'map' || kind === 'list' || kind === 'rules';

function values(node: ConfigNode, asked: Asked): Draft[] {
  const { text, locale, today } = asked;
  const value = (label: string, detail: string, documentation = detail): Draft => ({
    label,
    sort: 'value',
    detail,
    documentation,
    insert: label,
  });
  const found = (label: string, { en, 'zh-cn': zh }: Text, about: string): Draft => ({
    ...value(label, locale === 'en' ? en : zh, about),
    filter: `${label} ${en} ${zh}`,
  });
  switch (node.kind) {
    case 'words':
      return Object.entries(node.words).map(([word, meaning]) => value(word, meaning[locale]));
    case 'setting':
      return values(SEVERITY, asked);
    case 'rule':
      return ruleNames(locale, '');
    case 'date':
      return [value(proposedDay(today, node.proposes), node.text[locale])];
    case 'row':
      return attestableRows(readConfig('', text).config, today).map(({ row }) =>
        found(row, rows[row]!.subject, aboutRow(row, locale)),
      );
    case 'clause':
      return Object.entries(clauses).map(([clause, { gist }]) => found(clause, gist, aboutClause(clause, locale)));
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
