/**
 * A text with everything in it that does not show by itself made visible: what a code hides is part
 * of what it says.
 */
import { h } from './dom';

/**
 * Controls, and characters that take no room, turn the direction of writing or look like a plain
 * space.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;

/**
 * Text nodes and marks in order, one mark per hidden character; a line break keeps breaking the
 * line.
 */
export function visibleText(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (joinsEmoji(text, index)) continue;
    if (index > end) parts.push(text.slice(end, index));
    parts.push(h('span', { class: 'hidden-character', title: codePoint(character) }, sign(character)));
    if (character === '\n' || (character === '\r' && text[index + 1] !== '\n')) parts.push('\n');
    end = index + character.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The zero-width joiner inside an emoji sequence is part of one visible sign. */
const joinsEmoji = (text: string, index: number): boolean =>
  text[index] === '\u200d' &&
  /(?:\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})$/u.test(text.slice(Math.max(0, index - 2), index));

const codePoint = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

const sign = (character: string): string => {
  const code = character.codePointAt(0)!;
  if (character === '\n') return '↵';
  if (character === '\t') return '⇥\t';
  // U+2400 and on are pictures of the control characters.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : codePoint(character);
};
