/** How long logrotate keeps what it rotates. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logrotateRetentions } from '../../../../../src/worker/compliance/documents/logs/logrotateRetention';
import type { Edit } from '../../../../../src/worker/compliance/model/value';
import { treeFiles } from '../../treeFiles';

const uri = 'file:///w/logrotate.d/app';
const read = (text: string, files: Record<string, string> = {}) => logrotateRetentions(uri, text, treeFiles(files));
const changed = (text: string, edits: readonly Edit[]) =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
const kept = (directives: string) =>
  read(`/var/log/a.log {\n${directives}\n}\n`).map(({ written, days }) => `${written}: ${days}`);

it.each([
  ['weekly\nrotate 4', 'weekly × 4: 28'],
  ['rotate=4\n  weekly 3 # on Wednesday', 'weekly × 4: 28'],
  ['monthly\nrotate 6', 'monthly × 6: 181'],
  ['monthly\nrotate 7', 'monthly × 7: 212'],
  ['hourly\nrotate 48', 'hourly × 48: 2'],
  ['yearly\nrotate 1', 'yearly × 1: 365'],
  ['weekly\ndaily\nrotate 7', 'daily × 7: 7'],
  ['DAILY\nRotate "7"', 'daily × 7: 7'],
  ['weekly\nrotate -1', 'weekly × -1: Infinity'],
  ['weekly\nrotate -1\nmaxage 30', 'maxage 30: 30'],
  ['weekly\nrotate 4\nmaxage 30', 'weekly × 4: 28'],
  ['size 10M\nrotate 4\nweekly', 'weekly × 4: 28'],
  ['weekly\nsize=10M\nrotate 4', 'size: undefined'],
  ['weekly\nrotate 30\nmaxsize 10M', 'maxsize: undefined'],
  ['weekly\nrotate 4\nmaxsize 10M', 'weekly × 4: 28'],
  ['weekly\nrotate 30\nminsize 10M', 'weekly × 30: 210'],
  ['daily\nrotate 7 }', 'daily × 7: 7'],
])('%j', (directives, retention) => expect(kept(directives)).toEqual([retention]));

it.each([
  'rotate 4',
  'weekly',
  'weekly\nrotate some',
  'weekly\nrotate 4\nmail root@example.org',
  'weekly\nrotate {{ count }}',
  'weekly\nrotate 4\npostrotate\n  rsync /var/log/a.log.1 host:/logs/\nendscript',
])('%j tells nothing', (directives) => expect(kept(directives)).toEqual([]));

it.each([
  ['hourly', 1_000_000_000, '24000000000'],
  ['hourly', 184, '4416'],
  ['daily', 184, '184'],
  ['weekly', 184, '27'],
  ['monthly', 181, '6'],
  ['monthly', 182, '7'],
  ['yearly', 366, '2'],
])('%s is rotated as often as %d days ask', (period, days, count) => {
  const [retention] = read(`/var/log/a.log {\n${period}\nrotate 1\n}\n`);
  expect(retention!.raise!(days)!.map(({ newText }) => newText)).toEqual([count]);
});

it('what a script between postrotate and endscript says is no directive', () => {
  expect(kept('weekly\npostrotate\n  rotate 1\n}\nendscript\nrotate 30')).toEqual(['weekly × 30: 210']);
});

it('the main file beside the folder gives what a file leaves out', () => {
  const main = { 'file:///w/logrotate.conf': 'monthly\nrotate 2\n' };
  const [retention] = read('/var/log/a.log {\n  weekly\n}\n', main);
  expect(retention).toMatchObject({ written: 'weekly × 2', days: 14, place: { uri } });
  expect(retention!.raise!(184)).toBeUndefined();
});

it('a block has the settings in front of it, and a path may be lines above its brace', () => {
  const text = 'weekly\nrotate 4\n/a.log\n/b.log {\n}\nrotate 30\n"/c d.log" {\n}\n';
  expect(read(text).map(({ days }) => days)).toEqual([28, 210]);
});

it('takes any text; places are its own, and what is raised keeps as long as asked', () => {
  const scrap = fc.constantFrom(
    '/a.log {\n',
    '}',
    '\n',
    ' ',
    'daily\n',
    'weekly\n',
    'rotate 3\n',
    'rotate=',
    'maxage 9\n',
    'size 1M\n',
    '{',
    '#',
    'include /x\n',
    'postrotate\n',
    'endscript\n',
    '"',
    '\r\n',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      for (const { place, days, raise } of read(text)) {
        expect(place.start >= 0 && place.start < place.end && place.end <= text.length).toBe(true);
        const edits = days === undefined || days >= 184 ? undefined : raise?.(184);
        if (!edits) continue;
        const again = read(changed(text, edits)).find((other) => other.place.start === place.start);
        expect(again === undefined || again.days! >= 184).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('takes a variable of a script for a path, and none for a number', () => {
  const held = (directives: string) => read(`\${LOG_DIR}/*.log {\n${directives}\n}\n`).map(({ days }) => days);
  expect(held('daily\nrotate 7')).toEqual([7]);
  expect(held('daily\nrotate ${KEEP}')).toEqual([]);
  expect(held('{% if short %}\ndaily\n{% endif %}\nweekly\nrotate 4')).toEqual([]);
});

it('is linear', () => {
  expect(read('/var/log/a.log {\nweekly\nrotate 4\n}\n'.repeat(3000)).length).toBe(500);
});
