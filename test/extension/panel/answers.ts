/** Answers of the worker for the panel's tests. */
import type { MadeSymbol } from '../../../src/extension/panel/shown';
import type { DecodedPicture } from '../../../src/worker/protocol/picture';
import type { ScanMargin } from '../../../src/worker/protocol/style';
import { holdsSecret } from '../../../src/worker/qr/secret';

export const encoded = (text: string, more: Partial<MadeSymbol> = {}): MadeSymbol => ({
  text,
  secret: holdsSecret(text),
  symbol: {
    version: 1,
    level: 'H',
    mask: 2,
    size: 21,
    modules: new Uint8Array(441),
    segments: [{ mode: 'byte', characters: text.length }],
    usedBits: 12 + 8 * text.length,
    capacityBits: 72,
  },
  readBack: { engines: ['zxing-wasm'] },
  wantedLevel: 'H',
  bytes: text.length,
  capacities: { L: 2953, M: 2331, Q: 1663, H: 1273 },
  ...more,
});

export const decoded = (texts: string[]): DecodedPicture => ({
  width: 100,
  height: 50,
  ms: 1,
  symbols: texts.map((text) => ({
    text,
    secret: holdsSecret(text),
    bytes: new TextEncoder().encode(text),
    format: 'QRCode',
    corners: [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ],
    engine: 'zxing-wasm',
    attempt: 'plain',
  })),
});

export const scanMargin: ScanMargin = {
  score: 71,
  verdict: 'strong',
  message: 'reads anywhere',
  disturbances: [{ disturbance: 'blur', label: 'Blur', survived: 3, steps: 4 }],
  contrastRatio: 21,
  advice: [],
};
