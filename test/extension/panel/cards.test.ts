import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackModules } from '../../../media/panel/modules';
import { MAX_SHOWN_CHARACTERS, packModules, symbolCard } from '../../../src/extension/panel/cards';
import type { Made } from '../../../src/extension/panel/shown';
import type { EncodedText } from '../../../src/worker/protocol/methods';
import { encoded } from './answers';

it('packs modules so that the page gets the same ones', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.infiniteStream(fc.constantFrom(0, 1)), (size, bits) => {
      const modules = Uint8Array.from({ length: size * size }, () => bits.next().value);
      expect(unpackModules({ size, modules: packModules(modules) }).map(Number)).toEqual([...modules]);
    }),
  );
});

const made = (text: string, item: EncodedText): Made => ({
  source: { text },
  item,
  level: 'H',
  exact: false,
  split: false,
});

describe('symbolCard', () => {
  it('carries the facts of a made symbol', () => {
    const card = symbolCard(made('hello', encoded('hello', { wantedLevel: 'H' })));
    expect(card).toMatchObject({
      text: 'hello',
      length: 5,
      secret: false,
      wantedLevel: 'H',
      symbol: { version: 1, engines: ['zxing-wasm'] },
    });
  });

  it('hides every part of a secret', () => {
    const part = { index: 1, count: 2, parity: 0 };
    expect(symbolCard(made('WIFI:S:x;P:hunter22;;', encoded('ter22;;', { part, secret: true })))).toMatchObject({
      secret: true,
      part: { index: 1 },
    });
  });

  it('carries the reason when there is none, and only the start of a huge text', () => {
    const text = 'x'.repeat(10_000_000);
    const card = symbolCard({
      ...made(text, { text, secret: false, error: { code: 'text-too-long', message: 'too long' } }),
      level: 'Q',
    });
    expect(card).toMatchObject({ length: 10_000_000, wantedLevel: 'Q', error: 'too long', splittable: true });
    expect(card.text).toHaveLength(MAX_SHOWN_CHARACTERS);
    expect(card.symbol).toBeUndefined();
  });
});
