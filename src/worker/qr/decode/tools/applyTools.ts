/** The picture that a list of tools makes of another: the only place where their pixels are made. */
import { fault } from '../../../protocol/errors';
import type { PictureTool } from '../../../protocol/pictureTools';
import { invert } from '../filters';
import type { Gray } from '../gray';
import { crop, type Derived } from '../scale';
import { brightness, contrast, threshold } from './light';
import { turn } from './turn';
import { unwarp } from './unwarp';

/**
 * @param tools that `wrongTool` finds nothing wrong with
 * @returns the changed picture, which may be the same one, and the way back to points of the given
 * @throws fault `tool-outside`, `tool-corners`: the places are none in this picture
 */
export function applyTools(picture: Gray, tools: readonly PictureTool[]): Derived {
  let made: Derived = { gray: picture, back: (point) => point };
  for (const tool of tools) {
    const { gray, back } = made;
    const next = changed(gray, tool);
    made = 'gray' in next ? { gray: next.gray, back: (point) => back(next.back(point)) } : { gray: next, back };
  }
  return made;
}

function changed(gray: Gray, tool: PictureTool): Gray | Derived {
  switch (tool.kind) {
    case 'crop':
      return cropped(gray, tool);
    case 'corners':
      return unwarp(gray, tool.points);
    case 'rotate':
      return turn(gray, tool.degrees);
    case 'invert':
      return invert(gray);
    case 'brightness':
      return brightness(gray, tool.by);
    case 'contrast':
      return contrast(gray, tool.by);
    case 'threshold':
      return threshold(gray, tool.at);
  }
}

function cropped(gray: Gray, { x, y, width, height }: Extract<PictureTool, { kind: 'crop' }>): Derived {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(gray.width, x + width);
  const bottom = Math.min(gray.height, y + height);
  if (right - left < 1 || bottom - top < 1) throw fault('tool-outside', { width: gray.width, height: gray.height });
  return crop(gray, left, top, right - Math.floor(left), bottom - Math.floor(top));
}
