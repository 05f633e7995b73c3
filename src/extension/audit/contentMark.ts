/** What the operation log tells of a content, hashed on another thread of Node. */
import type { ContentMark } from '../../audit/entry';
import { sha256Hex } from '../../worker/text/sha256Hex';

/** @param isSecret it is, or would give away, a secret: not even its hash is kept */
export async function contentMark(content: Uint8Array | string, isSecret = false): Promise<ContentMark> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { bytes: bytes.length, ...(!isSecret && { sha256: await sha256Hex(bytes) }) };
}
