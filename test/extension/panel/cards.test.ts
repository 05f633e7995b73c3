import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackModules } from '../../../media/panel/modules';
import { MAX_SHOWN_CHARACTERS, packModules, pictureCard, symbolCard } from '../../../src/extension/panel/cards';
import { decoded, encoded } from './answers';

it('packs modules so that the page gets the same ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.infiniteStream(fc.constantFrom(0, 1)), (size, bits) => {
      const modules = Uint8Array.from({ length: size * size }, () => bits.next().value);
      expect(unpackModules({ size, modules: packModules(modules) }).map(Number)).toEqual([...modules]);
    }),
  );
});

describe('symbolCard', () => {
  it('carries the facts of a made symbol', () => {
    const card = symbolCard(encoded('hello', { wantedLevel: 'H' }), 'H');
    expect(card).toMatchObject({
      text: 'hello',
      length: 5,
      secret: false,
      wantedLevel: 'H',
      symbol: { version: 1, engines: ['zxing-wasm'] },
    });
  });

  it('carries the reason when there is none, and only the start of a huge text', () => {
    const text = 'x'.repeat(10_000_000);
    const card = symbolCard({ text, error: { code: 'text-too-long', message: 'too long' } }, 'Q');
    expect(card).toMatchObject({ length: 10_000_000, wantedLevel: 'Q', error: 'too long' });
    expect(card.text).toHaveLength(MAX_SHOWN_CHARACTERS);
    expect(card.symbol).toBeUndefined();
  });
});

it('marks links and secrets among what was read', () => {
  const card = pictureCard('a.png', decoded(['https://example.org', 'javascript:alert(1)', 'WIFI:T:WPA;S:x;P:y;;']));
  expect(card.symbols.map(({ link, secret }) => [link, secret])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
});
