/** The Make tab: one card per text. */
import type { PanelState } from '../../src/extension/panel/contract';
import { h } from './dom';
import { emptyView } from './emptyView';
import type { Page } from './page';
import { symbolCard } from './symbolCard';

export function makeView({ symbols, view }: PanelState, page: Page): HTMLElement {
  if (symbols.length === 0) return emptyView('symbol', page.strings.makeEmptyTitle, page.strings.makeEmptyHow);
  const count = symbols.length;
  return h(
    'div',
    { class: count > 1 ? 'cards many' : 'cards' },
    ...symbols.map((card, index) => symbolCard(card, { view, index, count }, page)),
  );
}
