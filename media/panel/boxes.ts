/**
 * The picture with a numbered box over every symbol found in it, in the pixels of the stored
 * picture.
 */
import type { PictureCard } from '../../src/extension/panel/contract';
import { h, svg } from './dom';

export interface Boxed {
  figure: HTMLElement;
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
 * The image has no source yet. `label` names the whole for a screen reader; the boxes themselves
 * are in the list beside it.
 */
export function boxedPicture({ width, height, symbols }: PictureCard, label: string): Boxed {
  const image = h('img', { alt: label, decoding: 'async' });
  const radius = Math.max(SMALLEST_DISC, Math.max(width, height) * DISC_SHARE);
  const boxes = symbols.map(({ corners }, index) => {
    const points = corners.map((corner) => corner.join(',')).join(' ');
    const [x, y] = inside(corners[0], radius, width, height);
    return svg(
      'g',
      { class: 'box' },
      svg('polygon', { class: 'box-ground', points, 'vector-effect': 'non-scaling-stroke' }),
      svg('polygon', { class: 'box-line', points, 'vector-effect': 'non-scaling-stroke' }),
      svg('circle', { class: 'box-disc', cx: x, cy: y, r: radius }),
      svg('text', { class: 'box-number', x, y, 'font-size': radius * 1.25, dy: '0.35em' }, String(index + 1)),
    );
  });
  const overlay = svg('svg', { class: 'boxes', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, ...boxes);
  const figure = h('div', { class: 'picture' }, image, overlay);
  figure.style.setProperty('--picture-width', String(width));
  figure.style.setProperty('--picture-height', String(height));
  return { figure, boxes, image };
}

const inside = ([x, y]: [number, number], radius: number, width: number, height: number): [number, number] => [
  Math.min(width - radius, Math.max(radius, x)),
  Math.min(height - radius, Math.max(radius, y)),
];
