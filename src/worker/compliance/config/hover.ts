/**
 * What the pointer on `.qrcodemaster.yaml` says: the rule that is named there, or what a key or
 * word means.
 */
import type { Locale, Position } from '../../protocol/finding';
import type { HoverText } from '../hover';
import { ruleHover } from '../rulePage';
import { valueIn } from '../valueIn';
import { SEVERITY } from './keys';
import { nodeAt } from './nodeAt';
import { configPathAt } from './pathAt';

export function hoverConfig(text: string, { line, character }: Position, locale: Locale): HoverText | null {
  const at = configPathAt(text, line, character);
  if (!at || at.word === '') return null;
  const parent = nodeAt(at.path);
  const markdown =
    ruleHover(ruleNamed(parent?.kind, at.word), locale) ??
    (at.inValue ? wordOf(parent, at.word, locale) : keyOf(at.path, at.word, locale));
  return markdown
    ? { markdown, range: { start: { line, character: at.start }, end: { line, character: at.end } } }
    : null;
}

const ruleNamed = (kind: string | undefined, word: string): string => (kind === 'rules' || kind === 'rule' ? word : '');

function wordOf(node: ReturnType<typeof nodeAt>, word: string, locale: Locale): string | undefined {
  const words = node?.kind === 'setting' ? SEVERITY : node;
  const meaning = words?.kind === 'words' ? valueIn(words.words, word)?.[locale] : undefined;
  return meaning && `\`${word}\`: ${meaning}`;
}

function keyOf(path: readonly string[], key: string, locale: Locale): string | undefined {
  const node = nodeAt([...path, key]);
  return node && `**${key}**: ${node.text[locale]}`;
}
