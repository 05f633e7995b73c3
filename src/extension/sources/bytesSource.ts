/** Whether the bytes of a file are text. */
import type { Source } from '../panel/shown';

/**
 * Text is what is valid UTF-8 and holds no zero byte, a byte order mark included; the rest stays
 * bytes.
 */
export function bytesSource(name: string, bytes: Uint8Array): Source {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? { bytes: new Uint8Array(bytes), name } : { text };
  } catch {
    // A Node Buffer would reach the worker as something else.
    return { bytes: new Uint8Array(bytes), name };
  }
}
