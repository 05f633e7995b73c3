/** What the operation log tells of a content: its size and its hash. */
import type { ContentMark } from '../audit/entry';

/** @param isSecret it is, or would give away, a secret: not even its hash is kept */
export function contentMark(content: Uint8Array | string, isSecret = false): ContentMark {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { bytes: bytes.length, ...(!isSecret && { sha256: sha256(bytes) }) };
}

/** Loaded when there is something to hash. */
const sha256 = (bytes: Uint8Array): string =>
  (require('node:crypto') as typeof import('node:crypto')).createHash('sha256').update(bytes).digest('hex');
