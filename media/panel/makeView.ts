/** The Make tab: one card per text. */
import type { PanelState } from '../../src/extension/panel/contract';
import { h } from './dom';
import { emptyView } from './emptyView';
import type { Page } from './page';
import { saveAll } from './saveAll';
import { type DrawnSymbol, symbolCard } from './symbolCard';
import { fillIn } from './words';

export interface Forms {
  payload: HTMLDetailsElement;
  options: HTMLDetailsElement;
}

export interface MakeView {
  element: HTMLElement;
  cards: DrawnSymbol[];
}

/**
 * The forms stand above the cards; the one for payloads is opened when there is nothing else to
 * see.
 */
export function makeView({ symbols, view, busy }: PanelState, { payload, options }: Forms, page: Page): MakeView {
  if (symbols.length === 0) {
    if (!busy) payload.open = true;
    const empty = emptyView('symbol', page.strings.makeEmptyTitle, page.strings.makeEmptyHow);
    return { element: h('div', {}, empty, payload, options), cards: [] };
  }
  const count = symbols.length;
  const cards = symbols.map((card, index) => symbolCard(card, { view, index, count }, page));
  const parts = symbols.find(({ part }) => part)?.part?.count;
  const element = h(
    'div',
    {},
    payload,
    options,
    parts !== undefined && h('p', { class: 'note set-note' }, fillIn(page.strings.setHow, { count: parts })),
    count > 1 && saveAll(view, page),
    h('div', { class: count > 1 ? 'cards many' : 'cards' }, ...cards.map(({ article }) => article)),
  );
  return { element, cards };
}
