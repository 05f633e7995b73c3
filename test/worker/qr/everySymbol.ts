/** A text for every version, level, mask and mode, and the digest of the symbols that they make. */
import { createHash } from 'node:crypto';
import type { Level } from '../../../src/worker/protocol/symbol';
import { levels } from '../../../src/worker/qr/limits';
import { headerBits } from '../../../src/worker/qr/segments';
import { dataCodewords } from '../../../src/worker/qr/standard';

const alphabets = {
  numeric: '3141592653',
  alphanumeric: 'HELLO WORLD $%*+-./:',
  byte: 'plain text, {not} counted;',
} as const;
export type PlainMode = keyof typeof alphabets;
export const plainModes = Object.keys(alphabets) as PlainMode[];
const bitsEach: Record<PlainMode, number> = { numeric: 10 / 3, alphanumeric: 11 / 2, byte: 8 };

export interface Combination {
  version: number;
  level: Level;
  mask: number;
}

/** All 40 x 4 x 8. */
export const combinations: Combination[] = Array.from({ length: 1280 }, (_, i) => ({
  version: 1 + Math.floor(i / 32),
  level: levels[Math.floor(i / 8) % 4]!,
  mask: i % 8,
}));

/** One of the modes: over all versions each mode meets each level and mask. */
export const modeOf = ({ version, level }: Combination): PlainMode =>
  plainModes[(version + levels.indexOf(level)) % 3]!;

/**
 * Of one mode only, so that every encoder makes one segment of it; full to the last bit or a third
 * full, so that padding is compared too.
 */
export function textOf({ version, level, mask }: Combination, mode: PlainMode): string {
  const room = Math.floor((dataCodewords(version, level) * 8 - headerBits(mode, version)) / bitsEach[mode]);
  const isFull = plainModes[(version + mask) % 3] === mode;
  const alphabet = alphabets[mode];
  return alphabet.repeat(Math.ceil(room / alphabet.length)).slice(0, isFull ? room : Math.ceil(room / 3));
}

/** Of the modules of several symbols as rows of 0 and 1; 16 hexadecimal digits. */
export const digestOf = (rows: string[]): string =>
  createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16);

/** One row of 0 and 1 after the other. */
export const rowsOf = (modules: Uint8Array): string => modules.join('');
