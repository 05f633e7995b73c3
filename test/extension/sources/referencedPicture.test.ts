/** Pictures that Markdown links by a name. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referencedPicture } from '../../../src/extension/sources/referencedPicture';

/** `|` is the pointer. */
const at = (marked: string, ...lines: string[]) =>
  referencedPicture(marked.replace('|', ''), marked.indexOf('|'), () => lines)?.address;

it.each([
  ['see ![a code|][ref] here', ['[ref]: pics/a.png "title"'], 'pics/a.png'],
  ['![re|f][]', ['[ref]: a.png'], 'a.png'],
  ['![re|f] alone', ['[ref]: a.png'], 'a.png'],
  ['![one][1] ![two][2|]', ['[1]: one.png', '[2]: two.png'], 'two.png'],
  ['[![badge][b|]][home]', ['[home]: https://example.com', '[b]: b.png'], 'b.png'],
  ['![x][ My  REF|]', ['[my ref]: a.png'], 'a.png'],
  ['![x][stra|ße]', ['[STRASSE]: a.png'], 'a.png'],
  ['![x][a\\]b|]', ['[a\\]b]: a.png'], 'a.png'],
  ['![][image1|]', ['[image1]: <data:image/png;base64,aGVsbG8=>'], 'data:image/png;base64,aGVsbG8='],
  ['![x][r|]', ['[r]: <my pics/a.png>'], 'my pics/a.png'],
  ['![x][r|]', ['[r]:', '  a.png'], 'a.png'],
  ['![x][r|]', ['[r]:', '', 'a.png'], undefined],
  ['![x][r|]', ['> [r]: a.png'], 'a.png'],
  ['![x][r|]', ['[r]: first.png', '[r]: second.png'], 'first.png'],
  ['![x][r|]', ['```', '[r]: code.png', '```', '[r]: a.png'], 'a.png'],
  ['![x][r|]', ['~~~~', '~~~', '[r]: code.png'], undefined],
  ['![x][r|]', ['``` one `', '[r]: a.png'], 'a.png'],
  ['![x][r|]', ['    [r]: a.png'], undefined],
  ['![x][r|]', ['text [r]: a.png'], undefined],
  ['![x][other|]', ['[r]: a.png'], undefined],
  ['![x][r] behi|nd', ['[r]: a.png'], undefined],
  ['[link][r|]', ['[r]: a.png'], undefined],
  ['![|]', ['[]: a.png'], undefined],
])('%s with %j', (line, lines, address) => {
  expect(at(line, ...lines)).toBe(address);
});

it('tells the columns of the whole link', () => {
  expect(referencedPicture('see ![a][r].', 6, () => ['[r]: a.png'])).toEqual({ address: 'a.png', start: 4, end: 11 });
});

it('looks through the document only where there is such a link', () => {
  const asked = () => {
    throw new Error('looked through');
  };
  expect(referencedPicture('no [picture][here] ![x](a.png)', 5, asked)).toBeUndefined();
});

it('gives nothing that stands nowhere, whatever the document', () => {
  const pieces = ['![', ']', '[', '[r]', '[R]:', ' a.png', '<b c.png>', '\n', '\n\n', '```', '~~~', '> ', '    ', '\\'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), fc.nat(80), (parts, column) => {
      const lines = parts.join('').split('\n');
      for (const line of lines) {
        const found = referencedPicture(line, column, () => lines);
        if (!found) continue;
        expect(found.start).toBeLessThanOrEqual(column);
        expect(found.end).toBeGreaterThanOrEqual(column);
        expect(line.slice(found.start, found.end)).toMatch(/^!\[.*\]$/);
        expect(lines.some((each) => each.includes(found.address))).toBe(true);
      }
    }),
  );
});

it('takes linear time, whatever the line', () => {
  for (const piece of ['![', '![a]', '![a][', '![\\', '[r]:', '> ', '>', '`', '~', '\\]', 'a']) {
    const line = piece.repeat(Math.ceil(500_000 / piece.length));
    const start = performance.now();
    referencedPicture(line, line.length, () => [line]);
    at('![x][r|]', line, `[${line}`, `[r]: ${line}`, `[r]:`, `<${line}`);
    expect(performance.now() - start, piece).toBeLessThan(1500);
  }
});
