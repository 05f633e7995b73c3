/** What sshd 9.2 itself makes of these lines was looked up with `sshd -T -f`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSshdConfig } from '../../../../../src/worker/compliance/documents/sshd/sshdConfig';

const URI = 'file:///w/sshd_config';
const read = (text: string) =>
  parseSshdConfig(URI, text).directives.map(({ keyword, words }) => [keyword, ...words.map((w) => w.text)]);

describe('lines', () => {
  it.each([
    [
      'PermitRootLogin no # x\nPasswordAuthentication=no\n',
      [
        ['permitrootlogin', 'no'],
        ['passwordauthentication', 'no'],
      ],
    ],
    [
      'PermitRootLogin = "yes" # c\r\n\tPermitRootLogin\tNO\r\n',
      [
        ['permitrootlogin', 'yes'],
        ['permitrootlogin', 'NO'],
      ],
    ],
    ["PermitRootLogin 'no'", [['permitrootlogin', 'no']]],
    ['"PermitRootLogin" no', [['permitrootlogin', 'no']]],
    ['PasswordAuthentication no#x', [['passwordauthentication', 'no#x']]],
    ['PermitRootLogin==no', [['permitrootlogin', '=no']]],
    ['Banner "a b" c\\"d \\x', [['banner', 'a b', 'c"d', '\\x']]],
    ['PermitRootLogin "n\\"o', [['permitrootlogin', 'n"o']]],
    ['PermitRootLogin', [['permitrootlogin']]],
    ['# PermitRootLogin no\n\n  \n=\n"', []],
    ['\ufeffPermitRootLogin no', [['permitrootlogin', 'no']]],
  ])('%j', (text, directives) => expect(read(text)).toEqual(directives));

  it('belong to the Match above them', () => {
    const { directives } = parseSshdConfig(URI, 'A 1\nmatch User a\nB 2\nC 3\nMatch=all\nD 4\n');
    expect(directives.map(({ match }) => match?.words.map((w) => w.text))).toEqual([
      undefined,
      ['User', 'a'],
      ['User', 'a'],
      ['all'],
    ]);
  });
});

const line = fc.oneof(
  fc.constantFrom(
    'PermitRootLogin yes',
    'Match all',
    'Include a',
    ' "',
    "'",
    '\\',
    '#',
    '=',
    '\r',
    '\t',
    '\ufeff',
    '😀',
    '\0',
  ),
  fc.string({ maxLength: 12 }),
);

it('never throws and keeps every word where it stands', () => {
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', ' ', ''), (parts, between) => {
      const text = parts.join(between);
      let before = 0;
      for (const { keyword, keywordPlace, words } of parseSshdConfig(URI, text).directives) {
        expect(text.slice(keywordPlace.start, keywordPlace.end).toLowerCase()).toBe(keyword);
        for (const { start, end } of [keywordPlace, ...words.map((w) => w.place)]) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(text.length);
          before = end;
        }
        for (const { text: word, place } of words)
          if (!/["'\\]/.test(text.slice(place.start, place.end))) expect(text.slice(place.start, place.end)).toBe(word);
      }
    }),
  );
});
