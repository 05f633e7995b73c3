/** A part that is folded until asked for; it stays as the user left it, on every card. */
import { h, on } from './dom';

const opened = new Set<string>();

/** @param name of what is folded, the same on every card */
export function fold(name: string, summary: HTMLElement, ...children: HTMLElement[]): HTMLDetailsElement {
  const details = h('details', { class: 'fold', open: opened.has(name) }, summary, ...children);
  return on(details, 'toggle', () => {
    if (details.open) opened.add(name);
    else opened.delete(name);
  });
}
