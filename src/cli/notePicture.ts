/** What the operation log is told of a picture that was read. */
import type { ContentMark } from '../audit/entry';
import type { DecodedPicture } from '../worker/protocol/picture';
import { contentMark } from './contentMark';
import type { CliIo } from './io';

/** @param content undefined: it could not even be loaded */
export function notePicture(
  path: string,
  { symbols, error }: DecodedPicture,
  content: Uint8Array | ContentMark | undefined,
  { note }: Pick<CliIo, 'note'>,
): void {
  if (!note) return;
  const mark = content instanceof Uint8Array ? contentMark(content) : content;
  // Whoever guesses a password can draw its symbol, and compare.
  const isSecret = symbols.some(({ secret }) => secret);
  note({
    op: 'read',
    target: path,
    result: error ? 'failed' : symbols.length === 0 ? 'findings' : 'ok',
    ...(mark && { content: isSecret ? { bytes: mark.bytes } : mark }),
    detail: { symbols: symbols.length, ...(error && { code: error.code }) },
  });
}
