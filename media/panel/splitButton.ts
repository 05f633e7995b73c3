/** A button with its most wanted action, and beside it the others in a menu. */
import { element, h } from './dom';
import { icon } from './icons';
import { type MenuItem, menu } from './menu';

/** @param label of the menu and of what opens it */
export function splitButton(main: HTMLElement, label: string, items: () => MenuItem[]): HTMLElement {
  const opener = element(
    'vscode-button',
    { 'icon-only': true, secondary: main.hasAttribute('secondary'), 'aria-label': label, title: label },
    icon('more'),
  );
  return h('div', { class: 'split' }, main, opener, menu(opener, label, items));
}
