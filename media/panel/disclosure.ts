/** A form that is folded until asked for, and comes into sight when somebody opens it. */
import { h, on } from './dom';

export function disclosure(title: string, className: string, ...children: HTMLElement[]): HTMLDetailsElement {
  const summary = h('summary', {}, title);
  const details = h('details', { class: className }, summary, ...children);
  on(summary, 'click', () => {
    const isOpening = !details.open;
    requestAnimationFrame(() => {
      if (isOpening) details.scrollIntoView({ block: 'nearest' });
    });
  });
  return details;
}
