import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkFraming } from '../../../src/worker/hosts/checkFraming';

const bytes = (text: string) => new TextEncoder().encode(text);
const message = (body: string, more = '') => `Content-Length: ${bytes(body).length}\r\n${more}\r\n${body}`;

it('lets messages pass, however they are cut', () => {
  const types = fc.constantFrom('', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), types), { maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (bodies, step) => {
        const all = bytes(bodies.map(([body, type]) => message(body, type)).join(''));
        const check = checkFraming();
        for (let at = 0; at < all.length; at += step) expect(check(all.subarray(at, at + step))).toBeUndefined();
      },
    ),
    { seed: 11 },
  );
});

it.each([
  'Content-Length: -5\r\n\r\n{}',
  'Content-Length: abc\r\n\r\n{}',
  'Content-Length: 99999999999\r\n\r\n',
  'Content-Type: application/json\r\n\r\n{}',
  '\r\n\r\n',
  '{"jsonrpc":"2.0"}',
  `Content-Length: ${' '.repeat(9000)}`,
  `${message('{}')}noise`,
])('tells what is wrong with %j', (text) => {
  expect(checkFraming()(bytes(text))).toEqual(expect.any(String));
});

it('tells noise by its first bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 50 }), (noise) => {
      if (!/^content-/i.test(String.fromCharCode(...noise))) expect(checkFraming()(noise)).toEqual(expect.any(String));
    }),
    { seed: 11 },
  );
});
