/** Settings of files in the syntax of systemd's units. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readUnitFile } from '../../../../src/worker/compliance/documents/unitFile';

const read = (text: string) => readUnitFile('file:///a', text).map(({ section, key, value }) => [section, key, value]);

it('reads sections, keys and values; comments and continued lines are no settings', () => {
  expect(
    read('\ufeff[Unit]\nDescription = A b \n# X=1\n; Y=2\n[Timer]\r\nOnCalendar=daily\r\nA=1 \\\nB=2\n# c\nC=3\nD='),
  ).toEqual([
    ['Unit', 'Description', 'A b'],
    ['Timer', 'OnCalendar', 'daily'],
    ['Timer', 'A', '1'],
    ['Timer', 'C', '3'],
    ['Timer', 'D', ''],
  ]);
});

it('takes any text, and places hold what stands there', () => {
  const scrap = fc.constantFrom('[A]', 'Key', '=', '\n', ' ', '\t', '\\', '#', ';', '\r\n', '\ufeff');
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      for (const { key, value, place, valuePlace } of readUnitFile('file:///a', text)) {
        expect(text.slice(valuePlace.start, valuePlace.end)).toBe(value);
        expect(text.slice(place.start, place.end).startsWith(key)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
