/** What systemd-tmpfiles clears. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTmpfiles } from '../../../../src/worker/compliance/documents/tmpfiles';

const read = (text: string) =>
  readTmpfiles('file:///a', text).map(({ type, path, hasAge }) => `${type} ${path} ${hasAge}`);

it.each([
  ['d /srv/uploads 0750 app app 7d', 'd /srv/uploads true'],
  ['d!  /srv/uploads  -  -  -  ~1w -', 'd /srv/uploads true'],
  ['e "/srv/my uploads" - - - bm:10d', 'e /srv/my uploads true'],
  ['D /srv/uploads 0750 app app -', 'D /srv/uploads false'],
  ['d /srv/uploads', 'd /srv/uploads false'],
  ['r! /srv/uploads - - - 7d', 'r /srv/uploads false'],
])('%s', (line, expected) => expect(read(`# about\n${line}\r\n`)).toEqual([expected]));

it('takes any text, and each place is a line of it', () => {
  const scrap = fc.constantFrom('d', ' ', '/a', '-', '7d', '\n', '"', '#', '\r\n', '0750');
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      for (const { place, path } of readTmpfiles('file:///a', text))
        expect(text.slice(place.start, place.end)).toContain(path);
    }),
    { numRuns: 300 },
  );
});
