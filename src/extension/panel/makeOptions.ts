/** The choices that hold for every symbol of the panel, beside the level, which each card has of its own. */
import type { RenderOptions } from '../../worker/protocol/methods';
import type { EncodeOptions } from '../../worker/protocol/symbol';
import { flag, nullOr, oneOf, type Parsed, pattern, wholeNumber } from './messageFields';

const MAX_MARGIN_MODULES = 20;
/** The quiet zone that the standard asks for (ISO/IEC 18004:2024 §6.3.9). */
const STANDARD_MARGIN_MODULES = 4;

const colour = pattern(/^#[0-9a-f]{6}$/i);

export const makeOptionsFields = {
  /** Null is the smallest that fits. */
  version: nullOr(wholeNumber(1, 40)),
  /** Null is the one with the lowest penalty. */
  mask: nullOr(wholeNumber(0, 7)),
  eci: flag,
  marginModules: wholeNumber(0, MAX_MARGIN_MODULES),
  dark: colour,
  light: colour,
  /** Pixels a module in PNG and JPEG files. */
  scale: oneOf([4, 8, 16, 32] as const),
};

export type MakeOptions = Parsed<typeof makeOptionsFields>;

export const defaultMakeOptions: MakeOptions = {
  version: null,
  mask: null,
  eci: false,
  marginModules: STANDARD_MARGIN_MODULES,
  dark: '#000000',
  light: '#ffffff',
  scale: 8,
};

/** As the encoder takes them. */
export const encodeOptions = ({ version, mask, eci }: MakeOptions): EncodeOptions => ({
  ...(version !== null && { version }),
  ...(mask !== null && { mask }),
  ...(eci && { eci }),
});

/** As the renderer takes them. */
export const renderOptions = ({ marginModules, dark, light, scale }: MakeOptions): RenderOptions => ({ marginModules, dark, light, scale });
