/**
 * What stands beside or below a symbol, from what everyone asks to what few do: what it says and its
 * kind, its level and how full it is, and folded how well it scans and how it is made.
 */
import type { ScanMargin, SymbolCard } from '../../src/extension/panel/contract';
import { button } from './button';
import type { CardPlace } from './cardPlace';
import { h } from './dom';
import { capacityMeter, facts } from './facts';
import { fold } from './fold';
import { type LevelChoice, levelChoice } from './levelChoice';
import { levelNote } from './levelNote';
import type { Page } from './page';
import { scanMarginView } from './scanMarginView';
import { textBox } from './textBox';
import { fillIn } from './words';

export interface SymbolWords {
  /** What it says, and its level. */
  told: HTMLElement;
  /** How well it scans and how it is made. */
  folds: HTMLElement;
  /** @param content in place of the text, where there is none */
  set(card: SymbolCard, content: string): void;
  setScanMargin(scanMargin: ScanMargin): void;
}

/** `place` is asked at every press. */
export function symbolWords(index: number, place: () => CardPlace, page: Page): SymbolWords {
  const { strings, post } = page;
  let shownText = '';
  const says = h('div', { class: 'says' });
  const kind = h('div', { class: 'kind' });
  const choose = (level: SymbolCard['wantedLevel']) => {
    const { view } = place();
    post({ type: 'changeLevel', view, index, level });
  };
  const levels: LevelChoice = levelChoice(`level-${index}`, strings, choose);
  const notes = h('div', {});
  const meter = h('div', {});
  const scanMargin = scanMarginView(strings);
  const details = h('div', { class: 'fold-body' });
  const more = fold('facts', h('summary', {}, strings.facts), details);
  const folds = h('div', { class: 'told' }, scanMargin.element, more);
  const level = h(
    'div',
    { class: 'labelled' },
    h('span', { class: 'label', 'aria-hidden': 'true' }, strings.level),
    levels.element,
    notes,
  );
  return {
    told: h('div', { class: 'told' }, says, kind, level, meter),
    folds,
    set(card, content) {
      const { symbol, fileName, text, length, secret } = card;
      // One that was unfolded or revealed stays so while it is the same.
      const key = JSON.stringify([fileName, text, length, secret]);
      if (key !== shownText)
        says.replaceChildren(fileName === undefined ? textBox(card, page) : h('p', { class: 'text-box' }, content));
      shownText = key;
      kind.hidden = !card.kind;
      if (card.kind) kind.replaceChildren(...kindLine(card.kind, place, page));
      levels.set(card.wantedLevel);
      notes.replaceChildren(...levelNote(card, strings).map((note) => h('p', { class: 'note' }, note)));
      for (const part of [meter, folds]) part.hidden = !symbol;
      if (!symbol) return;
      meter.replaceChildren(capacityMeter(symbol, strings));
      details.replaceChildren(facts(symbol, strings));
      scanMargin.set(undefined);
    },
    setScanMargin: scanMargin.set,
  };
}

/** What the text is, with the way to its form. */
function kindLine(
  { label, bare }: NonNullable<SymbolCard['kind']>,
  place: () => CardPlace,
  { strings, post }: Page,
): HTMLElement[] {
  const editAsForm = () => {
    const { view, index } = place();
    post({ type: 'editAsForm', view, index });
  };
  return [
    h('span', {}, fillIn(bare ? strings.kindLike : strings.kindIs, { kind: label })),
    button(strings.editAsForm, editAsForm, { icon: 'edit' }),
  ];
}
