/** A persistent map is a map, and every state of it stays as it was. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PersistentMap, persistentMap } from '../../../src/worker/compliance/persistentMap';

it('is what a map is, in every state that it was in', () => {
  const writes = fc.array(fc.tuple(fc.nat(3000), fc.nat(9)), { maxLength: 60 });
  fc.assert(
    fc.property(writes, (all) => {
      const states: [PersistentMap<number>, Map<string, number>][] = [[persistentMap<number>(), new Map()]];
      for (const [key, value] of all) {
        const [map, plain] = states.at(-1)!;
        states.push([map.with(`k${key}`, value), new Map(plain).set(`k${key}`, value)]);
      }
      for (const [map, plain] of states) for (const [key] of all) expect(map.get(`k${key}`)).toBe(plain.get(`k${key}`));
    }),
  );
});

it('holds as many keys as there are, and tells one that was never set', () => {
  let map = persistentMap<number>();
  for (let i = 0; i < 2000; i++) map = map.with(String(i), i);
  for (const i of [0, 31, 32, 1023, 1024, 1999]) expect(map.get(String(i))).toBe(i);
  expect(map.get('never')).toBeUndefined();
});

it('goes on from one state in two ways', () => {
  const start = persistentMap<string>().with('a', 'x');
  expect([start.with('a', 'y').get('a'), start.with('b', 'z').get('a'), start.get('a'), start.get('b')]).toEqual([
    'y',
    'x',
    'x',
    undefined,
  ]);
});
