/** Four corners on a picture. */

export type Point = [x: number, y: number];
/** In turn from the top left, in pixels. */
export type Quad = [Point, Point, Point, Point];

export const rectangleQuad = (left: number, top: number, right: number, bottom: number): Quad => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];
