/**
 * One text over several symbols: the joined text with where its parts stand, or which parts are
 * missing.
 */
import type { PanelStrings, ReadSet } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import { message } from './message';
import type { Page } from './page';
import { textBox } from './textBox';
import { fillIn } from './words';

export function setView(read: ReadSet, { view, set }: { view: number; set: number }, page: Page): HTMLElement {
  const { strings, post } = page;
  const { count, missing, mixed, unchecked } = read;
  const title = fillIn(missing.length > 0 ? strings.setTitle : strings.setWhole, { count });
  const act = (action: 'copy' | 'insert' | 'open') => () => post({ type: 'setText', view, set, action });
  return h(
    'article',
    { class: 'card set', 'aria-label': title },
    h('h2', { class: 'card-title' }, title),
    missing.length > 0 && message('warning', missingWords(read, strings), strings.setMissingHow),
    mixed && message('warning', strings.setMixed, ''),
    unchecked && h('p', { class: 'note' }, strings.setUnchecked),
    missing.length === 0 && textBox(read, page),
    missing.length === 0 &&
      h(
        'div',
        { class: 'actions', role: 'group', 'aria-label': title },
        button(strings.copyText, act('copy'), { icon: 'copy', primary: true }),
        button(strings.insertAtCursor, act('insert'), { icon: 'insert' }),
        read.link && button(strings.openLink, act('open'), { icon: 'link' }),
      ),
    h(
      'ul',
      { class: 'set-parts', 'aria-label': strings.setParts },
      ...read.parts.map((part) => h('li', {}, partWords(part, strings))),
    ),
  );
}

const missingWords = ({ missing, count }: ReadSet, strings: PanelStrings): string =>
  missing.length === 1
    ? fillIn(strings.setMissing, { number: missing[0]! + 1, count })
    : fillIn(strings.setsMissing, { numbers: missing.map((index) => index + 1).join(', '), count });

const partWords = ({ index, picture, number }: ReadSet['parts'][number], strings: PanelStrings): string =>
  fillIn(strings.setPartIn, { number: index + 1, code: number, picture });
