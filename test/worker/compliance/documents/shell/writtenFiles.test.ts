/** The files that commands write: what is put in, where it stands, and what is no writing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScript } from '../../../../../src/worker/compliance/documents/shell/readScript';
import { writtenFiles } from '../../../../../src/worker/compliance/documents/shell/writtenFiles';
import { wholeExcerpt } from '../../../../../src/worker/compliance/documents/text/excerpt';
import { UNKNOWN } from '../../../../../src/worker/compliance/model/value';

const read = (text: string) => writtenFiles(readScript('shell', { uri: 'file:///x.sh', text }, [wholeExcerpt(text)]));
/** `path: content`, with `+` in front of what is a part. */
const told = (text: string) =>
  read(text).map(({ names, content, isPart }) => `${isPart ? '+' : ''}${names[0]}: ${content.text}`);

describe('files that commands write', () => {
  it.each([
    ['cat > /a <<E\nx y\nE', ['/a: x y\n']],
    ['cat <<E >> /a\nx\nE', ['+/a: x\n']],
    ['cat <<E | sudo tee -a /a\nx\nE', ['+/a: x\n']],
    ['tee /a /b <<E\nx\nE', ['/a: x\n', '/b: x\n']],
    ['cat <<< "x y" > /a', ['/a: x y']],
    ['echo x "y z" > /a', ['/a: x y z ']],
    ["echo -e 'x\\ny' >> /a", ['+/a: x\ny ']],
    ["printf 'x\\ny\\n' | tee --append /a > /dev/null", ['+/a: x\ny\n']],
    ["printf '%s\\n' 'x' y > /a", ['/a: x\ny\n']],
    ["printf 'x %s\\n' y > /a", [`+/a: x ${UNKNOWN}\n`]],
    ['echo "x ${B}" > /a', [`+/a: x ${UNKNOWN} `]],
    ["sed -i 's/a/b c/' /a /b", ['+/a: b c', '+/b: b c']],
    ["sed --in-place=.old -e '/^x/,$ s|a|b/c|g; s,d,e,' -e '2i\\\nz' /a", ['+/a: b/c', '+/a: e', '+/a: z']],
    ["sed -Ei 's/(a)/\\1&/' /a", [`+/a: ${UNKNOWN}${UNKNOWN}`]],
    ["sed -i '/x/d; $a y z' /a", ['+/a: y z']],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    'cat /a <<E\nx\nE',
    'echo x',
    'echo x > "$FILE"',
    "sed 's/a/b/' /a",
    'cat /b > /a',
    'tee /a < /b',
    'ls > /a',
  ])('%j tells nothing', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('keeps the place of every character that stands in the script', () => {
    for (const text of ["echo 'PermitRootLogin yes' > /a", "sed -i 's/a/PermitRootLogin yes/' /a"]) {
      const { content } = read(text)[0]!;
      const at = content.text.indexOf('yes');
      const { start, end } = content.place(at, at + 3);
      expect(text.slice(start, end)).toBe('yes');
    }
  });

  it('takes any text, and places lie inside it', () => {
    const scrap = fc.constantFrom(
      ...["sed -i '", 's/', '|', "'", '"', ' /a', '\n', '\\', 'a\\', 'cat <<E', 'E\n', '> /b', 'echo ', '$', '{', ';'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 5 })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { content } of read(text)) {
          const { start, end } = content.place(0, content.text.length);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  ['echo "0 1 * * * a" | crontab -', ['0 1 * * * a ']],
  ['(crontab -l 2>/dev/null; echo "0 1 * * * a") | sudo crontab -u app -', ['0 1 * * * a ']],
  [
    '( crontab -l | grep -v a ;\n  echo "0 1 * * * a" ;\n  echo "0 2 * * * b" ) | crontab -',
    ['0 1 * * * a ', '0 2 * * * b '],
  ],
  ['{ echo x; echo "0 1 * * * a"; } | crontab', ['x ', '0 1 * * * a ']],
  ['echo no; echo "0 1 * * * a" | crontab -', ['0 1 * * * a ']],
  ['echo no\n(echo "0 1 * * * (a)") | crontab -', ['0 1 * * * (a) ']],
  ['crontab <<E\n0 1 * * * a\nE', ['0 1 * * * a\n']],
  ['cat <<E | crontab -\n0 1 * * * a\nE', ['0 1 * * * a\n']],
  ['echo a | crontab table', []],
  ['echo a; crontab -', []],
  ['crontab -l', []],
])('tells the lines of a table that is installed: %j', (text, expected) => {
  expect(read(text).map(({ content }) => content.text)).toEqual(expected);
  expect(read(text).every(({ names }) => names[0] === 'crontab')).toBe(true);
});
