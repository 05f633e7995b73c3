/**
 * What one looks at: the symbol on its ground with the ways out under it, or why there is none. It
 * outlives the symbol, so nothing that is in use is taken away when another one comes.
 */
import type { SymbolCard } from '../../src/extension/panel/contract';
import { button } from './button';
import type { CardPlace } from './cardPlace';
import { h } from './dom';
import { icon } from './icons';
import { message } from './message';
import type { Page } from './page';
import { isPlain, type Preview, preview } from './preview';
import { waysOut } from './waysOut';
import { fillIn, listed } from './words';

export interface SymbolStage {
  element: HTMLElement;
  /** @param spoken what the symbol says, for a screen reader */
  set(card: SymbolCard, title: string, spoken: string): void;
  setPicture(address: string): void;
  /** Draws the same symbol by the page's present choices, where the page can. */
  restyle(): void;
  resize(): void;
}

export function symbolStage(
  now: () => { card: SymbolCard; place: CardPlace },
  copy: () => void,
  page: Page,
): SymbolStage {
  const { strings } = page;
  let shown: Preview | undefined;
  let label = '';
  /** The last picture that the page could not draw itself, and whose it is. */
  let picture: { of: string; address: string } | undefined;
  const ground = h('div', { class: 'ground' });
  const outgoing = () => {
    const { card, place } = now();
    return { view: place.view, index: place.index, isText: card.fileName === undefined };
  };
  const out = waysOut(outgoing, copy, page);
  const split = () => {
    const { view, index } = now().place;
    page.post({ type: 'split', view, index });
  };
  const splitting = h('div', { class: 'actions' }, button(strings.split, split, { icon: 'split', primary: true }));
  const why = h('span', { class: 'unseen' });
  const proof = h('p', { class: 'proof' }, icon('check'), h('span', {}, strings.readsBack), why);
  const element = h('div', { class: 'stage' });
  const draw = () => {
    const { card, place } = now();
    if (!card.symbol) return;
    shown = preview(card.symbol, page.options, label, place.count > 1);
    // The look before stands there until the new one comes.
    if (picture?.of === contentKey(card)) shown.set(picture.address);
    ground.replaceChildren(shown.element);
  };
  return {
    element,
    set(card, title, spoken) {
      const { symbol } = card;
      if (!symbol) {
        shown = undefined;
        element.replaceChildren(
          message('error', strings.noSymbol, card.error ?? ''),
          ...(card.splittable ? [splitting] : []),
        );
        return;
      }
      label = fillIn(strings.symbolLabel, { version: symbol.version, level: symbol.level, text: spoken });
      draw();
      why.textContent = fillIn(strings.readsBackBy, { engines: listed(symbol.engines) });
      proof.title = why.textContent;
      out.setAttribute('aria-label', title);
      // What is in its place stays there: moving it would take the focus away.
      if (!ground.isConnected || element.firstChild !== ground) element.replaceChildren(ground, out, proof);
    },
    setPicture(address) {
      picture = { of: contentKey(now().card), address };
      shown?.set(address);
    },
    restyle() {
      if (isPlain(page.options)) draw();
    },
    resize: () => shown?.resize(),
  };
}

/** The same for what says the same at any level; of a file, whose bytes are not here, for the same symbol. */
const contentKey = ({ fileName, text, part, symbol }: SymbolCard): string =>
  JSON.stringify(fileName === undefined ? [text, part?.index] : [fileName, symbol?.modules]);
