/**
 * Saving in the format that was chosen last, and in the others by a menu: what is chosen there is
 * what every such button does from then on.
 */
import type { SaveFormat } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import { formatChoices, formatName } from './formatChoices';
import type { MenuItem } from './menu';
import type { Page } from './page';
import { splitButton } from './splitButton';
import { fillIn } from './words';

export interface SaveChoices {
  /** Of the menu. */
  label: string;
  save(format: SaveFormat): void;
  /** Below the formats. */
  more?: MenuItem[];
  primary?: boolean;
}

export interface SaveButton {
  element: HTMLElement;
  /** @param words with the place of the format */
  set(words: string): void;
}

export function saveButton({ label, save, more = [], primary }: SaveChoices, page: Page): SaveButton {
  const words = h('span', { class: 'save-format' });
  const control = button('', () => save(page.saveFormat), { primary });
  control.append(words);
  const element = splitButton(control, label, () => [
    ...formatChoices(page.strings).map(
      ([format, label]): MenuItem => ({
        words: label,
        checked: format === page.saveFormat,
        choose() {
          page.saveFormat = format;
          showFormat(format);
          save(format);
        },
      }),
    ),
    ...more,
  ]);
  return {
    element,
    set(template) {
      words.dataset.words = template;
      words.textContent = fillIn(template, { format: formatName(page.saveFormat) });
    },
  };
}

/** On every button of this kind that the page shows. */
export function showFormat(format: SaveFormat): void {
  for (const words of document.querySelectorAll<HTMLElement>('.save-format'))
    words.textContent = fillIn(words.dataset.words!, { format: formatName(format) });
}
