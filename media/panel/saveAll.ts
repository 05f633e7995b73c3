/**
 * Saves every shown symbol: into a folder, in a format of choice, or on labelled pages to print.
 */
import type { SaveFormat } from '../../src/extension/panel/contract';
import { button } from './button';
import { h } from './dom';
import { formatChoices } from './formatChoices';
import type { Page } from './page';

export function saveAll(view: number, { strings, post }: Page): HTMLElement {
  const format = h(
    'select',
    { class: 'control narrow', 'aria-label': strings.saveAllFormat },
    ...formatChoices.map(([value, label]) => h('option', { value }, label)),
  );
  const save = () => post({ type: 'saveAll', view, format: format.value as SaveFormat });
  const sheets = (['pdf', 'html'] as const).map((each) =>
    button(
      each === 'pdf' ? strings.batchSheetPdf : strings.batchSheetHtml,
      () => post({ type: 'sheetAll', view, format: each }),
      {
        icon: 'save',
      },
    ),
  );
  return h('div', { class: 'actions save-all' }, button(strings.saveAll, save, { icon: 'save' }), format, ...sheets);
}
