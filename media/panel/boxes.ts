/**
 * The picture with a numbered box over every symbol found in it. Image and boxes lie on one plane in
 * the pixels of the stored picture, which is turned as a whole.
 */
import type { PictureCard } from '../../src/extension/panel/contract';
import { h, svg } from './dom';
import { layUpright, readable, uprightSize } from './upright';

export interface Boxed {
  /** The picture at the size it is shown. */
  figure: HTMLElement;
  /** Everything that is in the pixels as stored. */
  plane: HTMLElement;
  /** One per symbol, in order. */
  boxes: SVGGElement[];
  image: HTMLImageElement;
}

/**
 * Radius of a number's disc: a share of the picture's longer side, and never too small to read
 * where it is shown pixel for pixel.
 */
const DISC_SHARE = 1 / 37;
const SMALLEST_DISC = 9;

/**
 * The image has no source yet.
 * @param label names the whole for a screen reader
 * @param boxLabels of the boxes, which take the focus
 */
export function boxedPicture(card: PictureCard, label: string, boxLabels: readonly string[]): Boxed {
  const { width, height, symbols } = card;
  const image = h('img', { alt: label, decoding: 'async' });
  const radius = Math.max(SMALLEST_DISC, Math.max(width, height) * DISC_SHARE);
  const boxes = symbols.map(({ corners }, index) => {
    const points = corners.map((corner) => corner.join(',')).join(' ');
    const [x, y] = inside(corners[0], radius, width, height);
    return svg(
      'g',
      { class: 'box', role: 'button', tabindex: 0, 'aria-label': boxLabels[index] },
      svg('polygon', { class: 'box-ground', points, 'vector-effect': 'non-scaling-stroke' }),
      svg('polygon', { class: 'box-line', points, 'vector-effect': 'non-scaling-stroke' }),
      svg('circle', { class: 'box-disc', cx: x, cy: y, r: radius }),
      svg(
        'text',
        {
          class: 'box-number',
          transform: readable(card, x, y),
          'font-size': radius * 1.25,
          dy: '0.35em',
          'aria-hidden': 'true',
        },
        String(index + 1),
      ),
    );
  });
  const overlay = svg('svg', { class: 'boxes', viewBox: `0 0 ${width} ${height}` }, ...boxes);
  const plane = h('div', { class: 'plane' }, image, overlay);
  layUpright(plane, card);
  const figure = h('div', { class: 'picture' }, plane);
  const [shownWidth, shownHeight] = uprightSize(card);
  figure.style.setProperty('--picture-width', String(shownWidth));
  figure.style.setProperty('--picture-height', String(shownHeight));
  return { figure, plane, boxes, image };
}

const inside = ([x, y]: [number, number], radius: number, width: number, height: number): [number, number] => [
  Math.min(width - radius, Math.max(radius, x)),
  Math.min(height - radius, Math.max(radius, y)),
];
