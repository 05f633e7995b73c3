/** What journald is told to keep. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJournald } from '../../../../../src/worker/compliance/documents/logs/journald';

const uri = 'file:///etc/systemd/journald.conf';
const kept = (text: string) => readJournald(uri, text).retentions.map(({ written, days }) => `${written}: ${days}`);

it.each([
  ['[Journal]\nMaxRetentionSec=1month\n', ['MaxRetentionSec=1month: 30']],
  ['[Journal]\n MaxRetentionSec = 15552000 \n', ['MaxRetentionSec=15552000: 180']],
  ['[Journal]\nMaxRetentionSec=7day\nMaxRetentionSec=1year\n', ['MaxRetentionSec=1year: 365']],
  ['[Journal]\nMaxRetentionSec=0\n', []],
  ['[Journal]\nMaxRetentionSec=soon\n', []],
  ['[Journal]\n#MaxRetentionSec=7day\n;Storage=volatile\n', []],
  ['[Other]\nMaxRetentionSec=7day\n', []],
  ['MaxRetentionSec=7day', ['MaxRetentionSec=7day: 7']],
  ['[Journal]\r\nStorage=volatile\r\n', ['Storage=volatile: 0']],
  ['[Journal]\nStorage=auto\n', []],
  ['[Journal]\nSystemMaxUse=1G\n', ['SystemMaxUse=1G: undefined']],
  ['[Journal]\nSystemMaxUse=1G\nMaxRetentionSec=1year\n', ['MaxRetentionSec=1year: 365']],
  ['[Journal]\nMaxRetentionSec=7day\nForwardToSyslog=yes\n', []],
  ['[Journal]\nMaxRetentionSec={{ days }}day\n', []],
])('%j', (text, expected) => expect(kept(text)).toEqual(expected));

it.each([
  ['[Journal]\nStorage=none\n', 'none'],
  ['[Journal]\nStorage=none\nForwardToSyslog=yes\n', undefined],
  ['[Journal]\nStorage=none\nStorage=persistent\n', undefined],
])('%j keeps nothing: %s', (text, off) => expect(readJournald(uri, text).off?.value).toBe(off));

it('takes any text, and its places hold the values', () => {
  const scrap = fc.constantFrom(
    '[Journal]',
    'Storage',
    'MaxRetentionSec',
    '=',
    '\n',
    ' ',
    'volatile',
    '7day',
    '#',
    '\\',
    '\r',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      for (const { place, written } of readJournald(uri, text).retentions)
        expect(written.endsWith(`=${text.slice(place.start, place.end)}`)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
