/**
 * The choice of a logo: a button for a picture file, and for the chosen one its size and the way to
 * be rid of it.
 */
import type { MakeOptions } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import type { Page } from './page';
import { field, select } from './selectField';
import { shrinkPicture } from './shrinkPicture';
import { fillIn } from './words';

type Logo = MakeOptions['logo'];
type Percent = NonNullable<Logo>['percent'];

const PERCENTS: Percent[] = [10, 15, 20, 25, 30];
const DEFAULT_PERCENT: Percent = 20;
/** As many pixels as the engine draws; it is part of the panel's saved state. */
const LONGEST_SIDE = 256;

export interface LogoField {
  element: HTMLElement;
  set(logo: Logo): void;
  /** A file that was picked. */
  take(name: string, bytes: Uint8Array): Promise<void>;
}

export function logoField({ strings, post, tell }: Page, change: (logo: Logo) => void): LogoField {
  let logo: Logo = null;
  const words = h('span', {});
  const choose = button('', () => post({ type: 'pickLogo' }), { icon: 'picture' });
  choose.append(words);
  const remove = button(strings.logoRemove, () => {
    change(null);
    choose.focus();
  });
  const picture = h('img', { class: 'logo', alt: '' });
  const name = h('span', { class: 'logo-name' });
  const sizes = PERCENTS.map((percent): [number, string] => [percent, fillIn(strings.logoPercent, { percent })]);
  const size = select('option-logo-size', sizes, (value) => {
    if (logo) change({ ...logo, percent: Number(value) as Percent });
  });
  const chosen = h('div', { class: 'logo-chosen' }, picture, name);
  const sized = field(strings.logoSize, size);
  const how = h('p', { class: 'hint' }, strings.logoHow);
  return {
    element: h(
      'div',
      { class: 'wide logo-field', role: 'group', 'aria-label': strings.logo },
      h('span', { class: 'label', 'aria-hidden': 'true' }, strings.logo),
      chosen,
      sized,
      h('div', { class: 'actions' }, choose, remove),
      how,
    ),
    set(now) {
      logo = now;
      for (const part of [chosen, sized, remove, how]) part.hidden = !now;
      words.textContent = now ? strings.logoChange : strings.logoChoose;
      name.textContent = now?.name ?? '';
      if (now) {
        picture.src = `data:image/png;base64,${now.png}`;
        size.value = String(now.percent);
      } else picture.removeAttribute('src');
    },
    async take(file, bytes) {
      try {
        const png = (await shrinkPicture(bytes, LONGEST_SIDE)).toDataURL('image/png').replace(/^.*,/, '');
        change({ name: file, png, percent: logo?.percent ?? DEFAULT_PERCENT });
      } catch {
        tell(fillIn(strings.logoUnreadable, { name: file }), 'error');
      }
    },
  };
}
