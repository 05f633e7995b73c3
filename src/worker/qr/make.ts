/** Content to symbols that are known to read: encoding and the one proof, for whoever asks. */
import type { SetSize, SplitOptions } from '../protocol/methods';
import type { RenderFormat, RenderOptions } from '../protocol/style';
import type { EncodeOptions, Level, QrSymbol, ReadBack } from '../protocol/symbol';
import type { Zxing } from './decode/zxing';
import { type Encoded, encode, encodeBytes } from './encode';
import { byteCapacities } from './limits';
import { payloadKind, recognise } from './payloads';
import { withDemandedLevel } from './payloads/demandedLevel';
import { readBack } from './readBack';
import { render } from './render/render';
import { prove } from './scanMargin/prove';
import { holdsSecret } from './secret';
import { split as divide, type EncodedPart } from './split';

/** What reads symbols back. */
export type Prover = Pick<Zxing, 'readGray'>;

/**
 * How a symbol is to be made and how it will look: it is read back as it will look, in SVG where no
 * format is named.
 */
export interface Making<Options = EncodeOptions> {
  options?: Options;
  look?: RenderOptions;
  format?: RenderFormat;
}

export interface MadeSymbol extends Encoded {
  /** Empty for bytes. */
  text: string;
  /** It, or the whole that it is a part of, holds a password, a key or a token. */
  secret: boolean;
}

export type Proven<T> = T & { readBack: ReadBack };

/**
 * One symbol of a text or of bytes, read back by `engine`; without one it is not proven. A level
 * that is not asked for, or may be raised, is that which the payload's own standard demands.
 * @throws what encode and readBack throw
 */
export function makeSymbol(input: string | Uint8Array, making: Making, engine: Prover): Proven<MadeSymbol>;
export function makeSymbol(
  input: string | Uint8Array,
  making: Making,
  engine?: Prover,
): MadeSymbol & { readBack?: ReadBack };
export function makeSymbol(
  input: string | Uint8Array,
  making: Making = {},
  engine?: Prover,
): MadeSymbol & { readBack?: ReadBack } {
  const isText = typeof input === 'string';
  const made = isText ? encode(input, heeded(input, making.options)) : encodeBytes(input, making.options);
  const text = isText ? input : new TextDecoder().decode(input);
  return {
    text: isText ? input : '',
    secret: holdsSecret(text),
    ...made,
    ...proof(made.symbol, isText ? new TextEncoder().encode(input) : input, making, engine),
  };
}

/** The options with the level that the text's kind demands, unless somebody chose one. */
function heeded(text: string, options: EncodeOptions = {}): EncodeOptions | undefined {
  if (options.level !== undefined && !options.boostLevel) return options;
  const known = recognise(text);
  return withDemandedLevel(known && payloadKind(known.kind).level, options);
}

function proof(
  symbol: QrSymbol,
  bytes: Uint8Array,
  { look, format }: Making<unknown>,
  engine: Prover | undefined,
): { readBack?: ReadBack } {
  return engine ? { readBack: readBack(symbol, bytes, engine, look, format) } : {};
}

export interface MadePart extends MadeSymbol {
  /** Index from 0; the only one where one symbol holds the text. */
  part: EncodedPart['part'];
  /**
   * The level of a set was chosen for the fewest symbols: what level H would take; null: more than
   * a set can have.
   */
  atH?: SetSize | null;
}

/**
 * A text over as few symbols as hold it, each of them proven like a single one.
 * @throws what split and readBack throw
 */
export function split(text: string, making: Making<SplitOptions>, engine: Prover): Proven<MadePart>[];
export function split(
  text: string,
  making: Making<SplitOptions>,
  engine?: Prover,
): (MadePart & { readBack?: ReadBack })[];
export function split(
  text: string,
  making: Making<SplitOptions>,
  engine?: Prover,
): (MadePart & { readBack?: ReadBack })[] {
  const { parts, wantedLevel, atH } = divide(text, making.options);
  const capacities: Record<Level, number> = byteCapacities(making.options?.maxVersion);
  const secret = holdsSecret(text);
  return parts.map(({ symbol, bytes, part }) => ({
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    secret,
    symbol,
    wantedLevel,
    bytes: bytes.length,
    capacities,
    ...proof(symbol, bytes, making, engine),
    part,
    ...(atH !== undefined && { atH }),
  }));
}

/**
 * The file of a symbol that was made before, in a look of its own.
 * @throws style-not-read-back, option-invalid, logo-too-large
 */
export function provenFile(symbol: QrSymbol, format: RenderFormat, look: RenderOptions, engine: Prover): Uint8Array {
  prove(symbol, format, look, engine);
  return render(symbol, format, look);
}
