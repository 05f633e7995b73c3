import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphanumericValues, type Segment, streamBits } from '../../../src/worker/qr/segments';
import { segmentBytes } from '../../../src/worker/qr/segmentText';

const modesOf = (text: string, version: number) =>
  segmentBytes(Buffer.from(text), version).map(({ mode, characters }) => `${mode} ${characters}`);

/** The fewest bits over all segmentations, by trying them all. */
function fewestBits(bytes: Uint8Array, version: number, from = 0): number {
  if (from === bytes.length) return 0;
  let best = Infinity;
  for (let end = from + 1; end <= bytes.length; end++) {
    const data = bytes.subarray(from, end);
    for (const mode of ['byte', 'alphanumeric', 'numeric'] as const) {
      if (mode === 'alphanumeric' && !data.every((byte) => alphanumericValues[byte]! >= 0)) continue;
      if (mode === 'numeric' && !data.every((byte) => byte >= 48 && byte <= 57)) continue;
      const segment: Segment = { mode, characters: data.length, data };
      best = Math.min(best, streamBits([segment], version) + fewestBits(bytes, version, end));
    }
  }
  return best;
}

describe('segmentBytes', () => {
  it('mixes modes where it pays', () => {
    expect(modesOf('https://example.com/0123456789012345', 1)).toEqual(['byte 20', 'numeric 16']);
    expect(modesOf('A1B2C3D4E5F6abc', 1)).toEqual(['alphanumeric 12', 'byte 3']);
    expect(modesOf('a1b2', 1)).toEqual(['byte 4']);
  });

  it('keeps the header lengths of the version in mind', () => {
    expect(modesOf('ab1234', 1)).toEqual(['byte 2', 'numeric 4']);
    expect(modesOf('ab1234', 40)).toEqual(['byte 6']);
  });

  it('never cuts a character', () => {
    expect(modesOf('中1234567890', 1)).toEqual(['byte 3', 'numeric 10']);
  });

  it('is as short as the best of all segmentations and keeps the bytes', () => {
    const unit = fc.constantFrom('1', '2', 'A', 'Z', 'a', ':', 'é');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 9 }), fc.constantFrom(1, 10, 27), (text, version) => {
        const bytes = Buffer.from(text);
        const segments = segmentBytes(bytes, version);
        expect(Buffer.concat(segments.map((segment) => segment.data)).equals(bytes)).toBe(true);
        expect(streamBits(segments, version)).toBe(fewestBits(bytes, version));
      }),
      { numRuns: 150 },
    );
    const mixed = 'AAAAAAAA12345678';
    expect(streamBits(segmentBytes(Buffer.from(mixed), 1), 1)).toBeLessThanOrEqual(4 + 9 + 88);
  });
});
