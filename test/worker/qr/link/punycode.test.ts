/** Against the samples of RFC 3492 §7.1 and the platform's own decoder. */
import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unicodeHost } from '../../../../src/worker/qr/link/punycode';

it.each([
  ['xn--egbpdaj6bu4bxfgehfvwxn.com', 'ليهمابتكلموشعربي؟.com'],
  ['xn--ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
  ['xn--fiqs8s', '中国'],
  ['xn--mnchen-3ya.de', 'münchen.de'],
  ['example.org', 'example.org'],
  // Digits beyond any character, and none at all.
  ['xn--99999999999', 'xn--99999999999'],
  ['xn--', ''],
  ['xn--a-!', 'xn--a-!'],
])('%s is %s', (host, own) => {
  expect(unicodeHost(host)).toBe(own);
});

it('agrees with the platform', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'az09éßжπ中文字あ한ไ'), minLength: 1, maxLength: 12 }),
      (label) => {
        const ascii = domainToASCII(label);
        if (ascii) expect(unicodeHost(ascii)).toBe(domainToUnicode(ascii));
      },
    ),
  );
});

it('never throws', () => {
  fc.assert(fc.property(fc.string(), (label) => void unicodeHost(`xn--${label}`)));
});
