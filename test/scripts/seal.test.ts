import { expect, it } from 'vitest';
import { marksIn, seal, sha256 } from '../../scripts/seal.mjs';

const of = (name: string) => `load("${name}", "sum-of:${name}")`;

it('writes hashes from the bottom up, so that the entry covers all that is loaded', () => {
  const wasm = new Uint8Array([1, 2, 3]);
  const sealed = seal(
    new Map<string, string | Uint8Array>([
      ['entry.js', of('part.js')],
      ['part.js', `${of('a.wasm')};${of('leaf.js')}`],
      ['leaf.js', '1'],
      ['a.wasm', wasm],
    ]),
  );
  const part = `load("a.wasm", "${sha256(wasm)}");load("leaf.js", "${sha256('1')}")`;
  expect(sealed.get('part.js')).toBe(part);
  expect(sealed.get('entry.js')).toBe(`load("part.js", "${sha256(part)}")`);
  expect(sealed.get('a.wasm')).toBe(wasm);
});

it('does not write a build in which a file loads what is not there, or itself', () => {
  expect(() => seal(new Map([['entry.js', of('part.js')]]))).toThrow('entry.js loads part.js');
  const circle = [of('a.js'), of('b.js')] as const;
  expect(() =>
    seal(
      new Map([
        ['b.js', circle[0]],
        ['a.js', circle[1]],
      ]),
    ),
  ).toThrow('load each other');
});

it('finds each mark once, and none in the text of an image digest', () => {
  expect(marksIn(`${of('a.js')}${of('a.js')} nginx@sha256:0a.b "sum-of:"`)).toEqual(['a.js']);
});

it('writes down the hashes of the package, and the names of those that rest on them', () => {
  const sealed = seal(
    new Map<string, string | Uint8Array>([
      ['entry.js', of('look.js')],
      ['look.js', of('table.js')],
      ['table.js', '"sums-of-package" "names-left-out"'],
      ['part.js', '1'],
    ]),
    new Map([['readme.md', 'text']]),
  );
  const sums = [`${sha256('1')} dist/part.js`, `${sha256('text')} readme.md`].sort().join('|');
  expect(sealed.get('table.js')).toBe(`"${sums}" "entry.js|look.js|table.js"`);
});
