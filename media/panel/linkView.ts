/**
 * An address out of a symbol: the whole of it with the host emphasised, and what to know before
 * opening it.
 */
import type { PanelStrings, ReadText } from '../../src/extension/panel/contract';
import { h } from './dom';
import { icon } from './icons';
import { fillIn } from './words';

type Link = NonNullable<ReadText['link']>;

/** @param isText it stands in the place of the text, which is the same */
export const linkView = (link: Link, isText: boolean, strings: PanelStrings): HTMLElement =>
  h(
    'div',
    { class: 'link-view' },
    address(link, isText),
    link.unicodeHost !== undefined &&
      h('p', { class: 'note' }, fillIn(strings.linkOwnLetters, { host: link.unicodeHost })),
    link.warnings.length > 0 &&
      h(
        'ul',
        { class: 'link-warnings', 'aria-label': strings.linkWarnings },
        ...link.warnings.map(({ severity, message }) =>
          h('li', { class: severity }, severity === 'warning' && icon('warning'), h('span', {}, message)),
        ),
      ),
  );

/** Written from left to right whatever is in it. */
function address({ href, parts }: Link, isText: boolean): HTMLElement {
  const isHidden = href === '';
  return h(
    'p',
    { class: isText ? 'address text-content' : 'address', dir: 'ltr' },
    isHidden ? '…' : parts.before,
    parts.host !== '' && h('strong', { class: 'host' }, parts.host),
    isHidden ? '…' : parts.after,
  );
}
