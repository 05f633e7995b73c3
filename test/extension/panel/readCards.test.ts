/** What the page gets of texts that were read: never a secret before it is asked for. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pictureCard, readSymbol, readText } from '../../../src/extension/panel/readCards';
import type { DecodedSet } from '../../../src/worker/protocol/picture';
import { describeText } from '../../../src/worker/qr/describeText';
import { holdsSecret } from '../../../src/worker/qr/secret';
import { decoded } from './answers';

const meaningsOf = (...texts: string[]) => new Map(texts.map((text) => [text, describeText(text, 'en')]));

it('marks links and secrets, and names what a text is', () => {
  const texts = ['https://example.org', 'javascript:alert(1)', 'WIFI:T:WPA;S:home;P:hunter22;;', 'words'];
  const { symbols } = pictureCard('a.png', decoded(texts), [], meaningsOf(...texts));
  expect(symbols.map(({ link, secret, kind }) => [link?.openable, secret, kind?.label])).toEqual([
    [true, false, 'Web address'],
    [false, false, undefined],
    [undefined, true, 'Wi-Fi network'],
    [undefined, false, undefined],
  ]);
});

it('masks every part of a set that holds a secret: the end of a password alone looks like none', () => {
  const picture = decoded(['WIFI:T:WPA;S:x;P:hun', 'ter22;;', 'of another set']);
  for (const [i, symbol] of picture.symbols.entries()) symbol.part = { index: i % 2, count: 2, parity: i < 2 ? 7 : 8 };
  const hidden = (sets: DecodedSet[]) =>
    pictureCard('a.png', picture, sets, new Map()).symbols.map((symbol) => symbol.hidden && symbol.text === '');
  expect(hidden([{ count: 2, parity: 7, missing: [], secret: true, text: 'WIFI:…' }])).toEqual([true, true, false]);
  expect(hidden([{ count: 2, parity: 7, missing: [], secret: false, text: 'x' }])).toEqual([true, false, false]);
});

it.each([
  ['WIFI:T:WPA;S:home;P:hunter22;;', 'hunter22', 'home'],
  ['otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example', 'JBSWY3DPEHPK3PXP', 'ada'],
  ['https://ada:hunter22@example.org/x', 'hunter22', 'example.org'],
  ['https://example.org/x?token=hunter22hunter22', 'hunter22', 'example.org'],
  ['BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lovelace;Ada;;;\r\nNOTE:password: hunter22\r\nEND:VCARD', 'hunter22', 'Lovelace'],
  ['mailto:a@example.org?body=password%3A%20hunter22', 'hunter22', 'a@example.org'],
])('shows of %j all but the secret, until it is asked for', (text, secret, shown) => {
  const meanings = meaningsOf(text);
  const [symbol] = decoded([text]).symbols;
  const before = JSON.stringify(readSymbol(symbol!, meanings, false));
  expect(before).not.toContain(secret);
  expect(before).toContain(shown);
  expect(JSON.stringify(readSymbol(symbol!, meanings, true))).toContain(secret);
});

it('never shows the text of a secret nor what stands in its secret fields', () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9]{9,20}$/).filter((each) => !/^(WPA|true)/i.test(each));
  const text = fc.oneof(
    word.map((each) => [each, `WIFI:T:WPA;S:home;P:${each};;`]),
    word.map((each) => [each, `https://u:${each}@example.org/`]),
    word.map((each) => [each, `otpauth://totp/x?secret=${each.toUpperCase().replace(/[^A-Z2-7]/g, 'A')}`]),
    word.map((each) => [each, `api_key=${each}`]),
  );
  fc.assert(
    fc.property(text, ([secret, whole]) => {
      expect(holdsSecret(whole!)).toBe(true);
      expect(JSON.stringify(readText(whole!, true, meaningsOf(whole!), false))).not.toContain(secret);
    }),
  );
});
