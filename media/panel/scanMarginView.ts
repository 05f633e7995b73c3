/**
 * How much disturbance the finished picture survives: a sentence, and folded a bar, what would raise
 * it, and the disturbances one by one. What is not measured yet keeps its place.
 */
import type { PanelStrings, ScanMargin } from '../../src/extension/panel/contract';
import { h } from './dom';
import { fold } from './fold';
import { colon, fillIn } from './words';

export interface ScanMarginView {
  element: HTMLElement;
  /** Undefined while it is being measured: what stood there before stays until it is. */
  set(scanMargin: ScanMargin | undefined): void;
}

export function scanMarginView(strings: PanelStrings): ScanMarginView {
  const verdict = h('span', {});
  const body = h('div', { class: 'fold-body' });
  const summary = h('summary', {}, h('span', { class: 'label' }, strings.scanMargin), colon(), verdict);
  const element = fold('scanMargin', summary, body);
  element.classList.add('scan-margin');
  return {
    element,
    set(scanMargin) {
      if (!scanMargin) {
        verdict.textContent = strings.scanMarginMeasuring;
        delete element.dataset.verdict;
        return;
      }
      const { score, disturbances } = scanMargin;
      const told = fillIn(strings.scanMarginScore, { score });
      element.dataset.verdict = scanMargin.verdict;
      verdict.textContent = scanMargin.message;
      body.replaceChildren(
        ...scanMargin.advice.map((hint) => h('p', {}, hint.message)),
        h('p', { class: 'hint' }, strings.scanMarginHow),
        h(
          'div',
          { class: 'capacity' },
          h('meter', { min: 0, max: 100, value: score, 'aria-label': strings.scanMargin }, told),
          h('span', {}, told),
        ),
        h(
          'dl',
          { class: 'facts' },
          ...disturbances.map(({ label, survived, steps }) =>
            h('div', {}, h('dt', {}, label), h('dd', {}, fillIn(strings.scanMarginSteps, { survived, steps }))),
          ),
        ),
      );
    },
  };
}
