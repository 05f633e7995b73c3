/** The four error correction levels as one row of radio buttons, arrow keys and all. */
import type { PanelStrings } from '../../src/extension/panel/contract';
import { makingChoices } from '../../src/worker/protocol/style';
import type { Level } from '../../src/worker/protocol/symbol';
import { h, on } from './dom';

/** `group` is unique on the page. `choose` is called when the user settles on another level. */
export function levelChoice(
  group: string,
  chosen: Level,
  strings: PanelStrings,
  choose: (level: Level) => void,
): HTMLElement {
  const choices = makingChoices.level.map((level) => {
    const input = h('input', {
      type: 'radio',
      name: group,
      value: level,
      checked: level === chosen,
      'aria-label': strings[`level${level}`],
    });
    return h(
      'label',
      { title: strings[`level${level}`] },
      on(input, 'change', () => choose(level)),
      h('span', {}, level),
    );
  });
  return h('div', { class: 'level-choice', role: 'radiogroup', 'aria-label': strings.level }, ...choices);
}
