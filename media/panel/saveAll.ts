/** Saves every shown symbol: into a folder, or on labelled pages to print. */
import { h } from './dom';
import type { Page } from './page';
import { saveButton } from './saveButton';
import { sheetChoices } from './sheetChoices';

/** @param view is asked at every press */
export function saveAll(view: () => number, page: Page): HTMLElement {
  const { strings, post } = page;
  const save = saveButton(
    {
      label: strings.saveAllOther,
      save: (format) => post({ type: 'saveAll', view: view(), format }),
      more: sheetChoices(strings, (format) => post({ type: 'sheetAll', view: view(), format })),
    },
    page,
  );
  save.set(strings.saveAllAs);
  return h('div', { class: 'actions save-all' }, save.element);
}
