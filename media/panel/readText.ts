/**
 * A text that was read, of one symbol or of several: what it is, its parts by name, the text itself
 * and where it leads.
 */
import type { ReadAction, ReadText } from '../../src/extension/panel/contract';
import { button } from './button';
import { h, on } from './dom';
import type { Icon } from './icons';
import { linkView } from './linkView';
import type { Page } from './page';
import { textBox } from './textBox';
import { visibleText } from './visibleText';
import { fillIn } from './words';

/** The secret is asked for, or put away again. */
export interface Secrets {
  reveal(): void;
  hide(): void;
}

export function readText(read: ReadText, secrets: Secrets, page: Page): HTMLElement[] {
  const { strings } = page;
  const { kind, fields, link, text, hidden } = read;
  const isAddress = !hidden && link !== undefined && [text, `${text}/`].includes(link.href);
  return [
    ...(kind
      ? [h('p', { class: 'kind' }, kind.bare ? fillIn(strings.kindLike, { kind: kind.label }) : kind.label)]
      : []),
    ...(fields.length > 0 ? [fieldList(read)] : []),
    ...(hidden || isAddress ? [] : [asWritten(read, page)]),
    ...(link ? [linkView(link, isAddress, strings)] : []),
    ...(read.secret ? [secretLine(read, secrets, page)] : []),
  ];
}

const fieldList = ({ fields, hidden }: ReadText): HTMLElement =>
  h(
    'dl',
    { class: 'fields' },
    ...fields.map(({ label, value, secret }) =>
      h(
        'div',
        {},
        h('dt', {}, label),
        h('dd', { dir: 'auto', class: secret && hidden ? 'masked' : undefined }, ...visibleText(value)),
      ),
    ),
  );

/** Folded away where its parts say it better. */
function asWritten(read: ReadText, page: Page): HTMLElement {
  const box = textBox({ ...read, secret: false }, page);
  return read.fields.length > 0
    ? h('details', { class: 'folded-part' }, h('summary', {}, page.strings.asWritten), box)
    : box;
}

function secretLine({ hidden }: ReadText, { reveal, hide }: Secrets, { strings }: Page): HTMLElement {
  const toggle = h(
    'button',
    { type: 'button', class: 'link', 'aria-expanded': String(!hidden), 'data-keeps-focus': 'secret' },
    hidden ? strings.showSecret : strings.hideSecret,
  );
  on(toggle, 'click', hidden ? reveal : hide);
  return h(
    'p',
    { class: 'secret-line' },
    h('em', {}, hidden ? strings.secretHidden : strings.secretShown),
    ' ',
    toggle,
  );
}

/**
 * What can be done with it. @param which is spoken behind each button's name
 */
export function readActions(
  read: ReadText,
  act: (action: ReadAction) => void,
  which: string,
  { strings }: Page,
): HTMLElement {
  const big = (action: ReadAction, words: string, icon: Icon, spoken = words) =>
    button(words, () => act(action), { icon, primary: action === 'copy', label: `${spoken} ${which}`.trim() });
  const small = (action: ReadAction, words: string) =>
    on(h('button', { type: 'button', class: 'link', 'aria-label': `${words} ${which}`.trim() }, words), 'click', () =>
      act(action),
    );
  return h(
    'div',
    { class: 'read-actions', role: 'group', 'aria-label': strings.readActions },
    h(
      'div',
      { class: 'actions' },
      big('copy', strings.copyText, 'copy'),
      big('insert', strings.insert, 'insert', strings.insertAtCursor),
      read.link?.openable === true && big('open', strings.openLink, 'link'),
      big('edit', strings.makeAgain, 'edit'),
    ),
    h(
      'div',
      { class: 'small-actions' },
      small('compare', strings.compareSelection),
      small('save', strings.saveContent),
    ),
  );
}
