/** A box to tick, with its label. */
import { element, on } from './dom';

export interface Checkbox extends HTMLElement {
  checked: boolean;
}

export function checkbox(label: string, chosen: (checked: boolean) => void): Checkbox {
  const control = element('vscode-checkbox', { label }) as Checkbox;
  return on(control, 'change', () => chosen(control.checked));
}
