/** Tools that come from outside: what is wrong with them, before anything is done. */
import type { FailureData } from '../../../protocol/errors';
import { MAX_PLACE, MAX_TOOLS, type PictureToolKind, toolRanges } from '../../../protocol/pictureTools';

type Range = readonly [min: number, max: number];
const PLACE: Range = [-MAX_PLACE, MAX_PLACE];
const LENGTH: Range = [1, MAX_PLACE];

/** The numbers of each kind; `points` of corners are looked at apart. */
const numbers: Record<PictureToolKind, Readonly<Record<string, Range>>> = {
  crop: { x: PLACE, y: PLACE, width: LENGTH, height: LENGTH },
  corners: {},
  rotate: { degrees: toolRanges.degrees },
  invert: {},
  brightness: { by: toolRanges.by },
  contrast: { by: toolRanges.by },
  threshold: { at: toolRanges.at },
};

/** Characters of a wrong value that are told. */
const MAX_TOLD = 60;

const told = (value: unknown): string =>
  (typeof value === 'number' || typeof value === 'string' ? String(value) : typeof value).slice(0, MAX_TOLD);

/** @returns the data of `option-invalid` for the first wrong value; undefined when there is none */
export function wrongTool(tools: unknown): FailureData | undefined {
  if (tools === undefined) return undefined;
  const wrong = (option: string, value: unknown, expected: string): FailureData => ({
    option,
    value: told(value),
    expected,
  });
  const outside = (option: string, value: unknown, [min, max]: Range) =>
    typeof value === 'number' && value >= min && value <= max ? undefined : wrong(option, value, `${min}…${max}`);
  if (!Array.isArray(tools)) return wrong('tools', tools, '[…]');
  if (tools.length > MAX_TOOLS) return wrong('tools', tools.length, `0…${MAX_TOOLS}`);
  for (const [i, tool] of tools.entries()) {
    const at = `tools[${i}]`;
    if (typeof tool !== 'object' || tool === null) return wrong(at, tool, '{…}');
    const { kind } = tool as { kind: unknown };
    if (typeof kind !== 'string' || !Object.hasOwn(numbers, kind))
      return wrong(`${at}.kind`, kind, Object.keys(numbers).join(', '));
    const values: [string, unknown, Range][] = Object.entries(numbers[kind as PictureToolKind]).map(([name, range]) => [
      name,
      (tool as Record<string, unknown>)[name],
      range,
    ]);
    if (kind === 'corners') {
      const { points } = tool as { points: unknown };
      if (!Array.isArray(points) || points.length !== 4) return wrong(`${at}.points`, points, '[[x, y], …] (4)');
      for (const [j, point] of points.entries()) {
        if (!Array.isArray(point) || point.length !== 2) return wrong(`${at}.points[${j}]`, point, '[x, y]');
        for (const k of [0, 1]) values.push([`points[${j}][${k}]`, point[k], PLACE]);
      }
    }
    for (const [name, value, range] of values) {
      const found = outside(`${at}.${name}`, value, range);
      if (found) return found;
    }
  }
  return undefined;
}
