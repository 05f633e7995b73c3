/** A symbol as text of half blocks, two rows of modules a line, without colour codes. */

import type { QrSymbol } from '../../protocol/symbol';
import { luminance } from '../contrast';
import type { Look } from './look';

/**
 * Lines of blocks, with the quiet zone. Blocks take the text colour, so on a dark terminal they
 * stand for the lighter of the two colours; on a light terminal swap dark and light.
 */
export function terminal(symbol: QrSymbol, look: Look): string {
  const { size, modules } = symbol;
  const margin = look.marginModules;
  const lightIsBlock = luminance(look.light) >= luminance(look.dark);
  const side = size + 2 * margin;
  const block = (x: number, y: number): boolean => {
    if (y === side) return false;
    const row = y - margin;
    const column = x - margin;
    const inside = row >= 0 && column >= 0 && row < size && column < size;
    return (inside && modules[row * size + column] === 1) !== lightIsBlock;
  };
  let text = '';
  for (let y = 0; y < side; y += 2) {
    for (let x = 0; x < side; x++) text += block(x, y) ? (block(x, y + 1) ? '█' : '▀') : block(x, y + 1) ? '▄' : ' ';
    text += '\n';
  }
  return text;
}
