/**
 * The choices that hold for every symbol of the panel, beside the level, which each card has of its
 * own.
 */
import { makingChoices, makingRanges, type RenderOptions, STANDARD_MARGIN_MODULES } from '../../worker/protocol/style';
import type { EncodeOptions, Level } from '../../worker/protocol/symbol';
import { base64, fields, flag, nullOr, oneOf, type Parsed, pattern, text, wholeNumber } from './messageFields';

/** The level of the settings where nobody chose one. */
export const DEFAULT_LEVEL: Level = 'H';

const MAX_MARGIN_MODULES = 20;

/** A picture of 256 x 256 pixels that no compression helps. */
const MAX_LOGO_CHARACTERS = 400_000;

const colour = pattern(/^#[0-9a-f]{6}$/i);

export const makeOptionsFields = {
  /** Null is the smallest that fits. */
  version: nullOr(wholeNumber(...makingRanges.version)),
  /** Null is the one with the lowest penalty. */
  mask: nullOr(wholeNumber(...makingRanges.mask)),
  eci: flag,
  marginModules: wholeNumber(0, MAX_MARGIN_MODULES),
  dark: colour,
  light: colour,
  /** Pixels a module in PNG and JPEG files. */
  scale: oneOf([4, 8, 16, 32] as const),
  modules: oneOf(makingChoices.modules),
  finders: oneOf(makingChoices.finders),
  /** `png` is base64; the longer side takes `percent` of the symbol's. */
  logo: nullOr(
    fields({ name: text(260), png: base64(MAX_LOGO_CHARACTERS), percent: oneOf([10, 15, 20, 25, 30] as const) }),
  ),
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
  modules: 'square',
  finders: 'square',
  logo: null,
};

/** As the encoder takes them. */
export const encodeOptions = ({ version, mask, eci, logo }: MakeOptions): EncodeOptions => ({
  ...(version !== null && { version }),
  ...(mask !== null && { mask }),
  ...(eci && { eci }),
  ...(logo && { logoShare: logo.percent / 100 }),
});

/** As the renderer takes them. */
export const renderOptions = ({
  marginModules,
  dark,
  light,
  scale,
  modules,
  finders,
  logo,
}: MakeOptions): RenderOptions => ({
  marginModules,
  dark,
  light,
  scale,
  modules,
  finders,
  ...(logo && { logo: { bytes: Uint8Array.from(atob(logo.png), (c) => c.charCodeAt(0)), share: logo.percent / 100 } }),
});

/** More than squares in two colours, which is all that the page draws itself. */
export const isStyled = ({ modules, finders, logo }: MakeOptions): boolean =>
  modules !== 'square' || finders !== 'square' || logo !== null;
