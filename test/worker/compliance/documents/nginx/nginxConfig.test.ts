/** What nginx 1.22.1 itself makes of these texts was looked up with `nginx -t` and `nginx -T`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NginxDirective, parseNginx } from '../../../../../src/worker/compliance/documents/nginx/nginxConfig';

const URI = 'file:///w/nginx.conf';
type Shape = (string | Shape)[];
const shapeOf = ({ name, words, block }: NginxDirective): Shape => [
  name,
  ...words.map((w) => w.text),
  ...(block ? [block.map(shapeOf)] : []),
];
const read = (text: string) => parseNginx(URI, text).directives.map(shapeOf);

describe('directives', () => {
  it.each<[string, Shape[]]>([
    [
      'listen 80;listen 443 ssl ; # x\n#y;\nroot /a#b;',
      [
        ['listen', '80'],
        ['listen', '443', 'ssl'],
        ['root', '/a#b'],
      ],
    ],
    [
      'server{\r\n location /{ return 301 https://$host${request_uri}; } }',
      [['server', [['location', '/', [['return', '301', 'https://$host${request_uri}']]]]]],
    ],
    [`log_format a '$x "{;}"'\n  "b\\"c" \\"d;`, [['log_format', 'a', '$x "{;}"', 'b"c', '"d']]],
    ['location ~ \\.php$ { }', [['location', '~', '\\.php$', []]]],
    [
      'map $a $b { default ""; ~x\\d 1; }',
      [
        [
          'map',
          '$a',
          '$b',
          [
            ['default', ''],
            ['~x\\d', '1'],
          ],
        ],
      ],
    ],
    ['\ufefflisten 80;', [['listen', '80']]],
    [
      `content_by_lua_block { -- }\n local a = "}" .. '\\'}' x = [=[ ]] } ]=] if b then c = {} end } root /x;`,
      [
        ['content_by_lua_block', []],
        ['root', '/x'],
      ],
    ],
    [
      'listen {{ port }};\n{% if a %}\nroot /{{ b }}/c;\n{% endif %}\n<% x %>ssl <%= y %>;',
      [
        ['listen', '\ufffc'],
        ['root', '/\ufffc/c'],
        ['ssl', '\ufffc'],
      ],
    ],
    ['${A}\nroot /x;\n{{ b }}\nroot /y;', [['${A}'], ['root', '/x'], ['\ufffc'], ['root', '/y']]],
  ])('%j', (text, shape) => expect(read(text)).toEqual(shape));
});

describe('what is not finished', () => {
  it.each<[string, Shape[]]>([
    [
      'listen 80\nserver_name a\nroot /x;',
      [
        ['listen', '80'],
        ['server_name', 'a'],
        ['root', '/x'],
      ],
    ],
    ['server_name a\n  b;', [['server_name', 'a', 'b']]],
    [
      'server { listen 80;\nserver { listen 81; }',
      [
        ['server', [['listen', '80']]],
        ['server', [['listen', '81']]],
      ],
    ],
    [
      'http { server { location / {\nevents { }',
      [
        ['http', [['server', [['location', '/', []]]]]],
        ['events', []],
      ],
    ],
    ['} listen 80; }', [['listen', '80']]],
    [
      'add_header A "b;\nroot /x;',
      [
        ['add_header', 'A', 'b;'],
        ['root', '/x'],
      ],
    ],
    ['{ a; } b', [['a'], ['b']]],
    ['server', [['server']]],
  ])('%j', (text, shape) => expect(read(text)).toEqual(shape));

  it('is said of the directive', () => {
    const [a, b] = parseNginx(URI, 'root /x\nserver {\n').directives;
    expect([a!.isClosed, b!.isClosed, b!.block]).toEqual([false, false, []]);
  });
});

it('tells a template whose tags stand between directives', () => {
  expect(parseNginx(URI, '{% if a %}listen 80;{% endif %}').isTemplate).toBe(true);
  expect(parseNginx(URI, '{{#each a}}listen 80;{{/each}}').isTemplate).toBe(true);
  expect(parseNginx(URI, 'listen {{ a }};').isTemplate).toBe(false);
});

it('takes blocks that are nested too deep for flat', () => {
  const text = `${'a {'.repeat(5000)} b; ${'}'.repeat(5000)} c;`;
  expect(read(text).at(-1)).toEqual(['c']);
});

const part = fc.oneof(
  fc.constantFrom(
    ...['server {', '}', '{', ';', 'listen 80', 'location / {', '"', "'", '\\', '#', '${', '$a', '{{ x }}', '{% if %}'],
    ...['\n', '\r\n', '\t', 'x_by_lua_block {', '--[[', ']]', '\ufeff', '😀', '\0', 'include a;', '<%', '%>'],
  ),
  fc.string({ maxLength: 10 }),
);

it('never throws and keeps every word where it stands', () => {
  const check = (directives: readonly NginxDirective[], from: number, to: number, text: string): void => {
    let before = from;
    for (const { namePlace, words, place, block, inside, name } of directives) {
      expect(place.start).toBeGreaterThanOrEqual(before);
      expect(place.end).toBeLessThanOrEqual(to);
      for (const { start, end } of [namePlace, ...words.map((w) => w.place)]) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeLessThanOrEqual(place.end);
        before = end;
      }
      for (const { text: word, place: at } of [{ text: name, place: namePlace }, ...words]) {
        const written = text.slice(at.start, at.end);
        if (!/[\\{<]/.test(written)) expect(written).toBe(word);
      }
      if (block && inside) {
        expect(inside.start).toBeGreaterThanOrEqual(before);
        expect(inside.end).toBeLessThanOrEqual(place.end);
        check(block, inside.start, inside.end, text);
      }
      before = place.end;
    }
  };
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), fc.constantFrom(' ', '\n', ''), (parts, between) => {
      const text = parts.join(between);
      check(parseNginx(URI, text).directives, 0, text.length, text);
    }),
  );
});
