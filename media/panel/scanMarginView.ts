/**
 * How much disturbance the finished picture survives: a sentence, a bar, what would raise it, and
 * the disturbances one by one.
 */
import type { PanelStrings, ScanMargin } from '../../src/extension/panel/contract';
import { h } from './dom';
import { fillIn } from './words';

export interface ScanMarginView {
  element: HTMLElement;
  set(scanMargin: ScanMargin): void;
}

export function scanMarginView(strings: PanelStrings): ScanMarginView {
  const body = h('div', { class: 'scan-margin' }, h('p', { class: 'hint' }, strings.scanMarginMeasuring));
  return {
    element: h('div', { class: 'labelled' }, h('span', { class: 'label' }, strings.scanMargin), body),
    set({ score, verdict, message, disturbances, advice }) {
      const told = fillIn(strings.scanMarginScore, { score });
      const each = disturbances.map(({ label, survived, steps }) =>
        h('div', {}, h('dt', {}, label), h('dd', {}, fillIn(strings.scanMarginSteps, { survived, steps }))),
      );
      body.dataset.verdict = verdict;
      body.replaceChildren(
        h(
          'div',
          { class: 'capacity' },
          h('meter', { min: 0, max: 100, value: score, 'aria-label': strings.scanMargin }, told),
          h('span', {}, told),
        ),
        h('p', {}, message),
        ...advice.map((hint) => h('p', { class: 'hint' }, hint.message)),
        h(
          'details',
          { class: 'folded' },
          h('summary', {}, strings.scanMarginDetails),
          h('dl', { class: 'facts' }, ...each),
        ),
      );
    },
  };
}
