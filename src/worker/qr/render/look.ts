/** The options of a rendering with their defaults filled in and their values checked. */
import { fault } from '../../protocol/errors';
import type { RenderOptions } from '../../protocol/methods';

export interface Look {
  marginModules: number;
  scale: number;
  dark: string;
  light: string;
  title?: string;
}

/** The quiet zone that the standard asks for (ISO/IEC 18004:2024 §6.3.9). */
export const standardMarginModules = 4;

/** @throws option-invalid for a margin outside 0 to 100, a scale outside 1 to 200, a colour that is not #rrggbb */
export function resolveLook(options: RenderOptions = {}): Look {
  const { marginModules = standardMarginModules, scale = 8, dark = '#000000', light = '#ffffff', title } = options;
  wholeNumber('margin', marginModules, 0, 100);
  wholeNumber('scale', scale, 1, 200);
  colour('dark', dark);
  colour('light', light);
  return { marginModules, scale, dark, light, title };
}

function wholeNumber(option: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) throw fault('option-invalid', { option, value, expected: `${min}-${max}` });
}

function colour(option: string, value: string): void {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw fault('option-invalid', { option, value, expected: '#rrggbb' });
}

/** Red, green, blue, 0 to 255, of #rrggbb. */
export function rgb(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
