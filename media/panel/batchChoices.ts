/** What is chosen for a batch: column, kind and names; and the buttons that start it. */
import type { BatchState } from '../../src/extension/panel/contract';
import { h, named, on } from './dom';
import type { Page } from './page';
import { saveButton } from './saveButton';
import { type Choice, field, select } from './selectField';
import { sheetChoices } from './sheetChoices';
import { fillIn, sentences } from './words';

export interface BatchChoices {
  element: HTMLElement;
  ways: HTMLElement;
  /** Shows what the extension has; a name that is just being typed stays. */
  set(batch: BatchState): void;
}

const TYPING_PAUSE_MS = 180;

export function batchChoices({ columns, kinds }: BatchState, page: Page): BatchChoices {
  const { strings, post } = page;
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
  const columnField = field(strings.batchColumn, column);
  const element = h(
    'div',
    { class: 'form-body' },
    h(
      'div',
      { class: 'form-grid' },
      columns.length > 0 && columnField,
      kinds.length > 0 && field(strings.batchKind, kind),
      h('div', { class: 'field' }, h('span', { class: 'label', 'aria-hidden': 'true' }, strings.batchPattern), pattern),
    ),
    h('p', { class: 'hint' }, sentences(strings.batchPatternHow, strings.batchOptions)),
  );
  const save = saveButton(
    {
      label: strings.saveAllOther,
      save: (format) => post({ type: 'batchRun', ...chosen(), format }),
      more: sheetChoices(strings, (format) => post({ type: 'batchSheet', ...chosen(), format })),
      primary: true,
    },
    page,
  );
  const ways = h('div', { class: 'actions' }, save.element);

  return {
    element,
    ways,
    set(batch) {
      column.value = batch.column;
      kind.value = batch.kind;
      if (document.activeElement !== pattern) pattern.value = batch.pattern;
      columnField.hidden = batch.kind !== '';
      ways.hidden = batch.count === 0;
      save.set(fillIn(strings.batchSave, { count: batch.count }));
    },
  };
}
