import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/worker/qr/encode';
import { byteCapacities, levels } from '../../../src/worker/qr/limits';
import { plainPenalty } from './plainPenalty';

const versions = Array.from({ length: 40 }, (_, i) => i + 1);
const hasQrencode = spawnSync('qrencode', ['--version']).status === 0;

/**
 * Rows of '1' and '0' that Debian's qrencode draws, and the mask it says in its format information.
 */
function qrencode(text: string, version: number, level: string): { rows: string[]; mask: number } {
  const { stdout } = spawnSync('qrencode', [
    '-t',
    'ASCII',
    '-m',
    '0',
    '-v',
    `${version}`,
    '-l',
    level,
    '--strict-version',
    '-o',
    '-',
    text,
  ]);
  const rows = stdout
    .toString()
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.replace(/##/g, '1').replace(/ {2}/g, '0'));
  // Mask bits of the format information beside the top left finder, which is itself masked with 101
  // there.
  const mask = Number.parseInt(rows[8]!.slice(2, 5), 2) ^ 0b101;
  return { rows, mask };
}

describe('buildSymbol', () => {
  it.skipIf(!hasQrencode)(
    'draws the modules of qrencode in every version, at two of the levels each (skipped without qrencode)',
    () => {
      const alphabets = ['0123456789', 'ABCDEFGHIJ $%*+-./:', 'abcdefghij{}'];
      for (const version of versions)
        for (const [i, level] of levels.entries()) {
          if ((version + i) % 2) continue;
          const room = byteCapacities(version)[level];
          // Full, and half empty, so that padding is compared too.
          const alphabet = alphabets[(version + i) % 3]!;
          const text = alphabet
            .repeat(Math.ceil(room / alphabet.length))
            .slice(0, version % 4 < 2 ? room : Math.ceil(room / 2));
          const { rows, mask } = qrencode(text, version, level);
          const { symbol } = encode(text, { version, level, mask });
          expect([version, level, ...rows]).toEqual([
            version,
            level,
            ...rows.map((_, row) => symbol.modules.subarray(row * symbol.size, (row + 1) * symbol.size).join('')),
          ]);
        }
    },
  );

  it('chooses the mask with the lowest penalty', () => {
    for (const text of ['a', 'HELLO WORLD', '0'.repeat(300), 'x'.repeat(500)]) {
      const { symbol } = encode(text);
      const points = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => {
        const other = encode(text, { version: symbol.version, level: symbol.level, mask }).symbol;
        return plainPenalty(other.modules, other.size);
      });
      expect(points[symbol.mask]).toBe(Math.min(...points));
    }
  });
});
