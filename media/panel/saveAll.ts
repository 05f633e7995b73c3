/** Saves every shown symbol: into a folder, or on labelled pages to print. */
import { h } from './dom';
import type { MenuItem } from './menu';
import type { Page } from './page';
import { saveButton } from './saveButton';

/** @param view is asked at every press */
export function saveAll(view: () => number, page: Page): HTMLElement {
  const { strings, post } = page;
  const sheet = (words: string, format: 'pdf' | 'html'): MenuItem => ({
    words,
    choose: () => post({ type: 'sheetAll', view: view(), format }),
  });
  const save = saveButton(
    {
      label: strings.saveAllOther,
      save: (format) => post({ type: 'saveAll', view: view(), format }),
      more: [sheet(strings.batchSheetPdf, 'pdf'), sheet(strings.batchSheetHtml, 'html')],
    },
    page,
  );
  save.set(strings.saveAllAs);
  return h('div', { class: 'actions save-all' }, save.element);
}
