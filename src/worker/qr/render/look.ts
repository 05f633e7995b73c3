/** The options of a rendering with their defaults filled in and their values checked. */
import { fault } from '../../protocol/errors';
import {
  type FinderShape,
  type ModuleShape,
  makingChoices,
  makingRanges,
  type RenderOptions,
  STANDARD_MARGIN_MODULES,
} from '../../protocol/style';
import { type LogoPicture, readLogo } from './logo';

export interface Look {
  marginModules: number;
  scale: number;
  dark: string;
  light: string;
  title?: string;
  modules: ModuleShape;
  finders: FinderShape;
  logo?: LogoPicture;
}

/**
 * @throws option-invalid for a margin outside 0 to 100, a scale outside 1 to 200, a colour that is
 * not #rrggbb, an unknown shape; the faults of readLogo
 */
export function resolveLook(options: RenderOptions = {}): Look {
  const { marginModules = STANDARD_MARGIN_MODULES, scale = 8, dark = '#000000', light = '#ffffff', title } = options;
  const { modules = 'square', finders = 'square', logo } = options;
  wholeNumber('margin', marginModules, makingRanges.marginModules);
  wholeNumber('scale', scale, makingRanges.scale);
  colour('dark', dark);
  colour('light', light);
  oneOf('modules', modules, makingChoices.modules);
  oneOf('finders', finders, makingChoices.finders);
  return { marginModules, scale, dark, light, title, modules, finders, ...(logo && { logo: readLogo(logo) }) };
}

/** True when every module is a full square and nothing is laid over them. */
export const isPlain = ({ modules, finders, logo }: Look): boolean =>
  modules === 'square' && finders === 'square' && !logo;

function wholeNumber(option: string, value: number, [min, max]: readonly [number, number]): void {
  if (!Number.isInteger(value) || value < min || value > max)
    throw fault('option-invalid', { option, value, expected: `${min}-${max}` });
}

function colour(option: string, value: string): void {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw fault('option-invalid', { option, value, expected: '#rrggbb' });
}

function oneOf(option: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) throw fault('option-invalid', { option, value, expected: allowed.join(', ') });
}

/** Red, green, blue, 0 to 255, of #rrggbb. */
export function rgb(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
