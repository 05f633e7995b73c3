/** The Batch tab: what the rows would make, how it is chosen, and how far the making is. */
import type { BatchState, PanelMessage, PanelState } from '../../src/extension/panel/contract';
import { button } from './button';
import { h, named, on } from './dom';
import { emptyView } from './emptyView';
import { message } from './message';
import type { Page } from './page';
import { type Choice, field, select } from './selectField';
import { fillIn } from './words';

export interface BatchView {
  element: HTMLElement;
  setProgress(done: number, count: number): void;
}

type Format = Extract<PanelMessage, { type: 'batchRun' }>['format'];
const FORMATS: Format[] = ['png', 'svg', 'pdf', 'jpeg', 'terminal'];

export function batchView({ batch }: PanelState, page: Page): BatchView {
  const { strings } = page;
  if (!batch) return { element: emptyView('symbol', strings.batchEmptyTitle, strings.batchEmptyHow), setProgress: () => {} };
  const progress = batch.running && progressLine(page);
  if (batch.running) progress!.set(batch.running.done, batch.running.count);
  const encoding = batch.encoding === undefined ? '' : ` · ${fillIn(strings.batchEncoding, { encoding: batch.encoding.toUpperCase() })}`;
  const body = h(
    'div',
    { class: 'batch' },
    h('h2', { class: 'card-title' }, fillIn(strings.batchRows, { name: batch.name, count: batch.count }), encoding),
    batch.error !== undefined && message('error', batch.error, ''),
    progress?.element ?? choices(batch, page),
    batch.failureCount > 0 && failures(batch, page),
    batch.preview.length > 0 && previews(batch, page),
  );
  return { element: body, setProgress: (done, count) => progress?.set(done, count) };
}

function choices(batch: BatchState, page: Page): HTMLElement {
  const { strings, post } = page;
  const choose = (more: Partial<Pick<BatchState, 'column' | 'kind' | 'pattern'>>) => {
    const { column, kind, pattern } = { ...batch, ...more };
    post({ type: 'batchChoose', column, kind, pattern });
  };
  const column = select(
    'batch-column',
    batch.columns.map((name) => [name, name]),
    (value) => choose({ column: value }),
    batch.column,
  );
  const kinds: Choice[] = [['', strings.batchKindNone], ...batch.kinds.map(({ kind, label }): Choice => [kind, label])];
  const kind = select('batch-kind', kinds, (value) => choose({ kind: value }), batch.kind);
  const pattern = named('vscode-textfield', strings.batchPattern, { id: 'batch-pattern', value: batch.pattern }) as HTMLInputElement;
  on(pattern, 'change', () => choose({ pattern: pattern.value.slice(0, 200) }));
  const formats = FORMATS.map((each): Choice => [each, each === 'terminal' ? 'TXT' : each.toUpperCase()]);
  const format = select('batch-format', formats, () => {}, 'png');
  const isTable = batch.columns.length > 0;
  const some = batch.count > 0;
  return h(
    'div',
    { class: 'form-body' },
    h(
      'div',
      { class: 'form-grid' },
      isTable && batch.kind === '' && field(strings.batchColumn, column),
      batch.kinds.length > 0 && field(strings.batchKind, kind),
      h('div', { class: 'field' }, h('span', { class: 'label', 'aria-hidden': 'true' }, strings.batchPattern), pattern),
      field(strings.batchFormat, format),
    ),
    h('p', { class: 'hint' }, strings.batchPatternHow, ' ', strings.batchOptions),
    some &&
      h(
        'div',
        { class: 'actions' },
        button(fillIn(strings.batchSave, { count: batch.count }), () => post({ type: 'batchRun', format: format.value as Format }), {
          icon: 'save',
          primary: true,
        }),
        button(strings.batchSheetPdf, () => post({ type: 'batchSheet', format: 'pdf' }), { icon: 'save' }),
        button(strings.batchSheetHtml, () => post({ type: 'batchSheet', format: 'html' }), { icon: 'save' }),
      ),
  );
}

function progressLine({ strings, post }: Page) {
  const bar = h('progress', { 'aria-label': strings.tabBatch });
  const words = h('span', {});
  return {
    element: h(
      'div',
      { class: 'capacity' },
      bar,
      words,
      button(strings.batchCancel, () => post({ type: 'batchCancel' })),
    ),
    set(done: number, count: number) {
      bar.max = Math.max(1, count);
      bar.value = done;
      words.textContent = fillIn(strings.batchProgress, { done, count });
    },
  };
}

function failures({ failures, failureCount }: BatchState, { strings, post }: Page): HTMLElement {
  const lines = failures.map(({ line, message }) => h('li', {}, fillIn(strings.batchLine, { line, message })));
  return h(
    'details',
    { class: 'more' },
    h('summary', {}, fillIn(strings.batchFailed, { count: failureCount })),
    h('ul', { class: 'failures' }, ...lines, failureCount > failures.length && h('li', {}, '…')),
    h(
      'div',
      { class: 'actions' },
      button(strings.batchReport, () => post({ type: 'batchReport' })),
    ),
  );
}

function previews(batch: BatchState, { strings }: Page): HTMLElement {
  const items = batch.preview.map(({ name, picture, error }) =>
    h(
      'li',
      {},
      picture
        ? h('div', { class: 'ground' }, h('img', { class: 'symbol', src: picture, alt: '' }))
        : message('error', strings.noSymbol, error ?? ''),
      h('span', { class: 'file-name' }, name),
    ),
  );
  const title = fillIn(strings.batchPreview, { count: items.length });
  return h('section', {}, h('h3', { class: 'card-title' }, title), h('ul', { class: 'previews', 'aria-label': title }, ...items));
}
