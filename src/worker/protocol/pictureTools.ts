/**
 * What a person may do to a picture before it is read: the data of the Read tab's tools and of the
 * options of `decode`.
 */
import type { Corners } from './corners';

/** Each works on the picture that the one before it gave; places are in that picture's pixels. */
export type PictureTool =
  /** The part inside the picture is kept. */
  | { kind: 'crop'; x: number; y: number; width: number; height: number }
  /** The quadrilateral becomes a rectangle; its corners in turn, from the one that is the top left. */
  | { kind: 'corners'; points: Corners }
  /** Clockwise about the centre; nothing is cut off. */
  | { kind: 'rotate'; degrees: number }
  | { kind: 'invert' }
  /** -100 is black, 100 is white. */
  | { kind: 'brightness'; by: number }
  /** About the middle gray; -100 is all gray, 100 is black and white. */
  | { kind: 'contrast'; by: number }
  /** Black below `at`, white from there on. */
  | { kind: 'threshold'; at: number };

export type PictureToolKind = PictureTool['kind'];

/** The time limit of the Read tab's *Try Harder*, for one picture. */
export const HARDER_SECONDS = 60;

/** More in one list are refused. */
export const MAX_TOOLS = 8;

/** Places in pixels: no picture is larger, and a corner may lie outside of it. */
export const MAX_PLACE = 1_000_000;

/** The least and the most of a tool's number. */
export const toolRanges = {
  degrees: [-360, 360],
  by: [-100, 100],
  at: [1, 255],
} as const satisfies Record<string, readonly [min: number, max: number]>;

/** What a person sets, in any order; a value that is absent, null or 0 changes nothing. */
export interface ToolChoices {
  /** In pixels of the picture as stored, as `corners`; one of the two at most. */
  crop?: { x: number; y: number; width: number; height: number } | null;
  corners?: Corners | null;
  degrees?: number;
  invert?: boolean;
  brightness?: number;
  contrast?: number;
  threshold?: number;
}

/** The tools in the order in which their places are those of the stored picture. */
export function toolsOf({
  crop,
  corners,
  degrees,
  invert,
  brightness,
  contrast,
  threshold,
}: ToolChoices): PictureTool[] {
  const tools: (PictureTool | false | 0 | null | undefined)[] = [
    crop && { kind: 'crop', ...crop },
    corners && { kind: 'corners', points: corners },
    degrees && { kind: 'rotate', degrees },
    invert && { kind: 'invert' },
    brightness && { kind: 'brightness', by: brightness },
    contrast && { kind: 'contrast', by: contrast },
    threshold && { kind: 'threshold', at: threshold },
  ];
  return tools.filter((tool): tool is PictureTool => Boolean(tool));
}
