/** The Make tab: one card per text. */
import type { PanelState } from '../../src/extension/panel/contract';
import { h } from './dom';
import { emptyView } from './emptyView';
import type { Page } from './page';
import { saveAll } from './saveAll';
import { symbolCard } from './symbolCard';
import { fillIn } from './words';

export interface Forms {
  payload: HTMLDetailsElement;
  options: HTMLDetailsElement;
}

/** The forms stand above the cards; the one for payloads is opened when there is nothing else to see. */
export function makeView({ symbols, view, busy }: PanelState, { payload, options }: Forms, page: Page): HTMLElement {
  if (symbols.length === 0) {
    if (!busy) payload.open = true;
    return h('div', {}, emptyView('symbol', page.strings.makeEmptyTitle, page.strings.makeEmptyHow), payload, options);
  }
  const count = symbols.length;
  const cards = h(
    'div',
    { class: count > 1 ? 'cards many' : 'cards' },
    ...symbols.map((card, index) => symbolCard(card, { view, index, count }, page)),
  );
  const parts = symbols.find(({ part }) => part)?.part?.count;
  return h(
    'div',
    {},
    payload,
    options,
    parts !== undefined && h('p', { class: 'note set-note' }, fillIn(page.strings.setHow, { count: parts })),
    count > 1 && saveAll(view, page),
    cards,
  );
}
