/** A picture in a frame of its own that it can be larger than, with buttons for its size. */
import type { PanelStrings } from '../../src/extension/panel/contract';
import { h, on } from './dom';
import { fillIn } from './words';

export interface Zoom {
  element: HTMLElement;
  /** Brings a part of the picture into the frame, where it is larger than that. */
  show(part: Element): void;
}

const STEP = 1.5;
const LARGEST = 12;
/** From here on single pixels are shown as squares. */
const SHARP = 3;

export function zoom(figure: HTMLElement, strings: PanelStrings): Zoom {
  let times = 1;
  const frame = h('div', { class: 'picture-frame' }, figure);
  const said = h('span', { class: 'zoom-said', role: 'status' });
  const button = (words: string, label: string, press: () => void) =>
    on(h('button', { type: 'button', class: 'zoom-button', 'aria-label': label, title: label }, words), 'click', press);

  /** Keeps the middle of the frame, or a point of it, where it is. */
  const set = (next: number, at = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) => {
    const old = times;
    times = Math.min(LARGEST, Math.max(1, next));
    const [left, top] = [frame.scrollLeft + at.x, frame.scrollTop + at.y];
    figure.style.setProperty('--zoom', String(times));
    figure.classList.toggle('sharp', times >= SHARP);
    // A frame that scrolls is a stop of the keyboard.
    if (times > 1) frame.setAttribute('tabindex', '0');
    else frame.removeAttribute('tabindex');
    frame.scrollTo((left * times) / old - at.x, (top * times) / old - at.y);
    said.textContent = times > 1 ? fillIn(strings.zoomTimes, { times: Math.round(times * 10) / 10 }) : '';
  };
  on(frame, 'wheel', (event) => {
    const { ctrlKey, metaKey, deltaY, clientX, clientY } = event as WheelEvent;
    if (!ctrlKey && !metaKey) return;
    event.preventDefault();
    const { left, top } = frame.getBoundingClientRect();
    set(deltaY < 0 ? times * STEP : times / STEP, { x: clientX - left, y: clientY - top });
  });
  return {
    element: h(
      'div',
      { class: 'zoomed' },
      frame,
      h(
        'div',
        { class: 'zoom', role: 'group', 'aria-label': strings.zoom },
        button('−', strings.zoomOut, () => set(times / STEP)),
        button('+', strings.zoomIn, () => set(times * STEP)),
        button(strings.zoomWhole, strings.zoomWholeLabel, () => set(1)),
        said,
      ),
    ),
    show(part) {
      if (times === 1) return;
      const [place, box] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
      frame.scrollBy(
        place.left + place.width / 2 - box.left - box.width / 2,
        place.top + place.height / 2 - box.top - box.height / 2,
      );
    },
  };
}
