import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUnitTimer } from '../../../../src/worker/compliance/documents/unitTimer';

const of = (lines: string) => readUnitTimer('a/backup.timer', `[Timer]\n${lines}\n`);

describe('unitTimer', () => {
  test.each([
    ['OnCalendar=daily', 1],
    ['OnCalendar=weekly', 7],
    ['OnCalendar=*-*-* 02:00:00', 1],
    ['OnCalendar=02:30', undefined],
    ['OnCalendar=Mon..Fri *-*-* 10:00', 3],
    ['OnCalendar=Sun,Wed 03:00', 4],
    ['OnCalendar=Monday', 7],
    ['OnCalendar=*-*-01 04:00', 31],
    ['OnCalendar=*-01,07-01', 184],
    ['OnCalendar=2030-01-01', undefined],
    ['OnCalendar=Mon *-*-1..7', undefined],
    ['OnCalendar=yearly\nOnCalendar=weekly', 7],
    ['OnBootSec=5min\nOnUnitActiveSec=1d', 1],
    ['OnUnitInactiveSec=2w', 14],
  ])('%s starts at least every %s days', (lines, days) => {
    expect(of(lines)?.days).toBe(days);
    expect(of(lines)?.unit).toBe('backup.service');
  });

  test('starts the unit that is named', () => {
    expect(of('OnCalendar=daily\nUnit=save.service')?.unit).toBe('save.service');
  });

  test.each(['OnBootSec=5min', 'OnCalendar=', 'Unit=a.service'])('%s starts nothing again', (lines) => {
    expect(of(lines)).toBeUndefined();
  });

  test('a service is no timer', () => {
    expect(readUnitTimer('a/backup.service', '[Timer]\nOnCalendar=daily\n')).toBeUndefined();
  });

  test('never throws; its place lies in the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('[Timer]\n', 'OnCalendar=', 'mon..', '*-*-', '1/0', '\n'))),
        (parts) => {
          const text = parts.join('');
          const place = readUnitTimer('a.timer', text)?.place;
          if (place) expect(text.slice(place.start, place.end)).toHaveLength(place.end - place.start);
        },
      ),
    );
  });
});
