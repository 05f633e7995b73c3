/** Bytes to look at. */
import type { PanelStrings } from '../../src/extension/panel/contract';
import { h } from './dom';
import { fillIn } from './words';

/** More than sixteen of the largest symbols hold. */
const MAX_SHOWN_BYTES = 49_152;
const BYTES_A_LINE = 16;

/** Offsets, the bytes in hexadecimal, and the ASCII characters among them. */
export function byteDump(bytes: Uint8Array, strings: PanelStrings): HTMLElement {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(bytes.length, MAX_SHOWN_BYTES); at += BYTES_A_LINE) {
    const line = [...bytes.subarray(at, at + BYTES_A_LINE)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = line.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(BYTES_A_LINE * 3 - 1)}  ${ascii}`);
  }
  const label = fillIn(strings.bytesCount, { count: bytes.length });
  return h(
    'figure',
    {},
    h('figcaption', { class: 'note' }, label),
    h('pre', { tabindex: 0, 'aria-label': label }, lines.join('\n')),
  );
}
