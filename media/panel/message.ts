/** A box that says what happened, in words and with an icon, not by colour alone. */
import { h } from './dom';
import { icon } from './icons';

export const message = (kind: 'error' | 'warning', title: string, text: string): HTMLElement =>
  h('div', { class: `message ${kind}` }, icon(kind), h('div', {}, h('strong', {}, title), text && h('p', {}, text)));
