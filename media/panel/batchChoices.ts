/** What is chosen for a batch: column, kind, names and format, and the buttons that start it. */
import type { BatchState, SaveFormat } from '../../src/extension/panel/contract';
import { button } from './button';
import { h, named, on } from './dom';
import { formatChoices } from './formatChoices';
import type { Page } from './page';
import { type Choice, field, select } from './selectField';
import { fillIn } from './words';

export interface BatchChoices {
  element: HTMLElement;
  /** Shows what the extension has; a name that is just being typed stays. */
  set(batch: BatchState): void;
}

const TYPING_PAUSE_MS = 180;

export function batchChoices({ columns, kinds }: BatchState, { strings, post }: Page): BatchChoices {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Everything as it stands here: the answer to the choice before may still be on its way.
  const chosen = () => {
    clearTimeout(timer);
    return { column: column.value, kind: kind.value, pattern: (pattern as HTMLInputElement).value.slice(0, 200) };
  };
  const choose = () => post({ type: 'batchChoose', ...chosen() });
  const column = select(
    'batch-column',
    columns.map((name) => [name, name]),
    choose,
  );
  const kindChoices: Choice[] = [['', strings.batchKindNone], ...kinds.map((each): Choice => [each.kind, each.label])];
  const kind = select('batch-kind', kindChoices, choose);
  const pattern = on(named('vscode-textfield', strings.batchPattern, { id: 'batch-pattern' }), 'input', () => {
    clearTimeout(timer);
    timer = setTimeout(choose, TYPING_PAUSE_MS);
  }) as HTMLInputElement;
  const format = select('batch-format', formatChoices, () => {}, 'png');
  const columnField = field(strings.batchColumn, column);
  const actions = h('div', { class: 'actions' });
  const element = h(
    'div',
    { class: 'form-body' },
    h(
      'div',
      { class: 'form-grid' },
      columns.length > 0 && columnField,
      kinds.length > 0 && field(strings.batchKind, kind),
      h('div', { class: 'field' }, h('span', { class: 'label', 'aria-hidden': 'true' }, strings.batchPattern), pattern),
      field(strings.batchFormat, format),
    ),
    h('p', { class: 'hint' }, strings.batchPatternHow, ' ', strings.batchOptions),
    actions,
  );
  const save = button('', () => post({ type: 'batchRun', ...chosen(), format: format.value as SaveFormat }), {
    icon: 'save',
    primary: true,
  });
  const saveWords = document.createTextNode('');
  save.append(saveWords);
  actions.append(
    save,
    button(strings.batchSheetPdf, () => post({ type: 'batchSheet', ...chosen(), format: 'pdf' }), { icon: 'save' }),
    button(strings.batchSheetHtml, () => post({ type: 'batchSheet', ...chosen(), format: 'html' }), { icon: 'save' }),
  );

  return {
    element,
    set(batch) {
      column.value = batch.column;
      kind.value = batch.kind;
      if (document.activeElement !== pattern) pattern.value = batch.pattern;
      columnField.hidden = batch.kind !== '';
      actions.hidden = batch.count === 0;
      saveWords.textContent = fillIn(strings.batchSave, { count: batch.count });
    },
  };
}
