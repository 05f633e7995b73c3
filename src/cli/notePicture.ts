/** What the operation log is told of a picture that was read. */
import type { ContentMark } from '../audit/entry';
import type { DecodedPicture } from '../worker/protocol/picture';
import { contentMark } from './contentMark';
import type { CliIo } from './io';

/**
 * @param content undefined: it could not even be loaded
 * @returns what is told of its content
 */
export function notePicture(
  path: string,
  { symbols, error }: DecodedPicture,
  content: Uint8Array | ContentMark | undefined,
  { note }: Pick<CliIo, 'note'>,
): ContentMark | undefined {
  if (!note) return undefined;
  // Whoever guesses a password can draw its symbol, and compare; what is no picture may be a key.
  const isSecret = error !== undefined || symbols.some(({ secret }) => secret);
  const whole = content instanceof Uint8Array ? contentMark(content, isSecret) : content;
  const mark = whole && isSecret ? { bytes: whole.bytes } : whole;
  note({
    op: 'read',
    target: path,
    result: error ? 'failed' : symbols.length === 0 ? 'findings' : 'ok',
    ...(mark && { content: mark }),
    detail: { symbols: symbols.length, ...(error && { code: error.code }) },
  });
  return mark;
}
