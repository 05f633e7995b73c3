/** What was read in a picture as plain data: an object of `decode --format json` and `jsonl`. */
import type { DecodedPicture, DecodedSymbol } from '../../protocol/picture';
import { base64 } from '../../text/base64';
import { describeText } from '../describeText';

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
  ...linkJson(text),
  corners: corners.map((point) => point.map(tenths)),
});

/** Where an address leads, and the codes of what is odd about it. */
function linkJson(text: string) {
  const { link } = describeText(text, 'en');
  if (!link) return {};
  const { href, parts, unicodeHost, openable, warnings } = link;
  return {
    link: {
      href,
      host: parts.host,
      ...(unicodeHost !== undefined && { unicodeHost }),
      openable,
      warnings: warnings.map(({ code }) => code),
    },
  };
}
