/**
 * The proof that a picture reads back in its style, and, when it does not, the smallest change that
 * helps.
 */
import { type ErrorCode, fault } from '../../protocol/errors';
import type { RenderFormat, RenderOptions } from '../../protocol/style';
import type { QrSymbol } from '../../protocol/symbol';
import type { Zxing } from '../decode/zxing';
import { contentOf, exported, reads } from './picture';

/** One change each, the smallest loss first. */
const changes: [ErrorCode, (options: RenderOptions) => RenderOptions][] = [
  ['advice-margin', (options) => ({ ...options, marginModules: Math.max(4, options.marginModules ?? 4) })],
  ['advice-scale', (options) => ({ ...options, scale: Math.max(4, options.scale ?? 8) })],
  ['advice-contrast', (options) => ({ ...options, dark: '#000000', light: '#ffffff' })],
  ['advice-logo', ({ logo: _, ...options }) => options],
  ['advice-shapes', (options) => ({ ...options, modules: 'square', finders: 'square' })],
];

/**
 * Looks at the finished picture as its reader will.
 * @throws style-not-read-back, whose data.advice is the code of what to change; option-invalid,
 * logo-too-large
 */
export function prove(
  symbol: QrSymbol,
  format: RenderFormat,
  options: RenderOptions,
  engine: Pick<Zxing, 'readGray'>,
): void {
  const bytes = contentOf(symbol);
  const works = (tried: RenderOptions) => reads(exported(symbol, format, tried), bytes, engine);
  if (works(options)) return;
  const advice = changes.find(([, change]) => works(change(options)))?.[0] ?? 'advice-plain';
  throw fault('style-not-read-back', { advice });
}
