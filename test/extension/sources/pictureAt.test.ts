/** Pictures that a line of Markdown or HTML links. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataUriBytes } from '../../../src/extension/sources/dataUriBytes';
import { pictureAt } from '../../../src/extension/sources/pictureAt';

const DATA = 'data:image/png;base64,aGVsbG8=';

/** `|` is the pointer. */
const at = (marked: string) => pictureAt(marked.replace('|', ''), marked.indexOf('|'))?.address;

it.each([
  ['see ![a |code](pics/a%20b.png "title") here', 'pics/a%20b.png'],
  ['![](<my pics/a.png>|)', 'my pics/a.png'],
  ['![x](a(1).png|)', 'a(1).png'],
  ['![a](one.png) ![b](tw|o.png)', 'two.png'],
  ['[code]: pics/re|f.png', 'pics/ref.png'],
  ['<img alt="x" src="|a.png" width=3>', 'a.png'],
  ["<img src='a b.png|'>", 'a b.png'],
  ['<img src=a.p|ng>', 'a.png'],
  [`![](${DATA}|)`, DATA],
  [`background: url(${DATA.slice(0, 9)}|${DATA.slice(9)})`, DATA],
  ['|![x](a.png)', 'a.png'],
  ['no picture | here', undefined],
  ['![x](a.png) behi|nd', undefined],
  ['[link](a.pn|g)', undefined],
])('%s', (line, address) => {
  expect(at(line)).toBe(address);
});

it('takes linear time, whatever the line', () => {
  const pieces = ['![', '![](', '![](<', 'src="', "src='", 'src=', 'data:image/png;base64,', '[', ']:', '(', ' '];
  for (const piece of [...pieces, '![]('.repeat(3) + '<', 'src = "a', ';a'.repeat(5)]) {
    const line = piece.repeat(Math.ceil(500_000 / piece.length));
    const start = performance.now();
    pictureAt(line, line.length);
    expect(performance.now() - start, piece).toBeLessThan(1500);
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces, 'a', '"', "'", ')', '>', DATA)), fc.nat(500), (parts, column) => {
      const line = parts.join('');
      const found = pictureAt(line, column);
      if (!found) return;
      expect(found.start).toBeLessThanOrEqual(column);
      expect(found.end).toBeGreaterThanOrEqual(column);
      expect(line.slice(found.start, found.end)).toContain(found.address);
    }),
  );
});

it('gives the bytes of an address that holds a picture, and of no other', () => {
  const text = (address: string) => {
    const bytes = dataUriBytes(address);
    return bytes && new TextDecoder().decode(bytes);
  };
  expect(text(DATA)).toBe('hello');
  expect(text('DATA:image/svg+xml;charset=utf-8;base64,aGVsbG8%3D')).toBe('hello');
  expect(text('data:image/png;base64,a')).toBeUndefined();
  expect(text('data:text/html;base64,aGVsbG8=')).toBeUndefined();
  expect(text('data:image/png,hello')).toBeUndefined();
  expect(text('a.png')).toBeUndefined();
});
