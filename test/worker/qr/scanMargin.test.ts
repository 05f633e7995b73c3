import { expect, it } from 'vitest';
import { encode } from '../../../src/worker/qr/encode';
import { scanMargin } from '../../../src/worker/qr/scanMargin';
import { zxing } from './zxing';

const text = 'https://example.com/';
const bytes = new TextEncoder().encode(text);

it('a plain symbol survives most, the same each time, and a faint or fragile one less', async () => {
  const engine = await zxing();
  const strong = encode(text, { level: 'H' }).symbol;
  const margin = scanMargin(strong, bytes, engine);
  expect(margin.tried).toBe(15);
  expect(margin.survived).toBeGreaterThanOrEqual(11);
  expect(scanMargin(strong, bytes, engine)).toEqual(margin);
  const pale = scanMargin(strong, bytes, engine, { dark: '#aaaaaa', light: '#bbbbbb' });
  expect(pale.survived).toBeLessThan(margin.survived);
  expect(pale.weakest.length).toBeGreaterThan(0);
  const dense = encode('x'.repeat(1000), { level: 'L' }).symbol;
  expect(scanMargin(dense, new TextEncoder().encode('x'.repeat(1000)), engine).survived).toBeLessThan(margin.survived);
});
