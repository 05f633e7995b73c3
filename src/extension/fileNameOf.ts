/** A file name out of a symbol's content: safe on every system, never hidden, never empty, never telling a secret. */
import { holdsSecret } from './panel/secrets';

/** Longer names are refused by some file systems once they are UTF-8. */
const MAX_CHARACTERS = 40;

/** Without extension, always beginning with `qr-`. */
export function fileNameOf(text: string): string {
  if (holdsSecret(text)) return 'qr-code';
  const safe = text.replace(/^[a-z]+:\/\//i, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const cut = [...safe.replace(/^[-.]+/, '')].slice(0, MAX_CHARACTERS).join('');
  return `qr-${cut.replace(/[-.]+$/, '') || 'code'}`;
}
