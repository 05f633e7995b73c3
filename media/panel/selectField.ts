/**
 * A choice from a list, as the browser's own control: it opens and is searched by keyboard, and
 * every screen reader knows it.
 */
import { h, on } from './dom';

export type Choice = [value: string | number, words: string];

export function select(
  id: string,
  choices: Choice[],
  chosen: (value: string) => void,
  shown?: string,
): HTMLSelectElement {
  const options = choices.map(([value, words]) => h('option', { value, selected: value === shown }, words));
  const control = h('select', { id, class: 'control' }, ...options);
  return on(control, 'change', () => chosen(control.value));
}

/** The control with its label above it. */
export const field = (label: string, control: HTMLElement): HTMLElement =>
  h('div', { class: 'field' }, h('label', { class: 'label', for: control.id }, label), control);
