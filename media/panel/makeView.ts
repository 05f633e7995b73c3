/** The Make tab: one card per text. */
import type { PanelState } from '../../src/extension/panel/contract';
import { h } from './dom';
import { emptyView } from './emptyView';
import type { Page } from './page';
import { symbolCard } from './symbolCard';

/** `form` stands above the cards; it is opened when there is nothing else to see. */
export function makeView({ symbols, view, busy }: PanelState, form: HTMLDetailsElement, page: Page): HTMLElement {
  if (symbols.length === 0) {
    if (!busy) form.open = true;
    return h('div', {}, emptyView('symbol', page.strings.makeEmptyTitle, page.strings.makeEmptyHow), form);
  }
  const count = symbols.length;
  const cards = h(
    'div',
    { class: count > 1 ? 'cards many' : 'cards' },
    ...symbols.map((card, index) => symbolCard(card, { view, index, count }, page)),
  );
  return h('div', {}, form, cards);
}
