/**
 * One text's card on the Make tab: its symbol or why there is none, and what there is to say of it.
 * It is drawn once and then changed in place, so a new symbol moves nothing and takes no focus away.
 */
import type { ScanMargin, SymbolCard } from '../../src/extension/panel/contract';
import type { CardPlace } from './cardPlace';
import { copyPng } from './copyPng';
import { h, on } from './dom';
import type { Page } from './page';
import { symbolStage } from './symbolStage';
import { symbolWords } from './symbolWords';
import { whenNear } from './whenNear';
import { fillIn } from './words';

export interface DrawnSymbol {
  article: HTMLElement;
  /** Where more may stand that belongs to the card. */
  room: HTMLElement;
  set(card: SymbolCard, place: CardPlace): void;
  /** The picture of a look that the page cannot draw itself. */
  setPicture(address: string): void;
  setScanMargin(scanMargin: ScanMargin): void;
  /** Draws the same symbol by the page's present choices, where the page can. */
  restyle(): void;
  /** Takes the size that the window has room for now. */
  resize(): void;
}

/** An article; Ctrl+C or Cmd+C anywhere in it copies the picture, unless text is selected. */
export function symbolCard(first: SymbolCard, firstPlace: CardPlace, page: Page): DrawnSymbol {
  const { strings } = page;
  let card = first;
  let place = firstPlace;
  let stopWaiting = () => {};
  const copyPicture = () =>
    copyPng(page.png(place.view, place.index)).then(
      () => page.tell(strings.pngCopied),
      () => page.tell(strings.pngNotCopied, 'error'),
    );
  const heading = h('h2', {});
  const stage = symbolStage(
    () => ({ card, place }),
    () => void copyPicture(),
    page,
  );
  const words = symbolWords(place.index, () => place, page);
  const room = h('div', { class: 'room' });
  const rest = h('div', { class: 'rest', 'data-scroll': 'make-rest' }, words.told, room, words.folds);
  const article = h('article', { class: 'card', tabindex: -1 }, heading, stage.element, rest);
  on(article, 'keydown', (event) => {
    const { key, ctrlKey, metaKey } = event as KeyboardEvent;
    if (!card.symbol || key.toLowerCase() !== 'c' || !(ctrlKey || metaKey)) return;
    if (getSelection()?.isCollapsed !== false) void copyPicture();
  });
  const set: DrawnSymbol['set'] = (now, where) => {
    card = now;
    place = where;
    const title = titleOf(card, place, page);
    const content = contentOf(card, page);
    heading.textContent = title;
    heading.className = place.count > 1 ? 'card-title' : 'unseen';
    article.setAttribute('aria-label', title);
    article.className = `card ${place.count > 1 ? 'framed' : 'sheet'}`;
    article.classList.toggle('failed', !card.symbol);
    stage.set(card, title, card.secret ? strings.secretHidden : content.slice(0, 200));
    words.set(card, content);
    stopWaiting();
    if (!card.symbol) return;
    const { view, index } = place;
    stopWaiting = whenNear(article, () => page.post({ type: 'needLook', view, index }));
  };
  set(card, place);
  return {
    article,
    room,
    set,
    setPicture: stage.setPicture,
    setScanMargin: words.setScanMargin,
    restyle: stage.restyle,
    resize: stage.resize,
  };
}

const titleOf = ({ part }: SymbolCard, { index, count }: CardPlace, { strings }: Page): string =>
  part
    ? fillIn(strings.setPart, { number: part.index + 1, count: part.count })
    : fillIn(strings.symbolTitle, { number: index + 1, count });

const contentOf = ({ fileName, text }: SymbolCard, { strings }: Page): string =>
  fileName === undefined ? text : fillIn(strings.fileBytes, { name: fileName });
