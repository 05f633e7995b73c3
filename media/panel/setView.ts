/**
 * One text over several symbols: the joined text with where its parts stand, or which parts are
 * missing.
 */
import type { PanelStrings, ReadSet } from '../../src/extension/panel/contract';
import { byteDump } from './byteDump';
import { h, on } from './dom';
import { message } from './message';
import type { Page } from './page';
import { readActions, readText } from './readText';
import { fillIn, listed } from './words';

export interface SetView {
  element: HTMLElement;
  /** The secret was asked for. */
  setCard(card: ReadSet): void;
  setBytes(bytes: Uint8Array): void;
}

export function setView(first: ReadSet, place: { view: number; set: number }, page: Page): SetView {
  const { strings, post } = page;
  const { count, missing, mixed, unchecked } = first;
  const title = fillIn(missing.length > 0 ? strings.setTitle : strings.setWhole, { count });
  const content = h('div', { class: 'row-content' });
  const dumped = h('div', { class: 'bytes' });
  const bytes = h('details', { class: 'folded-part' }, h('summary', {}, strings.setBytes), dumped);
  on(bytes, 'toggle', () => {
    if (bytes.open && !dumped.hasChildNodes()) post({ type: 'needSetBytes', ...place });
  });
  const draw = (read: ReadSet) => {
    const secrets = { reveal: () => post({ type: 'revealSet', ...place }), hide: () => draw(first) };
    content.replaceChildren(
      ...readText(read, secrets, page),
      readActions(read, (action) => post({ type: 'setText', ...place, action }), '', page),
      // What a secret is made of is shown with it.
      read.hidden ? '' : bytes,
    );
  };
  if (missing.length === 0) draw(first);
  const element = h(
    'article',
    { class: 'card set', 'aria-label': title },
    h('h2', { class: 'card-title' }, title),
    missing.length > 0 && message('warning', missingWords(first, strings), strings.setMissingHow),
    mixed && message('warning', strings.setMixed, ''),
    unchecked && h('p', { class: 'note' }, strings.setUnchecked),
    missing.length === 0 && content,
    h(
      'ul',
      { class: 'set-parts', 'aria-label': strings.setParts },
      ...first.parts.map((part) => h('li', {}, partWords(part, strings))),
    ),
  );
  return { element, setCard: draw, setBytes: (all) => dumped.replaceChildren(byteDump(all, strings)) };
}

const missingWords = ({ missing, count }: ReadSet, strings: PanelStrings): string =>
  missing.length === 1
    ? fillIn(strings.setMissing, { number: missing[0]! + 1, count })
    : fillIn(strings.setsMissing, { numbers: listed(missing.map((index) => String(index + 1))), count });

const partWords = ({ index, picture, number }: ReadSet['parts'][number], strings: PanelStrings): string =>
  fillIn(strings.setPartIn, { number: index + 1, code: number, picture });
