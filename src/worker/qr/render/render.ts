/** A symbol as the bytes of a file: one entry for every format. */
import type { RenderFormat, RenderOptions } from '../../protocol/style';
import type { QrSymbol } from '../../protocol/symbol';
import { dataUri } from '../../text/dataUri';
import { jpeg } from './jpeg';
import { type Look, resolveLook } from './look';
import { pdf } from './pdf';
import { sideOf } from './pixels';
import { png } from './png';
import { svg } from './svg';
import { terminal } from './terminal';
import { htmlImage, markdownImage } from './textForms';

const uri = (symbol: QrSymbol, look: Look): string => dataUri(png(symbol, look), 'image/png');

const formats: Record<RenderFormat, (symbol: QrSymbol, look: Look) => string | Uint8Array> = {
  svg,
  png,
  jpeg,
  pdf,
  terminal,
  'data-uri': uri,
  markdown: (symbol, look) => markdownImage(uri(symbol, look), look.title ?? ''),
  html: (symbol, look) => htmlImage(uri(symbol, look), look.title ?? '', sideOf(symbol, look)),
};

/**
 * The file's bytes; text formats as UTF-8.
 * @throws option-invalid, logo-too-large, and the picture's faults for a logo
 */
export function render(symbol: QrSymbol, format: RenderFormat, options?: RenderOptions): Uint8Array {
  const file = formats[format](symbol, resolveLook(options));
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}
