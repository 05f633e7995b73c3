/**
 * The pictures of the proving ground: symbols of different versions and levels under one kind of
 * damage at rising strength.
 */
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { drawSymbol } from '../drawSymbol';
import { type DegradationName, degradations } from './degradations';
import { seeded } from './random';

export interface ProvingPicture {
  gray: Gray;
  text: string;
}

const kinds = [
  { version: 1, level: 'M' },
  { version: 3, level: 'H' },
  { version: 7, level: 'Q' },
  { version: 12, level: 'L' },
] as const;

/** `count` pictures, the last the hardest; the same for the same arguments. */
export function provingPictures(name: DegradationName, count: number): ProvingPicture[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seeded(1 + i * 7919 + name.length * 104729);
    const { version, level } = kinds[i % kinds.length]!;
    const text = `${name}-${i}`.slice(0, 14);
    const drawn = drawSymbol(text, { version, errorCorrectionLevel: level, scale: 6 });
    return { text, gray: degradations[name](drawn, (i + 1) / count, random) };
  });
}
