/** What Python's configparser and fail2ban's str2seconds make of these lines was tried with fail2ban 1.0.2. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  readFail2banConfig,
  secondsOfBan,
} from '../../../../../src/worker/compliance/documents/fail2ban/fail2banConfig';

const URI = 'file:///w/jail.local';
const read = (text: string) =>
  readFail2banConfig(URI, text).sections.map(({ name, settings }) => [
    name,
    ...settings.map(({ key, value }) => `${key}=${value}`),
  ]);

it('reads sections and settings, and what is continued with the setting before', () => {
  expect(
    read(
      '\ufeff[DEFAULT]\r\n# a = 1\nBanTime: 1h ; or more\nignoreip = 127.0.0.1\n  10.0.0.0/8\n\n[ sshd ]\nenabled=true\n',
    ),
  ).toEqual([
    ['DEFAULT', 'bantime=1h', 'ignoreip=127.0.0.1'],
    ['sshd', 'enabled=true'],
  ]);
});

it.each([
  ['600', 600],
  ['10m', 600],
  ['1h 30m', 5400],
  ['1d12h', 129_600],
  ['2 weeks', 1_209_600],
  ['-1', Number.POSITIVE_INFINITY],
  ['%(bantime)s', undefined],
  ['soon', undefined],
  ['5 apples', undefined],
])('%s is %s seconds', (written, seconds) => expect(secondsOfBan(written)).toBe(seconds));

it('never throws and keeps every place', () => {
  const part = fc.constantFrom(
    '[sshd]',
    '[',
    ']',
    'enabled',
    ' = ',
    ':',
    'true',
    '\n',
    '\r\n',
    '  ',
    '#',
    ';',
    '\ufeff',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      for (const { name, place, settings } of readFail2banConfig(URI, text).sections) {
        expect(text.slice(place.start, place.end)).toContain(name);
        for (const { key, keyPlace, value, place: at } of settings) {
          expect(text.slice(keyPlace.start, keyPlace.end).toLowerCase()).toBe(key);
          expect(text.slice(at.start, at.end)).toBe(value);
        }
      }
    }),
  );
});
