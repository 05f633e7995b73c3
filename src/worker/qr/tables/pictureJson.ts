/** What was read in a picture as plain data: an object of `decode --format json` and `jsonl`. */
import type { DecodedPicture, DecodedSymbol } from '../../protocol/picture';
import { base64 } from '../../text/base64';

const tenths = (value: number): number => Math.round(value * 10) / 10;

export const pictureJson = (path: string, { symbols, ms, error, ...rest }: DecodedPicture) => ({
  path,
  ...rest,
  ms: tenths(ms),
  symbols: symbols.map(symbolJson),
  ...(error && { error }),
});

const symbolJson = ({ text, bytes, corners, ...rest }: DecodedSymbol) => ({
  text,
  bytesBase64: base64(bytes),
  ...rest,
  corners: corners.map((point) => point.map(tenths)),
});
