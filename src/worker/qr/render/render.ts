/** A symbol as the bytes of a file: one entry for every format. */
import type { RenderFormat, RenderOptions } from '../../protocol/methods';
import type { QrSymbol } from '../../protocol/symbol';
import { jpeg } from './jpeg';
import { type Look, resolveLook } from './look';
import { pdf } from './pdf';
import { png } from './png';
import { svg } from './svg';
import { terminal } from './terminal';

const formats: Record<RenderFormat, (symbol: QrSymbol, look: Look) => string | Uint8Array> = { svg, png, jpeg, pdf, terminal };

export const renderFormats = Object.keys(formats) as RenderFormat[];

/**
 * The file's bytes; text formats as UTF-8.
 * @throws option-invalid
 */
export function render(symbol: QrSymbol, format: RenderFormat, options?: RenderOptions): Uint8Array {
  const file = formats[format](symbol, resolveLook(options));
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}
