/** The Make tab: one card per text, and the choices for all of them where they cover none. */
import type { PanelState, SymbolCard } from '../../src/extension/panel/contract';
import { h } from './dom';
import { beginning, emptyView, restoringView } from './emptyView';
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
  /** By the place of their text. */
  cards: DrawnSymbol[];
  draw(state: PanelState): void;
  replace(index: number, card: SymbolCard, state: PanelState): void;
}

/**
 * With one symbol the choices stand in its card, below what it says; with several beside or under
 * them; with none below the invitation, the one for payloads open.
 */
export function makeView({ payload, options }: Forms, page: Page): MakeView {
  const { strings } = page;
  const element = h('div');
  const choices = h('div', { class: 'choices' });
  const empty = emptyView(
    'symbol',
    strings.makeEmptyTitle,
    strings.makeEmptyHow,
    beginning(page, 'selection', strings.beginSelection, true),
    beginning(page, 'text', strings.beginText),
    beginning(page, 'clipboard', strings.beginClipboard),
    beginning(page, 'sample', strings.beginSample),
    beginning(page, 'history', strings.beginHistory),
  );
  const restoring = restoringView(page);
  const setNote = h('p', { class: 'note set-note' });
  const grid = h('div', { class: 'cards' });
  const cards: DrawnSymbol[] = [];
  let view = 0;
  const all = saveAll(() => view, page);

  const arrange = (kind: 'none' | 'one' | 'many', ...children: HTMLElement[]) => {
    const isSame = element.classList.contains(kind) && children.every((child) => child.parentElement === element);
    if (isSame) return;
    element.className = kind;
    choices.replaceChildren(...(kind === 'none' ? [payload, options] : [options, payload]));
    if (kind === 'one') cards[0]!.room.append(choices);
    element.replaceChildren(...children);
  };

  const draw = ({ symbols, busy, view: shown }: PanelState) => {
    view = shown;
    const count = symbols.length;
    symbols.forEach((card, index) => {
      const place = { view, index, count };
      const drawn = cards[index];
      if (drawn) drawn.set(card, place);
      else cards.push(symbolCard(card, place, page));
    });
    cards.length = count;
    if (count === 0) {
      if (!busy) payload.open = true;
      return arrange('none', busy ? restoring : empty, choices);
    }
    const articles = cards.map(({ article }) => article);
    if (articles.length !== grid.children.length || articles.some((each) => each.parentElement !== grid))
      grid.replaceChildren(...articles);
    if (count === 1) return arrange('one', grid);
    const parts = symbols.find(({ part }) => part)?.part?.count;
    setNote.hidden = parts === undefined;
    setNote.textContent = parts === undefined ? '' : fillIn(strings.setHow, { count: parts });
    return arrange('many', all, grid, setNote, choices);
  };

  return {
    element,
    cards,
    draw,
    replace: (index, card, { view: shown, symbols }) =>
      cards[index]?.set(card, { view: shown, index, count: symbols.length }),
  };
}
