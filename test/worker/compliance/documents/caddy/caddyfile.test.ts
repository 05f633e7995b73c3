/** Sites of a Caddyfile, as caddyserver.com/docs/caddyfile/concepts describes them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allDirectives,
  type CaddyDirective,
  readCaddyfile,
} from '../../../../../src/worker/compliance/documents/caddy/caddyfile';
import { caddyTargets } from '../../../../../src/worker/compliance/documents/caddy/caddyTargets';

const URI = 'file:///w/Caddyfile';
const sites = (text: string) =>
  readCaddyfile(URI, text).sites.map(({ addresses, directives }) => [
    addresses.map((a) => a.text),
    allDirectives(directives).map(({ words }) => words.map((w) => w.text).join(' ')),
  ]);

describe('sites', () => {
  it.each([
    ['a.org {\n\trespond "x { y"\n}\n', [[['a.org'], ['respond x { y']]]],
    ['a.org, b.org,\nc.org {\n\tlog\n}', [[['a.org', 'b.org', 'c.org'], ['log']]]],
    ['{\n\tdebug\n}\n(s) {\n\tlog\n}\nimport x\n:80 {\n\timport s # y\n}\n', [[[':80'], ['import s']]]],
    ['localhost\nreverse_proxy app:1 {\n\tto b:2\n}\n', [[['localhost'], ['reverse_proxy app:1', 'to b:2']]]],
    ['{$SITE} {\r\n\tredir https://{host}{uri}\r\n}\r\n', [[['{$SITE}'], ['redir https://{host}{uri}']]]],
    ['a {\n\theader {\n\t\tA `b "c`\n\t}\n', [[['a'], ['header', 'A b "c']]]],
    ['', []],
    ['}{', []],
  ])('%j', (text, found) => expect(sites(text)).toEqual(found));
});

it('knows what requests are passed on to', () => {
  const text =
    'a {\n\thandle /x/* {\n\t\treverse_proxy @m http://App:8000 {\n\t\t\tto b:1 :2 unix//run/x\n\t\t}\n\t}\n\tphp_fastcgi php:9000\n}\n';
  expect(caddyTargets(readCaddyfile(URI, text)).map((t) => (t.isSocket ? 'socket' : `${t.host}:${t.port}`))).toEqual([
    'php:9000',
    'app:8000',
    'b:1',
    'localhost:2',
    'socket',
  ]);
});

const part = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '"',
    '`',
    '#',
    '\\',
    '\n',
    '\r\n',
    ',',
    '{x}',
    ':80',
    'reverse_proxy',
    '😀',
    '\ufeff',
    '\\\n',
  ),
  fc.string({ maxLength: 8 }),
);

it('never throws and keeps every word where it stands', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), fc.constantFrom(' ', '\n', ''), (parts, between) => {
      const text = parts.join(between);
      const { options, sites: all } = readCaddyfile(URI, text);
      const check = ({ words }: CaddyDirective) => {
        let before = 0;
        for (const { text: word, place } of words) {
          expect(text.slice(place.start, place.end)).toBe(word);
          expect(place.start).toBeGreaterThanOrEqual(before);
          before = place.end;
        }
      };
      for (const directive of allDirectives([...options, ...all.flatMap((site) => site.directives)])) check(directive);
    }),
  );
});
