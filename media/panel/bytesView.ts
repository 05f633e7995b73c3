/**
 * The bytes of a symbol as they stand in it, the character set that they were read in with the
 * reason, and a choice of another. The bytes are asked for when this is opened.
 */
import type { PanelStrings, ReadSymbol } from '../../src/extension/panel/contract';
import { charsetReason, charsetWords } from './charsetWords';
import { h, on } from './dom';
import type { Page } from './page';
import { field, select } from './selectField';
import { fillIn, sentence, sentences } from './words';

/** Of a symbol among what was read. */
export interface RowPlace {
  view: number;
  picture: number;
  symbol: number;
}

export interface BytesView {
  element: HTMLElement;
  setBytes(bytes: Uint8Array, charsets: readonly string[]): void;
  /** The text was read anew. */
  setCard(card: ReadSymbol): void;
}

/** More than the largest symbol holds. */
const MAX_SHOWN_BYTES = 8192;
const BYTES_A_LINE = 16;

export function bytesView(first: ReadSymbol, place: RowPlace, page: Page): BytesView {
  const { strings, post } = page;
  const content = h('div', { class: 'bytes' });
  const reason = h('p', { class: 'note' });
  const details = h('details', { class: 'folded-part' }, h('summary', {}, strings.bytesTitle), content);
  let card = first;
  let isAsked = false;
  const explain = () => {
    const [words, why] = [charsetWords(card, strings), charsetReason(card, strings)];
    reason.textContent = why === '' ? words : sentences(sentence(words), why);
  };
  on(details, 'toggle', () => {
    if (!details.open || isAsked) return;
    isAsked = true;
    post({ type: 'needBytes', ...place });
  });
  return {
    element: details,
    setBytes(bytes, charsets) {
      const found = charsetWords(first, strings);
      const control = select(
        `charset-${place.picture}-${place.symbol}`,
        [
          ['', fillIn(strings.charsetFound, { charset: found })],
          ...charsets.map((name): [string, string] => [name, name]),
        ],
        (charset) => post({ type: 'readAs', ...place, charset, revealed: card.secret }),
        '',
      );
      explain();
      content.replaceChildren(field(strings.charsetChoice, control), reason, dump(bytes, strings));
    },
    setCard(next) {
      card = next;
      explain();
    },
  };
}

/** Offsets, the bytes in hexadecimal, and the ASCII characters among them. */
function dump(bytes: Uint8Array, strings: PanelStrings): HTMLElement {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, MAX_SHOWN_BYTES); at += BYTES_A_LINE) {
    const line = [...bytes.subarray(at, at + BYTES_A_LINE)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(BYTES_A_LINE * 3 - 1)}  ${ascii}`);
  }
  const label = fillIn(strings.bytesCount, { count: bytes.length });
  return h(
    'figure',
    {},
    h('figcaption', { class: 'note' }, label),
    h('pre', { tabindex: 0, 'aria-label': label }, lines.join('\n')),
  );
}
