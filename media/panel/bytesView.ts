/**
 * The bytes of a symbol as they stand in it, the character set that they were read in with the
 * reason, and a choice of another. The bytes are asked for when this is opened.
 */
import type { ReadSymbol } from '../../src/extension/panel/contract';
import { byteDump } from './byteDump';
import { charsetName, charsetReason, charsetWords } from './charsetWords';
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
          ...charsets.map((name): [string, string] => [name, charsetName(name)]),
        ],
        (charset) => post({ type: 'readAs', ...place, charset, revealed: card.secret }),
        '',
      );
      explain();
      content.replaceChildren(field(strings.charsetChoice, control), reason, byteDump(bytes, strings));
    },
    setCard(next) {
      card = next;
      explain();
    },
  };
}
