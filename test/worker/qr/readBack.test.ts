import { expect, it } from 'vitest';
import { encode } from '../../../src/worker/qr/encode';
import { readBack } from '../../../src/worker/qr/readBack';
import { testEngine } from './decode/engine';

const { zxing } = await testEngine();
const text = 'hello world hello world';
const { symbol } = encode(text);
const bytes = new TextEncoder().encode(text);

it('names both engines for a plain symbol, for one in a style, and for a compressed file', () => {
  for (const [look, format] of [
    [{}, 'png'],
    [{ modules: 'dots', finders: 'circle', scale: 8 }, 'svg'],
    [{}, 'jpeg'],
    [{ scale: 1 }, 'png'],
  ] as const)
    expect(readBack(symbol, bytes, zxing, look, format).engines).toHaveLength(2);
});

it('refuses a style whose file does not read, and says what to change', () => {
  const look = { scale: 1, modules: 'dots', finders: 'circle' } as const;
  expect(() => readBack(symbol, bytes, zxing, look, 'png')).toThrow(
    expect.objectContaining({ code: 'style-not-read-back', data: { advice: 'advice-scale' } }),
  );
  // Drawn of shapes it has no pixels to be too few.
  expect(() => readBack(symbol, bytes, zxing, look, 'svg')).not.toThrow();
});

it('tells a look that does not read from a symbol that says something else', () => {
  expect(() => readBack(symbol, bytes, zxing, { dark: '#777777', light: '#7a7a7a' }, 'png')).toThrow(
    expect.objectContaining({ code: 'style-not-read-back', data: { advice: 'advice-contrast' } }),
  );
  expect(() => readBack(symbol, bytes.subarray(1), zxing, {}, 'png')).toThrow(
    expect.objectContaining({ code: 'not-read-back' }),
  );
});
