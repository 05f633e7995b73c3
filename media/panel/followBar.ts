/** Says that the selection in the editor is being followed, and ends it. */
import { button } from './button';
import { h } from './dom';
import type { Page } from './page';

export interface FollowBar {
  element: HTMLElement;
  set(isOn: boolean): void;
}

export function followBar({ strings, post }: Page): FollowBar {
  const stop = button(strings.stopFollowing, () => post({ type: 'follow', on: false }));
  const words = h('span', {}, strings.following);
  const element = h('div', { class: 'following', hidden: true }, h('span', { class: 'dot' }), words, stop);
  return {
    element,
    set(isOn) {
      element.hidden = !isOn;
    },
  };
}
