/** One text's card on the Make tab: its symbol with proof, facts, level and ways out; or why there is none. */
import type { SymbolCard } from '../../src/extension/panel/contract';
import { button } from './button';
import { copyPng } from './copyPng';
import { h, on } from './dom';
import { capacityMeter, facts } from './facts';
import { icon } from './icons';
import { levelChoice } from './levelChoice';
import { message } from './message';
import type { Page } from './page';
import { preview } from './preview';
import { textBox } from './textBox';
import { fillIn } from './words';

export interface CardPlace {
  view: number;
  index: number;
  count: number;
}

/** An article; Ctrl+C or Cmd+C anywhere in it copies the picture, unless text is selected. */
export function symbolCard(card: SymbolCard, place: CardPlace, page: Page): HTMLElement {
  const { strings } = page;
  const { view, index, count } = place;
  const title = fillIn(strings.symbolTitle, { number: index + 1, count });
  const heading = h('h2', { class: count > 1 ? 'card-title' : 'unseen' }, title);
  const choose = (level: SymbolCard['wantedLevel']) => page.post({ type: 'changeLevel', view, index, level });
  const levels = levelChoice(`level-${index}`, card.wantedLevel, strings, choose);
  const { symbol } = card;
  if (!symbol) {
    return h(
      'article',
      { class: 'card failed', 'aria-label': title },
      heading,
      message('error', strings.noSymbol, card.error ?? ''),
      textBox(card, page),
      labelled(strings.level, levels),
    );
  }
  const spoken = card.secret ? strings.secretHidden : card.text.slice(0, 200);
  const label = fillIn(strings.symbolLabel, { version: symbol.version, level: symbol.level, text: spoken });
  const copyPicture = () =>
    copyPng(symbol).then(
      () => page.tell(strings.pngCopied),
      () => page.tell(strings.pngNotCopied, 'error'),
    );
  const actions = h(
    'div',
    { class: 'actions', role: 'group', 'aria-label': title },
    button(strings.copyPng, copyPicture, { icon: 'copy', primary: true }),
    button(strings.savePng, () => page.post({ type: 'save', view, index, format: 'png' }), { icon: 'save' }),
    button(strings.copySvg, () => page.post({ type: 'copyAs', view, index, format: 'svg' }), { icon: 'copy' }),
    button(strings.saveSvg, () => page.post({ type: 'save', view, index, format: 'svg' }), { icon: 'save' }),
    button(strings.copyText, () => page.post({ type: 'madeText', view, index, action: 'copy' }), { icon: 'copy' }),
  );
  const article = h(
    'article',
    { class: 'card', 'aria-label': title },
    heading,
    h('div', { class: 'ground' }, preview(symbol, label)),
    h(
      'div',
      { class: 'details' },
      proof(symbol.engines, page),
      textBox(card, page),
      labelled(strings.level, levels, levelNote(card.wantedLevel, symbol.level, page)),
      capacityMeter(symbol, strings),
      facts(symbol, strings),
      actions,
    ),
  );
  return on(article, 'keydown', (event) => {
    const { key, ctrlKey, metaKey } = event as KeyboardEvent;
    if (key.toLowerCase() === 'c' && (ctrlKey || metaKey) && getSelection()?.isCollapsed !== false) void copyPicture();
  });
}

const labelled = (name: string, control: HTMLElement, note?: HTMLElement) =>
  h('div', { class: 'labelled' }, h('span', { class: 'label', 'aria-hidden': 'true' }, name), control, note);

const proof = (engines: string[], { strings }: Page) => {
  const why = fillIn(strings.readsBackBy, { engines: engines.join(', ') });
  return h('p', { class: 'proof', title: why }, icon('check'), h('span', {}, strings.readsBack), h('span', { class: 'unseen' }, why));
};

const ORDER = 'LMQH';

const levelNote = (wanted: string, level: string, { strings }: Page) =>
  wanted === level
    ? undefined
    : h(
        'p',
        { class: 'note' },
        fillIn(ORDER.indexOf(level) < ORDER.indexOf(wanted) ? strings.levelFallback : strings.levelBoosted, { wanted, level }),
      );
