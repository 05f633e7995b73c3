import { expect, it } from 'vitest';
import { makeSymbol, provenFile, split } from '../../../src/worker/qr';
import { testEngine } from './decode/engine';
import { readContents, readTexts } from './readTexts';

const { zxing } = await testEngine();
const text = 'hello world hello world';
const unreadable = { look: { scale: 1, modules: 'dots', finders: 'circle' }, format: 'png' } as const;
const refused = expect.objectContaining({ code: 'style-not-read-back', data: { advice: 'advice-scale' } });

it('makes a symbol that gives its text or its bytes, and says who read it', async () => {
  const made = makeSymbol(text, {}, zxing);
  expect(made).toMatchObject({ text, secret: false, readBack: { engines: ['zxing-wasm', '@zxing/library'] } });
  expect(await readTexts(provenFile(made.symbol, 'png', {}, zxing))).toEqual([text]);
  const bytes = Uint8Array.of(0, 255, 128, 7);
  const ofBytes = makeSymbol(bytes, {}, zxing);
  expect(ofBytes.text).toBe('');
  expect((await readContents(provenFile(ofBytes.symbol, 'png', {}, zxing))).map((read) => [...read])).toEqual([
    [...bytes],
  ]);
  expect(makeSymbol(text, {}).readBack).toBeUndefined();
});

it('has one recipe of proof for a symbol, for the parts of a set and for a file of its own look', () => {
  expect(() => makeSymbol(text, unreadable, zxing)).toThrow(refused);
  expect(() => split(text, unreadable, zxing)).toThrow(refused);
  expect(() => provenFile(makeSymbol(text, {}).symbol, 'png', unreadable.look, zxing)).toThrow(refused);
  const drawn = { ...unreadable, format: 'svg' } as const;
  expect(() => [makeSymbol(text, drawn, zxing), split(text, drawn, zxing)]).not.toThrow();
});

it('takes the level that the kind of the text demands, unless somebody chose one', () => {
  const payment = 'BCD\n002\n1\nSCT\n\nRed Cross\nDE89370400440532013000';
  const levelOf = (input: string, options = {}) => makeSymbol(input, { options }).symbol.level;
  expect(levelOf(payment)).toBe('M');
  expect(levelOf(payment, { level: 'H', boostLevel: true })).toBe('M');
  expect(levelOf(payment, { level: 'Q' })).toBe('Q');
  expect(levelOf(text)).toBe('H');
});

it('tells of a secret also where bytes hold it, and of every part of one', () => {
  const secret = `https://ada:${'x'.repeat(3000)}@git.example.org`;
  expect(makeSymbol(new TextEncoder().encode('WIFI:T:WPA;S:a;P:hunter22;;'), {}).secret).toBe(true);
  const parts = split(secret, { options: { level: 'H' } });
  expect(parts.map((part) => [part.secret, part.part.count])).toEqual([
    [true, 3],
    [true, 3],
    [true, 3],
  ]);
  expect(parts.map((part) => part.text).join('')).toBe(secret);
});
