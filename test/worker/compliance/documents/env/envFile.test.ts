import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvText } from '../../../../../src/worker/compliance/documents/env/env';
import { parseEnvFile } from '../../../../../src/worker/compliance/documents/env/envFile';
import { kindOf } from '../../../../../src/worker/compliance/kindOf';

const entriesOf = (text: string) =>
  parseEnvFile('file:///w/.env', text).entries.map(({ name, literal }) => [name, literal]);

describe('env files', () => {
  it.each([
    ['A=b', [['A', 'b']]],
    [
      '\ufeffexport A = b # c\r\nB=',
      [
        ['A', 'b'],
        ['B', ''],
      ],
    ],
    ['# A=b\n#B=c\n\nC=#d\n', [['C', '#d']]],
    [
      'A="b # c" # d\nB=\'$x\'',
      [
        ['A', 'b # c'],
        ['B', '$x'],
      ],
    ],
    [
      'A="one\ntwo"\nB=3',
      [
        ['A', 'one\ntwo'],
        ['B', '3'],
      ],
    ],
    [
      'A="open\nB=c',
      [
        ['A', '"open'],
        ['B', 'c'],
      ],
    ],
    [
      'A=a#b\nB: c\nno line\nhttp://x=y',
      [
        ['A', 'a#b'],
        ['B', 'c'],
      ],
    ],
    [
      'A=$B\nC=${D:-e}\nE=x-${F}',
      [
        ['A', undefined],
        ['C', 'e'],
        ['E', undefined],
      ],
    ],
    ['A.b-c=d', [['A.b-c', 'd']]],
  ])('%j', (text, entries) => expect(entriesOf(text)).toEqual(entries));

  it('knows where each name and value stands', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ maxLength: 6 }),
            fc.constantFrom('A=b', "'", '"', '\n', '\r\n', 'export ', ' #', '=', '$X', '\\'),
          ),
        ),
        (parts) => {
          const text = parts.join('');
          let at = 0;
          for (const { name, namePlace, text: written, place } of parseEnvFile('x', text).entries) {
            expect(text.slice(namePlace.start, namePlace.end)).toBe(name);
            expect(text.slice(place.start, place.end)).toBe(written);
            expect(namePlace.start).toBeGreaterThanOrEqual(at);
            expect(place.start).toBeGreaterThanOrEqual(namePlace.end);
            at = place.end;
          }
        },
      ),
    );
  });

  it('takes linear time', () => {
    const start = performance.now();
    for (const line of ['A="b\n', "A='\n", '   ', 'export ', 'A="b"\n', 'A=']) parseEnvFile('x', line.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('gives compose its variables, without those that hold another', () => {
    expect([...readEnvText('A=1\nB=$A\nC=\'$A\'\nD="x" # y\nA=2')]).toEqual([
      ['A', '2'],
      ['C', '$A'],
      ['D', 'x'],
    ]);
  });

  it('are known by name, templates are none', () => {
    for (const name of ['.env', 'prod.env', '.env.production', 'a/.env.local']) expect(kindOf(name)).toBe('env');
    for (const name of [
      '.env.example',
      '.env.sample',
      '.env.template',
      '.env.dist',
      'example.env',
      '.env.prod.example',
      '.environment',
      'env',
    ])
      expect(kindOf(name), name).toBeUndefined();
  });
});
