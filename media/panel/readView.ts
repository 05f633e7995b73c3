/** The Read tab: one card per picture; a picture's bytes are asked for when its card comes near the window. */
import type { PanelState } from '../../src/extension/panel/contract';
import { h } from './dom';
import { dropHint } from './dropZone';
import { emptyView } from './emptyView';
import type { Page } from './page';
import { pictureCard } from './pictureCard';

export interface ReadView {
  element: HTMLElement;
  setBytes(picture: number, bytes: Uint8Array | undefined): void;
}

export function readView({ pictures, view }: PanelState, page: Page): ReadView {
  if (pictures.length === 0) {
    const empty = emptyView('picture', page.strings.readEmptyTitle, page.strings.readEmptyHow);
    return { element: empty, setBytes: () => {} };
  }
  const cards = pictures.map((card, picture) => pictureCard(card, { view, picture }, page));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        page.post({ type: 'needPicture', view, picture: cards.findIndex(({ article }) => article === target) });
      }
    },
    { rootMargin: '400px' },
  );
  cards.forEach(({ article }, i) => {
    if (pictures[i]!.width > 0) observer.observe(article);
  });
  return {
    element: h('div', { class: 'pictures' }, dropHint(page), ...cards.map(({ article }) => article)),
    setBytes: (picture, bytes) => cards[picture]?.setBytes(bytes),
  };
}
