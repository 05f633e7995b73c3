/** What is done to a picture before it is read again, as the page sets it. */
import { MAX_PLACE, toolRanges } from '../../worker/protocol/pictureTools';
import { type Fields, fields, flag, nullOr, number, type Parsed, tuple } from './messageFields';

const place = number(-MAX_PLACE, MAX_PLACE);
const length = number(1, MAX_PLACE);
const by = number(...toolRanges.by);
const point = tuple(place, place);

/** Null and 0 change nothing. */
export const toolFields = {
  crop: nullOr(fields({ x: place, y: place, width: length, height: length })),
  corners: nullOr(tuple(point, point, point, point)),
  degrees: number(...toolRanges.degrees),
  invert: flag,
  brightness: by,
  contrast: by,
  threshold: number(0, toolRanges.at[1]),
} satisfies Fields;
export type PictureToolChoices = Parsed<typeof toolFields>;

/** A picture's tools as they are kept: whether they are open, and what they are set to. */
export const keptToolsFields = { open: flag, ...toolFields } satisfies Fields;
export type KeptTools = Parsed<typeof keptToolsFields>;
