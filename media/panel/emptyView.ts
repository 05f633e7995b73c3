/** A tab that has nothing to show yet, and how to get something. */
import type { Beginning } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import { type Icon, icon } from './icons';
import type { Page } from './page';

export const emptyView = (sign: Icon, title: string, how: string, ...actions: HTMLElement[]): HTMLElement =>
  h(
    'div',
    { class: 'empty' },
    icon(sign),
    h('h2', {}, title),
    h('p', {}, how),
    h('div', { class: 'actions beginnings' }, ...actions),
  );

/** What was shown before the reload is being made and read again. */
export const restoringView = ({ strings }: Page): HTMLElement => h('div', { class: 'empty' }, h('p', {}, strings.busy));

/** A button that begins so. */
export const beginning = ({ post }: Page, how: Beginning, text: string, isPrimary = false): HTMLElement =>
  button(text, () => post({ type: 'begin', with: how }), { primary: isPrimary });
