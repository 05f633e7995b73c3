/** The Batch tab: what the rows would make, how it is chosen, and how far the making is. */
import type { BatchState, PanelState } from '../../src/extension/panel/contract';
import { type BatchChoices, batchChoices } from './batchChoices';
import { button } from './button';
import { charsetName } from './charsetWords';
import { h } from './dom';
import { beginning, emptyView } from './emptyView';
import { fold } from './fold';
import { message } from './message';
import type { Page } from './page';
import { fillIn } from './words';

export interface BatchView {
  element: HTMLElement;
  setProgress(done: number, count: number): void;
}

/**
 * The choices live as long as the page shows the same table, so neither what is being typed nor the
 * format is lost when an answer comes.
 */
export function batchView(page: Page): (state: PanelState) => BatchView {
  const { strings } = page;
  let kept: { key: string; choices: BatchChoices } | undefined;
  const choicesOf = (batch: BatchState): BatchChoices => {
    const key = JSON.stringify([batch.name, batch.columns, batch.kinds]);
    if (kept?.key !== key) kept = { key, choices: batchChoices(batch, page) };
    kept.choices.set(batch);
    return kept.choices;
  };

  return ({ batch }) => {
    if (!batch)
      return {
        element: emptyView(
          'symbol',
          strings.batchEmptyTitle,
          strings.batchEmptyHow,
          beginning(page, 'table', strings.beginTable, true),
        ),
        setProgress: () => {},
      };
    const progress = batch.running && progressLine(page);
    if (batch.running) progress!.set(batch.running.done, batch.running.count);
    const encoding =
      batch.encoding === undefined
        ? ''
        : ` · ${fillIn(strings.batchEncoding, { encoding: charsetName(batch.encoding) })}`;
    const choices = choicesOf(batch);
    choices.element.inert = batch.running !== undefined;
    const title = fillIn(strings.batchRows, { name: batch.name, count: batch.count });
    const stage = h(
      'div',
      { class: 'stage' },
      h('h2', { class: 'card-title' }, title, encoding),
      batch.error !== undefined && message('error', batch.error, ''),
      batch.preview.length > 0 && previews(batch, page),
      progress ? progress.element : choices.ways,
    );
    const rest = h('div', { class: 'rest', 'data-scroll': 'batch-rest' }, choices.element, failures(batch, page));
    return {
      element: h('div', { class: 'batch sheet' }, stage, rest),
      setProgress: (done, count) => progress?.set(done, count),
    };
  };
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

function failures({ failures, failureCount }: BatchState, { strings, post }: Page): HTMLElement | undefined {
  if (failureCount === 0) return undefined;
  const lines = failures.map(({ line, message }) => h('li', {}, fillIn(strings.batchLine, { line, message })));
  return fold(
    'failures',
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
  const title = fillIn(items.length < batch.count ? strings.batchPreview : strings.batchPreviewAll, {
    count: items.length,
  });
  return h(
    'section',
    { class: 'previewed' },
    h('h3', { class: 'label' }, title),
    h('ul', { class: 'previews', 'aria-label': title, tabindex: 0, 'data-scroll': 'batch-previews' }, ...items),
  );
}
