/** A file name out of a symbol's content: safe on every system, never hidden, never empty. */
import { withoutEnd } from '../worker/text/withoutEnd';
import type { Outgoing } from './panel/panelParts';

/** Longer names are refused by some file systems once they are UTF-8. */
const MAX_CHARACTERS = 40;

/** Without extension, always beginning with `qr-`. */
export function fileNameOf(text: string): string {
  const safe = text.replace(/^[a-z]+:\/\//i, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  const cut = [...safe.replace(/^[-.]+/, '')].slice(0, MAX_CHARACTERS).join('');
  return `qr-${withoutEnd(cut, '-.') || 'code'}`;
}

/** The same of a symbol; never telling a secret. */
export const symbolName = ({ source, item }: Pick<Outgoing, 'source' | 'item'>): string =>
  item.secret ? 'qr-code' : fileNameOf('text' in source ? source.text : source.name);
