/**
 * One text's card on the Make tab: its symbol with proof, facts, level and ways out; or why there
 * is none.
 */
import type { ScanMargin, SymbolCard } from '../../src/extension/panel/contract';
import { button } from './button';
import { copyPng } from './copyPng';
import { h, on } from './dom';
import { capacityMeter, facts } from './facts';
import { icon } from './icons';
import { levelChoice } from './levelChoice';
import { message } from './message';
import type { Page } from './page';
import { preview } from './preview';
import { scanMarginView } from './scanMarginView';
import { textBox } from './textBox';
import { waysOut } from './waysOut';
import { whenNear } from './whenNear';
import { fillIn } from './words';

export interface CardPlace {
  view: number;
  index: number;
  count: number;
}

export interface DrawnSymbol {
  article: HTMLElement;
  /** The picture of a look that the page cannot draw itself. */
  setPicture(address: string): void;
  setScanMargin(scanMargin: ScanMargin): void;
}

/** An article; Ctrl+C or Cmd+C anywhere in it copies the picture, unless text is selected. */
export function symbolCard(card: SymbolCard, place: CardPlace, page: Page): DrawnSymbol {
  const { strings } = page;
  const { view, index, count } = place;
  const title = titleOf(card, place, page);
  const heading = h('h2', { class: count > 1 ? 'card-title' : 'unseen' }, title);
  const choose = (level: SymbolCard['wantedLevel']) => page.post({ type: 'changeLevel', view, index, level });
  const levels = levelChoice(`level-${index}`, card.wantedLevel, strings, choose);
  const { symbol } = card;
  if (!symbol) {
    const split = () => page.post({ type: 'split', view, index });
    const article = h(
      'article',
      { class: 'card failed', 'aria-label': title, tabindex: -1 },
      heading,
      message('error', strings.noSymbol, card.error ?? ''),
      card.splittable && h('div', { class: 'actions' }, button(strings.split, split, { icon: 'split', primary: true })),
      textBox(card, page),
      labelled(strings.level, levels),
    );
    return { article, setPicture: () => {}, setScanMargin: () => {} };
  }
  const spoken = card.secret ? strings.secretHidden : contentOf(card, page).slice(0, 200);
  const label = fillIn(strings.symbolLabel, { version: symbol.version, level: symbol.level, text: spoken });
  const copyPicture = () =>
    copyPng(page.png(view, index)).then(
      () => page.tell(strings.pngCopied),
      () => page.tell(strings.pngNotCopied, 'error'),
    );
  const shown = preview(symbol, page.options, label);
  const scanMargin = scanMarginView(strings);
  const article = h(
    'article',
    { class: 'card', 'aria-label': title, tabindex: -1 },
    heading,
    h('div', { class: 'ground' }, shown.element),
    h(
      'div',
      { class: 'details' },
      proof(symbol.engines, page),
      card.fileName === undefined ? textBox(card, page) : h('p', { class: 'text-box' }, contentOf(card, page)),
      card.kind && kindLine(card.kind, place, page),
      labelled(strings.level, levels, levelNote(card, symbol, page)),
      capacityMeter(symbol, strings),
      scanMargin.element,
      facts(symbol, strings),
      ...waysOut(card, place, title, copyPicture, page),
    ),
  );
  on(article, 'keydown', (event) => {
    const { key, ctrlKey, metaKey } = event as KeyboardEvent;
    if (key.toLowerCase() === 'c' && (ctrlKey || metaKey) && getSelection()?.isCollapsed !== false) void copyPicture();
  });
  whenNear(article, () => page.post({ type: 'needLook', view, index }));
  return { article, setPicture: shown.set, setScanMargin: scanMargin.set };
}

const titleOf = ({ part }: SymbolCard, { index, count }: CardPlace, { strings }: Page): string =>
  part
    ? fillIn(strings.setPart, { number: part.index + 1, count: part.count })
    : fillIn(strings.symbolTitle, { number: index + 1, count });

const contentOf = ({ fileName, text }: SymbolCard, { strings }: Page): string =>
  fileName === undefined ? text : fillIn(strings.fileBytes, { name: fileName });

/** What the text is, with the way to its form. */
function kindLine(
  { label, bare }: NonNullable<SymbolCard['kind']>,
  { view, index }: CardPlace,
  { strings, post }: Page,
): HTMLElement {
  const edit = button(strings.editAsForm, () => post({ type: 'editAsForm', view, index }), { icon: 'edit' });
  return h(
    'div',
    { class: 'kind' },
    h('span', {}, fillIn(bare ? strings.kindLike : strings.kindIs, { kind: label })),
    edit,
  );
}

const labelled = (name: string, control: HTMLElement, note?: HTMLElement) =>
  h('div', { class: 'labelled' }, h('span', { class: 'label', 'aria-hidden': 'true' }, name), control, note);

const proof = (engines: string[], { strings }: Page) => {
  const why = fillIn(strings.readsBackBy, { engines: engines.join(', ') });
  return h(
    'p',
    { class: 'proof', title: why },
    icon('check'),
    h('span', {}, strings.readsBack),
    h('span', { class: 'unseen' }, why),
  );
};

const ORDER = 'LMQH';

type Made = NonNullable<SymbolCard['symbol']>;

function levelNote(
  { wantedLevel: wanted, part, atH }: SymbolCard,
  { level, size }: Made,
  { strings }: Page,
): HTMLElement | undefined {
  const note = (text: string, values: Record<string, string | number>) =>
    h('p', { class: 'note' }, fillIn(text, { level, ...values }));
  if (part && atH !== undefined) {
    const chosen = { count: part.count, size };
    return atH
      ? note(strings.levelOfSet, { ...chosen, countAtH: atH.count, sizeAtH: atH.size })
      : note(strings.levelOfLongSet, chosen);
  }
  if (wanted === level) return undefined;
  return note(ORDER.indexOf(level) < ORDER.indexOf(wanted) ? strings.levelFallback : strings.levelBoosted, { wanted });
}
