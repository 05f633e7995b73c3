import { expect, it } from 'vitest';
import { SIGNS } from '../../../../../src/worker/qr/decode/attempts';
import { signsOf } from '../../../../../src/worker/qr/decode/attempts/signs';
import { invert } from '../../../../../src/worker/qr/decode/filters';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { createSearch } from '../../../../../src/worker/qr/decode/search';
import { drawSymbol } from '../drawSymbol';

const signs = (gray: Gray, hasTraces = false) => {
  const search = createSearch(gray, { readGray: () => [] }, 0);
  search.hasTraces = hasTraces;
  return signsOf(search, SIGNS);
};

const drawn = drawSymbol('seen by its finders', { version: 3, scale: 5 });

it('is clear where three finders stand, dark or light', () => {
  expect(signs(drawn)).toBe('clear');
  expect(signs(invert(drawn))).toBe('clear');
});

it('is none where nothing resembles a finder, and faint where the engine located something all the same', () => {
  const blank = { data: new Uint8Array(200 * 200).fill(200), width: 200, height: 200 };
  expect([signs(blank), signs(blank, true)]).toEqual(['none', 'faint']);
});

it('looks no further once nothing dark was sighted, but for light finders', () => {
  const blank = { data: new Uint8Array(200 * 200).fill(200), width: 200, height: 200 };
  const search = createSearch(blank, { readGray: () => [] }, 0);
  const looked: unknown[] = [];
  const once = search.once.bind(search);
  search.once = (key, make) => {
    looked.push(key);
    return once(key, make);
  };
  signsOf(search, SIGNS);
  expect(looked).toContain(SIGNS.light[0]);
  expect(SIGNS.dark.filter((binarisation) => looked.includes(binarisation))).toEqual([SIGNS.dark[0]]);
});
