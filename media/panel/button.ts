/** A button with an icon, in VS Code's own look. */
import { element, on } from './dom';
import { type Icon, icon } from './icons';

export interface ButtonOptions {
  icon?: Icon;
  /** Filled with the theme's accent; at most one in a group. */
  primary?: boolean;
  /** Spoken in place of the text when that alone is not clear. */
  label?: string;
  /** Shown under the mouse, and spoken after the text. */
  title?: string;
}

export const button = (text: string, press: () => void, options: ButtonOptions = {}): HTMLElement =>
  on(
    element(
      'vscode-button',
      { secondary: !options.primary, 'aria-label': options.label, title: options.title },
      options.icon && icon(options.icon, 'content-before'),
      text,
    ),
    'click',
    press,
  );
