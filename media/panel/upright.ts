/**
 * How a stored picture is turned to stand upright. What lies over it is in the pixels as stored and
 * turns with it.
 */
import type { PictureCard } from '../../src/extension/panel/contract';

/** Of a stored direction, the upright one: `x' = a x + c y`, `y' = b x + d y`. */
type Turn = readonly [a: number, b: number, c: number, d: number];

/** By the numbers of Exif. */
const TURNS: Readonly<Record<number, Turn>> = {
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, 1, 1, 0],
  6: [0, 1, -1, 0],
  7: [0, -1, -1, 0],
  8: [0, -1, 1, 0],
};
const UPRIGHT: Turn = [1, 0, 0, 1];

/** A picture as it is stored. */
export type Stored = Pick<PictureCard, 'width' | 'height' | 'orientation'>;

const turnOf = ({ orientation }: Stored): Turn => TURNS[orientation ?? 1] ?? UPRIGHT;

const matrix = (turn: readonly number[]) => `matrix(${[...turn, 0, 0].join(', ')})`;

/** Pixels of the picture as it is shown. */
export const uprightSize = (card: Stored): [width: number, height: number] =>
  turnOf(card)[0] === 0 ? [card.height, card.width] : [card.width, card.height];

/** Lays a plane in the pixels as stored over its parent, which has the upright size. */
export function layUpright(plane: HTMLElement, card: PictureCard): void {
  const [width, height] = uprightSize(card);
  plane.style.width = `${(100 * card.width) / width}%`;
  plane.style.height = `${(100 * card.height) / height}%`;
  plane.style.transform = `translate(-50%, -50%) ${matrix(turnOf(card))}`;
}

/** The turn of something on the plane, about a point of it, that is to be read upright. */
export function readable(card: PictureCard, x: number, y: number): string {
  const [a, b, c, d] = turnOf(card);
  // The inverse of a turn is its transposition.
  return `translate(${x} ${y}) ${matrix([a, c, b, d])}`;
}

/** Where a point of the picture as it is shown lies in the stored one. */
export function storedPoint(card: Stored, [x, y]: readonly [number, number]): [x: number, y: number] {
  const [a, b, c, d] = turnOf(card);
  const [width, height] = uprightSize(card);
  const [dx, dy] = [x - width / 2, y - height / 2];
  return [a * dx + b * dy + card.width / 2, c * dx + d * dy + card.height / 2];
}

/** Where a point of the stored picture lies in the one that is shown. */
export function shownPoint(card: Stored, [x, y]: readonly [number, number]): [x: number, y: number] {
  const [a, b, c, d] = turnOf(card);
  const [width, height] = uprightSize(card);
  const [dx, dy] = [x - card.width / 2, y - card.height / 2];
  return [a * dx + c * dy + width / 2, b * dx + d * dy + height / 2];
}

/** Draws a stored picture upright. @param pen of a canvas that has the upright size */
export function drawUpright(pen: CanvasRenderingContext2D, stored: Stored, picture: CanvasImageSource): void {
  const [width, height] = uprightSize(stored);
  pen.setTransform(...turnOf(stored), width / 2, height / 2);
  pen.drawImage(picture, -stored.width / 2, -stored.height / 2);
}
