/**
 * From what the engine or a fitted grid says about a place in the picture to the symbol of the
 * protocol.
 */
import type { Corners, DecodedSymbol } from '../../protocol/picture';
import { joinBytes } from '../../text/joinBytes';
import { secrecyOf } from '../secret';
import { decodeModules, type ModulesRead } from './bits/decodeModules';
import { chunksToText } from './charset/chunksToText';
import { decodeAs } from './charset/decodeAs';
import { guessCharset } from './charset/guessCharset';
import type { ZxingRead } from './zxing';

/** @param attempt name of the attempt of the ladder that read it */
export function symbolOfRead(read: ZxingRead, attempt: string): DecodedSymbol {
  const { version, level, mask, corners, part, mirrored, inverted, format, engine } = read;
  const { text, bytes, charset } = contentOf(read);
  return {
    text,
    ...secrecyOf(text),
    bytes,
    format: format === 'QRCodeModel2' ? 'QRCode' : format,
    ...(version !== undefined && { version }),
    ...(level && { level }),
    ...(mask !== undefined && { mask }),
    ...(charset && { charset }),
    corners,
    ...(mirrored && { mirrored }),
    ...(inverted && { inverted }),
    engine,
    attempt,
    ...(part && { part }),
  };
}

/**
 * The engine's modules decoded once more tell the segments, so that the character set is ours to
 * decide; other symbologies keep the engine's text.
 */
function contentOf({
  text,
  bytes,
  hasEci,
  modules,
  size,
  mirrored,
  format,
}: ZxingRead): Pick<DecodedSymbol, 'text' | 'bytes' | 'charset'> {
  if (format !== 'QRCode' && format !== 'QRCodeModel2')
    return hasEci ? { text, bytes } : { bytes, ...guessedContent(text, bytes) };
  const seen = size
    ? (decodeModules(modules, size) ?? (mirrored ? decodeModules(transposed(modules, size), size) : null))
    : null;
  if (!seen) return { text, bytes };
  return { ...chunksToText(seen.chunks), bytes: joinBytes(seen.chunks.map((chunk) => chunk.bytes)) };
}

/**
 * Of symbologies whose segments are not known here: kanji as the engine has them, for few say too
 * little; else what the bytes look like.
 */
function guessedContent(text: string, bytes: Uint8Array): Pick<DecodedSymbol, 'text' | 'charset'> {
  const charset = guessCharset(bytes);
  if (charset.from === 'ascii') return { text, charset };
  const isKanji = /^[^\0-\x7f\uff61-\uff9f]+$/.test(text) && text === decodeAs('shift_jis', bytes, true);
  if (isKanji) return { text, charset: { name: 'shift_jis', from: 'guess', reason: 'kanji-mode' } };
  return { text: decodeAs(charset.name, bytes) ?? text, charset };
}

/** A symbol that was read through a fitted grid. */
export function symbolOfGrid(
  read: ModulesRead,
  corners: Corners,
  attempt: string,
  seen: { mirrored: boolean; inverted: boolean },
): DecodedSymbol {
  const { version, level, mask, part, chunks } = read;
  const said = chunksToText(chunks);
  return {
    ...said,
    ...secrecyOf(said.text),
    bytes: joinBytes(chunks.map(({ bytes }) => bytes)),
    format: 'QRCode',
    version,
    level,
    mask,
    corners,
    ...(seen.mirrored && { mirrored: true }),
    ...(seen.inverted && { inverted: true }),
    engine: 'grid',
    attempt,
    ...(part && { part }),
  };
}

/** Rows become columns: what a mirror makes of a symbol, apart from a turn. */
export function transposed<T extends Uint8Array | Float32Array>(values: T, size: number): T {
  const out = values.slice() as T;
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) out[x * size + y] = values[y * size + x]!;
  return out;
}
