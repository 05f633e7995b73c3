/** Worked out once per thing, kept with the thing alone. */
import { expect, it } from 'vitest';
import { once } from '../../../src/worker/compliance/once';
import { onceIn } from '../../../src/worker/compliance/onceIn';

/** Counts its calls. */
function counting() {
  const asked: object[] = [];
  const size = once((thing: object) => {
    asked.push(thing);
    return Object.keys(thing).length;
  });
  return { asked, size };
}

it('works a thing out once, also where nothing comes of it', () => {
  let asked = 0;
  const nothing = once((_: object): undefined => void asked++);
  const thing = {};
  expect([nothing(thing), nothing(thing), asked]).toEqual([undefined, undefined, 1]);
});

it('works a copy out anew: it may be changed', () => {
  const { asked, size } = counting();
  const thing = { a: 1 };
  expect([size(thing), size({ ...thing, b: 2 }), asked.length]).toEqual([1, 2, 2]);
});

it('keeps questions apart, and things within things', () => {
  const thing = [1, 2];
  const first = once(([value]: number[]) => value);
  const last = once((values: number[]) => values.at(-1));
  const sum = onceIn(({ factor }: { factor: number }, values: number[]) => factor * values.length);
  expect([first(thing), last(thing), sum({ factor: 2 }, thing), sum({ factor: 3 }, thing)]).toEqual([1, 2, 4, 6]);
});

it('leaves no mark that anybody sees, and holds for what is frozen', () => {
  const { asked, size } = counting();
  const thing = Object.freeze({ a: 1 });
  expect([size(thing), size(thing), asked.length]).toEqual([1, 1, 1]);
  expect([Reflect.ownKeys(thing), JSON.stringify(thing), structuredClone(thing)]).toEqual([['a'], '{"a":1}', { a: 1 }]);
});
