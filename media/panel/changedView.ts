/** The picture as the tools left it, as the decoder sees it. */
import type { HostMessage, PictureCard } from '../../src/extension/panel/contract';
import { h } from './dom';
import { drawUpright, uprightSize } from './upright';

export interface ChangedView {
  element: HTMLElement;
  /** Undefined hides it. @param orientation that it is still stored with */
  set(changed: Changed | undefined, label: string, orientation?: PictureCard['orientation']): void;
}

type Changed = Extract<HostMessage, { type: 'changedPicture' }>['changed'];

export function changedView(): ChangedView {
  const canvas = h('canvas', { class: 'changed', role: 'img' });
  const caption = h('figcaption', { class: 'hint' });
  const element = h('figure', { class: 'changed-figure', hidden: true }, canvas, caption);
  return {
    element,
    set(changed, label, orientation) {
      element.hidden = !changed;
      if (!changed) return;
      const { data, width, height } = changed;
      const stored = { width, height, ...(orientation && { orientation }) };
      [canvas.width, canvas.height] = uprightSize(stored);
      const image = new ImageData(width, height);
      for (let i = 0; i < data.length; i++) image.data.fill(data[i]!, 4 * i, 4 * i + 3).fill(255, 4 * i + 3, 4 * i + 4);
      const plain = h('canvas', { width, height });
      plain.getContext('2d')!.putImageData(image, 0, 0);
      drawUpright(canvas.getContext('2d')!, stored, plain);
      canvas.setAttribute('aria-label', label);
      caption.textContent = label;
    },
  };
}
