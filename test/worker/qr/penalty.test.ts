import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpacked } from '../../../src/worker/qr/packed';
import { penalty } from '../../../src/worker/qr/penalty';
import { plainPenalty } from './plainPenalty';

describe('penalty', () => {
  const of = (...rows: string[]) => penalty(pack(Uint8Array.from(rows.join(''), Number), rows.length));

  it('counts runs, blocks, finder look-alikes and the share of dark modules', () => {
    expect(of('0101', '1010', '0101', '1010')).toBe(0);
    expect(of('1100', '1100', '0011', '0011')).toBe(4 * 3);
    expect(of('111111', '111111', '111111', '111111', '111111', '111111')).toBe(12 * 4 + 25 * 3 + 100);
    const plain = Array.from({ length: 11 }, (_, i) => (i % 2 ? '01010101010' : '10101010101'));
    expect(of(...plain.map((row, i) => (i === 5 ? '10111010000' : row)))).toBeGreaterThanOrEqual(of(...plain) + 40);
  });

  it('is what counting module by module gives', () => {
    // Pieces of patterns that cost points, so that they meet word boundaries.
    const piece = fc.constantFrom('1011101', '0000', '11111', '0', '1', '10', '000000');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.infiniteStream(piece), (size, stream) => {
        let text = '';
        while (text.length < size * size) text += stream.next().value;
        const modules = Uint8Array.from(text.slice(0, size * size), Number);
        const square = pack(modules, size);
        expect(unpacked(square)).toEqual(modules);
        const points = plainPenalty(modules, size);
        expect(penalty(square)).toBe(points);
        expect(penalty(square, points + 1)).toBe(points);
        expect(penalty(square, points / 2)).toBeGreaterThanOrEqual(points / 2);
      }),
      { numRuns: 60 },
    );
  });
});
