/** The picture as the tools left it, as the decoder sees it. */
import type { HostMessage } from '../../src/extension/panel/contract';
import { h } from './dom';

export interface ChangedView {
  element: HTMLElement;
  /** Undefined hides it. */
  set(changed: Changed | undefined, label: string): void;
}

type Changed = Extract<HostMessage, { type: 'changedPicture' }>['changed'];

export function changedView(): ChangedView {
  const canvas = h('canvas', { class: 'changed', role: 'img' });
  const caption = h('figcaption', { class: 'hint' });
  const element = h('figure', { class: 'changed-figure', hidden: true }, canvas, caption);
  return {
    element,
    set(changed, label) {
      element.hidden = !changed;
      if (!changed) return;
      const { data, width, height } = changed;
      canvas.width = width;
      canvas.height = height;
      const image = new ImageData(width, height);
      for (let i = 0; i < data.length; i++) image.data.fill(data[i]!, 4 * i, 4 * i + 3).fill(255, 4 * i + 3, 4 * i + 4);
      canvas.getContext('2d')?.putImageData(image, 0, 0);
      canvas.setAttribute('aria-label', label);
      caption.textContent = label;
    },
  };
}
