/** The four error correction levels as one row of radio buttons, arrow keys and all. */
import type { PanelStrings } from '../../src/extension/panel/contract';
import { makingChoices } from '../../src/worker/protocol/style';
import type { Level } from '../../src/worker/protocol/symbol';
import { h, on } from './dom';

export interface LevelChoice {
  element: HTMLElement;
  set(level: Level): void;
}

/** `group` is unique on the page. `choose` is called when the user settles on another level. */
export function levelChoice(group: string, strings: PanelStrings, choose: (level: Level) => void): LevelChoice {
  const inputs = makingChoices.level.map((level) => {
    const input = h('input', { type: 'radio', name: group, value: level, 'aria-label': strings[`level${level}`] });
    return on(input, 'change', () => choose(level));
  });
  const choices = inputs.map((input) =>
    h('label', { title: input.getAttribute('aria-label') ?? '' }, input, h('span', {}, input.value)),
  );
  return {
    element: h('div', { class: 'level-choice', role: 'radiogroup', 'aria-label': strings.level }, ...choices),
    set(level) {
      for (const input of inputs) input.checked = input.value === level;
    },
  };
}
