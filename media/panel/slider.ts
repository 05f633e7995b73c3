/** A number that is set with a slider, with its label and its value beside it. */
import { h, on } from './dom';

export interface Slider {
  element: HTMLElement;
  value(): number;
  set(value: number): void;
}

/**
 * @param words what stands for the value beside it
 * @param change told of each value while it is being set
 */
export function slider(
  id: string,
  label: string,
  [min, max]: readonly [min: number, max: number],
  words: (value: number) => string,
  change: () => void,
): Slider {
  const input = h('input', { id, class: 'slider', type: 'range', min, max, step: 1, value: 0 });
  const shown = h('output', { class: 'slider-value', for: id });
  const show = () => {
    shown.textContent = words(Number(input.value));
    input.setAttribute('aria-valuetext', shown.textContent);
  };
  on(input, 'input', () => {
    show();
    change();
  });
  show();
  return {
    element: h(
      'div',
      { class: 'field slider-field' },
      h('label', { class: 'label', for: id }, label),
      h('div', { class: 'slider-row' }, input, shown),
    ),
    value: () => Number(input.value),
    set(value) {
      input.value = String(value);
      show();
    },
  };
}
