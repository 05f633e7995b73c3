/** What the operation log tells of a content, hashed on another thread of Node. */
import type { ContentMark } from '../../audit/entry';

/** @param isSecret it is, or would give away, a secret: not even its hash is kept */
export async function contentMark(content: Uint8Array | string, isSecret = false): Promise<ContentMark> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (isSecret) return { bytes: bytes.length };
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return { bytes: bytes.length, sha256: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}
