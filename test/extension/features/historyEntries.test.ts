import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HistoryEntry,
  joinEntries,
  lineOf,
  MAX_CHARACTERS,
  MAX_SIZE,
  newEntries,
  parseEntries,
  withoutEntries,
} from '../../../src/extension/features/historyEntries';
import type { Made } from '../../../src/extension/panel/shown';
import { decoded, encoded } from '../panel/answers';

const made = (text: string, more: Partial<Made> = {}): Made => ({
  source: { text },
  item: encoded(text),
  level: 'H',
  exact: false,
  split: false,
  ...more,
});
const entry = (text: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  origin: 'made',
  text,
  at: 1,
  ...more,
});
const texts = (entries: HistoryEntry[] | undefined) => entries?.map(({ text }) => text);
const codes = fc.array(
  fc.record({
    origin: fc.constantFrom('made' as const, 'read' as const),
    text: fc.constantFrom('a', 'b', 'c', 'd'),
    at: fc.nat(),
  }),
);

describe('what goes in', () => {
  it('has made texts and read ones with their picture, each when it is first shown', () => {
    const seen = new WeakSet();
    const shown = {
      made: [made('a'), made('b')],
      read: [{ name: 'p.png', uri: 'file:///p.png', picture: decoded(['c', 'd']) }],
      sets: [],
    };
    expect(newEntries(shown, seen, 7)).toEqual([
      entry('a', { at: 7 }),
      entry('b', { at: 7 }),
      { origin: 'read', text: 'c', at: 7, picture: 'file:///p.png' },
      { origin: 'read', text: 'd', at: 7, picture: 'file:///p.png' },
    ]);
    expect(newEntries(shown, seen, 8)).toBeUndefined();
    expect(newEntries({ ...shown, made: [...shown.made, made('e')] }, seen, 8)).toEqual([entry('e', { at: 8 })]);
  });

  it('has no secret, no failure, no file, nothing empty and nothing that would be cut', () => {
    const long = 'x'.repeat(MAX_CHARACTERS + 1);
    const shown = {
      made: [
        made('WIFI:T:WPA;S:s;P:secret;;'),
        made('fails', { item: { text: 'fails', secret: false, error: { code: 'text-too-long', message: '' } } }),
        made('', { source: { bytes: new Uint8Array([0]), name: 'x.bin' } }),
        made(long),
      ],
      read: [{ name: 'p.png', picture: decoded(['otpauth://totp/a?secret=JBSWY3DPEHPK3PXP', '', long]) }],
      sets: [],
    };
    expect(newEntries(shown, new WeakSet(), 1)).toEqual([]);
  });

  it('tells what is new and not kept from what was shown, and has what fails once it is made', () => {
    const seen = new WeakSet();
    const [secret, failed] = [made('WIFI:T:WPA;S:s;P:secret;;'), made('fails')];
    const error = { code: 'text-too-long', message: '' } as const;
    const now = (...made: Made[]) => newEntries({ made, read: [], sets: [] }, seen, 1);
    expect(now(secret)).toEqual([]);
    expect(now(secret)).toBeUndefined();
    expect(now(secret, { ...failed, item: { text: 'fails', secret: false, error } })).toEqual([]);
    expect(texts(now(secret, failed))).toEqual(['fails']);
    expect(now(secret, failed)).toBeUndefined();
  });

  it('has a set as its whole text, once; nothing of one that is not complete or is secret', () => {
    const picture = decoded(['he', 'llo', 'pass', 'word=x', 'lost']);
    const parts = [
      [0, 2, 1],
      [1, 2, 1],
      [0, 2, 2],
      [1, 2, 2],
      [0, 3, 3],
    ] as const;
    picture.symbols.forEach((symbol, i) => {
      const [index, count, parity] = parts[i]!;
      symbol.part = { index, count, parity };
    });
    const sets = [
      { count: 2, parity: 1, missing: [], text: 'hello', secret: false },
      { count: 2, parity: 2, missing: [], text: 'password=x', secret: true },
      { count: 3, parity: 3, missing: [1, 2], secret: false },
    ];
    expect(texts(newEntries({ made: [], read: [{ name: 'p', picture }], sets }, new WeakSet(), 1))).toEqual(['hello']);
  });
});

describe('what is kept', () => {
  it('has the newest first, the same code once, no more than wanted', () => {
    const old = [entry('b'), entry('a'), entry('a', { origin: 'read' })];
    expect(joinEntries([entry('c', { at: 2 }), entry('a', { at: 2 })], old, 3)).toEqual([
      entry('a', { at: 2 }),
      entry('c', { at: 2 }),
      entry('b'),
    ]);
  });

  it('is bounded in number and in characters', () => {
    const many = Array.from({ length: 2000 }, (_, i) => entry(`${i} ${'x'.repeat(MAX_CHARACTERS - 10)}`));
    const kept = joinEntries([], many, 100_000);
    expect(kept.length).toBeLessThanOrEqual(50);
    expect(
      joinEntries(
        [],
        many.map(({ text }) => entry(text.slice(0, 9))),
        100_000,
      ),
    ).toHaveLength(MAX_SIZE);
  });

  it('never has a code twice, and takes out exactly what is to go', () => {
    fc.assert(
      fc.property(codes, codes, fc.nat(10), (added, old, size) => {
        const all = joinEntries(added, old, size);
        const keys = all.map(({ origin, text }) => origin + text);
        expect(new Set(keys).size).toBe(keys.length);
        expect(all.length).toBeLessThanOrEqual(size);
        for (const one of all) expect(withoutEntries(all, [one])).toEqual(all.filter((other) => other !== one));
      }),
    );
  });
});

describe('what was stored', () => {
  it('comes back as it was', () => {
    const entries = [entry('a'), entry('b', { origin: 'read', picture: 'file:///b.png' })];
    expect(parseEntries(JSON.parse(JSON.stringify({ codes: entries })))).toEqual(entries);
  });

  it('is taken as far as it is good, whatever it is', () => {
    const good = entry('a');
    const bad = [
      null,
      7,
      { ...good, origin: 'x' },
      { ...good, text: 7 },
      { ...good, text: '' },
      { ...good, at: 'now' },
    ];
    expect(parseEntries({ codes: [...bad, good, { ...good, text: 'x'.repeat(MAX_CHARACTERS + 1) }] })).toEqual([good]);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const each of [value, { codes: value }]) expect(Array.isArray(parseEntries(each))).toBe(true);
      }),
    );
  });
});

describe('a line', () => {
  it('is one, shows its controls, and is cut between characters', () => {
    expect(lineOf('a\nb\u202ec\u0000d')).toBe('a·b·c·d');
    expect(lineOf(`${'x'.repeat(79)}🐼🐼`)).toBe(`${'x'.repeat(79)}🐼…`);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(lineOf(text))));
  });
});
