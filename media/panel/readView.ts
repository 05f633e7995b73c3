/**
 * The Read tab: what several codes say together, then one card per picture; a picture's bytes are
 * asked for when its card comes near the window.
 */
import type { PanelState } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import { dropHint, takePicture } from './dropZone';
import { beginning, emptyView, restoringView } from './emptyView';
import type { Page } from './page';
import { pictureCard } from './pictureCard';
import { pictureChoices } from './pictureChoices';
import { keepTools } from './pictureTools';
import { readClipboard } from './readClipboard';
import { type SetView, setView } from './setView';
import type { SymbolRow } from './symbolRow';
import { whenNear } from './whenNear';

export interface ReadView {
  element: HTMLElement;
  setBytes(picture: number, bytes: Uint8Array | undefined): void;
  /** Undefined where there is none. */
  row(picture: number, symbol: number): SymbolRow | undefined;
  set(index: number): SetView | undefined;
}

/** @param table of a folder, which stands above the pictures */
export function readView({ pictures, sets, view, busy }: PanelState, page: Page, table?: HTMLElement): ReadView {
  keepTools(pictures);
  if (pictures.length === 0 && !table) {
    const element = busy ? restoringView(page) : noPicture(page);
    return { element, setBytes: () => {}, row: () => undefined, set: () => undefined };
  }
  const cards = pictures.map((card, picture) => {
    const drawn = pictureCard(card, { view, picture }, page);
    if (card.width > 0) whenNear(drawn.article, () => page.post({ type: 'needPicture', view, picture }));
    return drawn;
  });
  const joined = sets.map((read, set) => setView(read, { view, set }, page));
  return {
    element: h(
      'div',
      { class: 'pictures' },
      table ?? dropHint(page),
      ...joined.map(({ element }) => element),
      ...cards.map(({ article }) => article),
    ),
    setBytes: (picture, bytes) => cards[picture]?.setBytes(bytes),
    row: (picture, symbol) => cards[picture]?.rows[symbol],
    set: (index) => joined[index],
  };
}

const noPicture = (page: Page): HTMLElement => {
  const { strings } = page;
  return emptyView(
    'picture',
    strings.readEmptyTitle,
    strings.readEmptyHow,
    pictureChoices(page),
    button(strings.beginClipboard, () => void readClipboard(page, (file) => takePicture(file, page))),
    beginning(page, 'samplePicture', strings.beginSamplePicture),
    beginning(page, 'history', strings.beginHistory),
  );
};
