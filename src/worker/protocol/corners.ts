/** Where a symbol stands in a picture. */

/**
 * Corner points in pixels of the picture as stored (before any EXIF rotation), clockwise from the
 * symbol's own top left.
 */
export type Corners = [[number, number], [number, number], [number, number], [number, number]];
