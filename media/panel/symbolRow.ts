/** One symbol that was read: number, text, facts and what can be done with the text. */
import type { PanelStrings, ReadSymbol } from '../../src/extension/panel/contract';
import { formatName } from '../../src/worker/protocol/formatName';
import { type BytesView, bytesView, type RowPlace } from './bytesView';
import { charsetWords } from './charsetWords';
import { h } from './dom';
import type { Page } from './page';
import { readActions, readText } from './readText';
import { toolWords } from './toolWords';
import { fillIn } from './words';

export interface SymbolRow {
  element: HTMLElement;
  /** The secret was asked for, or the text was read anew. */
  setCard(card: ReadSymbol): void;
  setBytes: BytesView['setBytes'];
}

/** A list item that takes the focus, so that the keyboard can walk the boxes. */
export function symbolRow(first: ReadSymbol, place: RowPlace, page: Page): SymbolRow {
  const { strings, post } = page;
  const number = place.symbol + 1;
  const content = h('div', { class: 'row-content' });
  const element = h(
    'li',
    { class: 'row', tabindex: 0 },
    h('span', { class: 'row-number', 'aria-hidden': 'true' }, String(number)),
    content,
  );
  const bytes = bytesView(first, place, page);
  const draw = (read: ReadSymbol) => {
    const focused = content.contains(document.activeElement)
      ? document.activeElement?.getAttribute('data-keeps-focus')
      : undefined;
    element.setAttribute('aria-label', rowLabel(read, number, strings));
    content.replaceChildren(
      ...readText(read, { reveal: () => post({ type: 'reveal', ...place }), hide: () => draw(first) }, page),
      facts(read, page),
      readActions(read, (action) => post({ type: 'readText', ...place, action }), String(number), page),
      // What a secret is made of is shown with it.
      read.hidden ? '' : bytes.element,
    );
    if (focused) content.querySelector<HTMLElement>(`[data-keeps-focus="${focused}"]`)?.focus();
  };
  draw(first);
  return {
    element,
    setCard(card) {
      bytes.setCard(card);
      draw(card);
    },
    setBytes: bytes.setBytes,
  };
}

/** "QR code 1: its text", for a screen reader. */
export const rowLabel = ({ hidden, text }: ReadSymbol, number: number, strings: PanelStrings): string =>
  fillIn(strings.boxLabel, { number, text: hidden ? strings.secretHidden : text.slice(0, 200) });

const facts = (read: ReadSymbol, page: Page): HTMLElement =>
  h(
    'p',
    { class: 'row-facts', title: fillIn(page.strings.readBy, { engine: read.engine, attempt: read.attempt }) },
    describe(read, page),
  );

function describe(read: ReadSymbol, page: Page): string {
  const { strings } = page;
  const { version, level, part, after } = read;
  return [
    formatName(read.format),
    version !== undefined && fillIn(strings.symbolVersion, { version }),
    level && fillIn(strings.symbolLevel, { level }),
    charsetWords(read, strings),
    part && fillIn(strings.part, { index: part.index + 1, count: part.count }),
    read.mirrored && strings.mirrored,
    read.inverted && strings.inverted,
    after.length > 0 && fillIn(strings.foundAfter, { tools: toolWords(after, page) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
