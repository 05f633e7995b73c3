/** A tab that has nothing to show yet, and how to get something. */
import { h } from './dom';
import { type Icon, icon } from './icons';

export const emptyView = (sign: Icon, title: string, how: string): HTMLElement =>
  h('div', { class: 'empty' }, icon(sign), h('h2', {}, title), h('p', {}, how));
