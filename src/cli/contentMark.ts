/** What the operation log tells of a content: its size and its hash. */
import type { ContentMark } from '../audit/entry';
import { sha256Hex } from '../audit/sha256Hex';

/** @param isSecret it is, or would give away, a secret: not even its hash is kept */
export function contentMark(content: Uint8Array | string, isSecret = false): ContentMark {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { bytes: bytes.length, ...(!isSecret && { sha256: sha256Hex(bytes) }) };
}
