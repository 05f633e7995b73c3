/**
 * What the pointer on `.qrcodemaster.yaml` says: the rule that is named there, or what a key or
 * word means.
 */
import type { Locale, Position } from '../../protocol/finding';
import { aboutClause, aboutRow } from '../checklist/about';
import { clauses } from '../checklist/clauses';
import { rows } from '../checklist/rows';
import type { HoverText } from '../hover';
import { ruleHover } from '../rulePage';
import { valueIn } from '../valueIn';
import { SEVERITY } from './keys';
import { nodeAt } from './nodeAt';
import { configPathAt } from './pathAt';
import { valueWord } from './valueWord';

export function hoverConfig(text: string, { line, character }: Position, locale: Locale): HoverText | null {
  const at = configPathAt(text, line, character);
  if (!at || at.word === '') return null;
  const parent = nodeAt(at.path);
  const { word, start, end } = parent && at.inValue ? valueWord(parent, text.split(/\r\n|\n|\r/)[line] ?? '', at) : at;
  const markdown =
    ruleHover(ruleNamed(parent?.kind, word), locale) ??
    (at.inValue ? wordOf(parent, word, locale) : keyOf(at.path, word, locale));
  return markdown ? { markdown, range: { start: { line, character: start }, end: { line, character: end } } } : null;
}

const ruleNamed = (kind: string | undefined, word: string): string => (kind === 'rules' || kind === 'rule' ? word : '');

function wordOf(node: ReturnType<typeof nodeAt>, word: string, locale: Locale): string | undefined {
  if (node?.kind === 'row') return Object.hasOwn(rows, word) ? aboutRow(word, locale) : undefined;
  if (node?.kind === 'clause') return Object.hasOwn(clauses, word) ? aboutClause(word, locale) : undefined;
  const words = node?.kind === 'setting' ? SEVERITY : node;
  const meaning = words?.kind === 'words' ? valueIn(words.words, word)?.[locale] : undefined;
  return meaning && `\`${word}\`: ${meaning}`;
}

function keyOf(path: readonly string[], key: string, locale: Locale): string | undefined {
  const node = nodeAt([...path, key]);
  return node && `**${key}**: ${node.text[locale]}`;
}
