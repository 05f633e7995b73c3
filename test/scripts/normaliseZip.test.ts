/** Modes and times of an archive become the same, whatever they were; all other bytes stay. */
import { expect, it } from 'vitest';
import { dosTime, normalised } from '../../scripts/normaliseZip.mjs';

/** One stored file `a` with the content `x`. */
function archive(mode: number, time: number): Uint8Array {
  const file = Buffer.alloc(30 + 2 + 46 + 1 + 22);
  const local = 0;
  const central = 32;
  const end = central + 47;
  file.writeUInt32LE(0x04034b50, local);
  file.writeUInt32LE(time, local + 10);
  file.writeUInt16LE(1, local + 26);
  file.write('ax', 30);
  file.writeUInt32LE(0x02014b50, central);
  file.writeUInt32LE(time, central + 12);
  file.writeUInt16LE(1, central + 28);
  file.writeUInt32LE((mode << 16) >>> 0, central + 38);
  file.write('a', central + 46);
  file.writeUInt32LE(0x06054b50, end);
  file.writeUInt32LE(central, end + 16);
  return file;
}

it('makes archives equal that differ in modes and times alone', () => {
  const [a, b] = [
    normalised(archive(0o100600, 1), 1_700_000_000),
    normalised(archive(0o100775, 0x5a5a5a5a), 1_700_000_000),
  ];
  expect(a).toEqual(b);
  expect(a.subarray(30, 32).toString()).toBe('ax');
  expect(a.readUInt32LE(32 + 38) >>> 16).toBe(0o100644);
});

it('writes times in UTC, none before the format begins', () => {
  const { time, date } = dosTime(Date.UTC(2026, 10, 28, 19, 54, 50) / 1000);
  expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([19, 54, 50]);
  expect([(date >> 9) + 1980, (date >> 5) & 15, date & 31]).toEqual([2026, 11, 28]);
  expect(dosTime(0)).toEqual({ time: 0, date: 33 });
});
