/** The log as other programs take it: nothing of a name is a formula, a field or a second line. */
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportFormats } from '../../src/audit/export';
import { exportLog } from '../../src/audit/exportLog';
import { exportToFile } from '../../src/audit/exportToFile';
import { logText } from '../../src/audit/logText';
import { clockedSystem, entriesOf, failing, filesOf, logOf, newFolder, writer } from './logKit';

const NASTY = '=cmd|\' /C calc\'!A1 "x" ] \\ a=b\r\n<110>1 next\u202e|';

function exported(format: (typeof exportFormats)[number], targets: string[], days = {}): string {
  const { folder, add } = logOf();
  add(...targets);
  let text = '';
  exportLog(folder, { format, ...days }, (piece) => {
    text += piece;
  });
  return text;
}

it('CSV: a mark for Excel, no formulas, local time beside UTC', () => {
  const text = exported('csv', [NASTY, 'plain.png']);
  expect(text.startsWith('\ufeffseq,time,localTime,')).toBe(true);
  const rows = text.slice(1).split('\r\n');
  expect(rows.at(-2)).toMatch(/^3,\d{4}-.*Z,\d{4}-.*\+08:00,ada,ws1,local,terminal,make,plain\.png,ok,/);
  expect(text).toContain(`"'=cmd|' /C calc'!A1 ""x"" ]`);
  for (const row of text.split(/\r\n|\n/)) expect(row).not.toMatch(/(^|,)"?[=+@]/);
});

const SD_PARAM = /(?<= )[\w]+="(?:[^"\\\]]|\\["\\\]])*"/;
const SYSLOG = new RegExp(
  `^<(\\d{1,3})>1 (\\S+) ([\\x21-\\x7e]+) ([\\x21-\\x7e]+) ([\\x21-\\x7e]+) ([\\x21-\\x7e]+) \\[audit@32473(?: ${SD_PARAM.source.replace('(?<= )', '')})*\\]\\[origin [^\\]]*\\] \\ufeff(.*)$`,
);
const CEF = /^CEF:0\|(?:(?:[^|\\]|\\[|\\])*\|){6}(?:\w+=(?:[^=\\]|\\[=\\])*)+$/;

it('syslog: one line an entry, by the grammar of RFC 5424', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(NASTY)), { maxLength: 3 }), (targets) => {
      const lines = exported('syslog', targets).split('\n').slice(0, -1);
      expect(lines).toHaveLength(targets.length + 1);
      for (const line of lines) expect(line).toMatch(SYSLOG);
    }),
    { numRuns: 60 },
  );
  expect(exported('syslog', ['a']).split('\n')[1]).toMatch(/^<110>1 \d{4}-[\d:T.-]+Z ws1 qr-code-master cli make /);
});

it('CEF: one line an entry, separators of names escaped', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(NASTY)), { maxLength: 3 }), (targets) => {
      const lines = exported('cef', targets).split('\n').slice(0, -1);
      expect(lines).toHaveLength(targets.length + 1);
      for (const line of lines) expect(line).toMatch(CEF);
    }),
    { numRuns: 60 },
  );
});

it.each([
  [{ event: 'gap', operations: 3 }, 105, 9],
  [{ event: 'torn' }, 105, 9],
  [{ event: 'missing' }, 105, 9],
  [{ event: 'changed' }, 105, 9],
  [{ event: 'headLost' }, 105, 9],
  [{ event: 'off' }, 105, 9],
  [{ event: 'on' }, 110, 2],
  [{ event: 'expired' }, 110, 2],
])('what the log says of itself %j has priority %i, severity %i', (detail, priority, severity) => {
  const { folder, log } = logOf();
  log.append([{ op: 'log', result: 'ok', at: 0, offsetMinutes: 0, detail }]);
  const last = (format: 'syslog' | 'cef') => {
    let text = '';
    exportLog(folder, { format }, (piece) => {
      text += piece;
    });
    return text.trimEnd().split('\n').at(-1)!;
  };
  expect(last('syslog').startsWith(`<${priority}>1 `)).toBe(true);
  expect(last('cef')).toContain(`|log|Operation log|${severity}|`);
});

it.each([
  ['203.0.113.7', 'src=203.0.113.7'],
  ['2001:db8::1', 'c6a2=2001:db8::1'],
])('CEF: the address %s by the key of its kind', (source, field) => {
  const { folder, log } = logOf({ writer: { ...writer, source, via: 'ssh' } });
  log.append([{ op: 'read', result: 'ok', at: 0, offsetMinutes: 0 }]);
  let text = '';
  exportLog(folder, { format: 'cef' }, (piece) => {
    text += piece;
  });
  expect(text.split('\n').slice(0, -1)).toEqual([
    expect.stringContaining(` ${field} `),
    expect.stringContaining(` ${field} `),
  ]);
});

it.each(exportFormats)('%s: all that a line says', (format) => {
  const { folder, log } = logOf({ writer: { ...writer, source: '203.0.113.7', via: 'ssh' } });
  const content = { bytes: 4711, sha256: 'c'.repeat(64) };
  const detail = { format: 'svg', version: 39 };
  const at = Date.now() - 5000;
  log.append([{ op: 'make', target: 'a.svg', result: 'cancelled', ms: 815, content, detail, at, offsetMinutes: -210 }]);
  const { time, detail: _, content: __, ...entry } = entriesOf(folder).at(-1)!;
  expect(entry.waited).toBeGreaterThan(4000);
  let text = '';
  exportLog(folder, { format }, (piece) => {
    text += piece;
  });
  const line = text.trim().split(/\r?\n/).at(-1)!;
  const moment = format === 'cef' ? Date.parse(time) : time;
  for (const value of [moment, ...Object.values(entry), ...Object.values(content), ...Object.values(detail)])
    expect(line).toContain(String(value));
});

it('only the days that are asked for, and every format', () => {
  for (const format of exportFormats) {
    const none = exported(format, ['a'], { until: '2000-01-01' });
    expect(none.split(/\r?\n/).filter(Boolean).length, format).toBe(format === 'csv' ? 1 : 0);
    expect(exported(format, ['a'], { since: '2000-01-01' })).toContain('make');
  }
});

it('the first and the last day that are asked for are among them, by UTC', () => {
  const clock = clockedSystem(Date.UTC(2026, 0, 15, 23, 59, 59, 999));
  const { folder, add } = logOf({ system: clock.system });
  add('15th');
  clock.pass(1);
  add('16th');
  clock.pass(86_399_999);
  add('end of the 16th');
  clock.pass(1);
  add('17th');
  const between = (days: { since?: string; until?: string }) => {
    let text = '';
    const { entries } = exportLog(folder, { format: 'csv', ...days }, (piece) => {
      text += piece;
    });
    return {
      entries,
      of: ['15th', '16th', 'end of the 16th', '17th'].filter((target) => text.includes(`,${target},`)),
    };
  };
  expect(between({ since: '2026-01-16', until: '2026-01-16' })).toEqual({
    entries: 2,
    of: ['16th', 'end of the 16th'],
  });
  expect(between({ since: '2026-01-17' })).toEqual({ entries: 1, of: ['17th'] });
  // With the line that begins the log.
  expect(between({ until: '2026-01-15' })).toEqual({ entries: 2, of: ['15th'] });
});

it.each([
  { time: '2026-01-01 (\u001b[31m\n<110>1 forged)' },
  { time: '2026-13-01T00:00:00.000Z' },
  { offset: '+08:00\u001b[31m' },
  { waited: -1 },
  { ms: 0.5 },
  { content: { bytes: Number.MAX_VALUE } },
  { detail: { a: { toString: 1 } } },
  { detail: ['a'] },
])('a line of somebody else with %j is no entry: it is counted, not written', (changed) => {
  const { folder, add } = logOf();
  add('a');
  const entry = entriesOf(folder).at(-1)!;
  appendFileSync(join(folder, filesOf(folder)[0]!), `${JSON.stringify({ ...entry, seq: 3, ...changed })}\n`);
  for (const format of exportFormats) {
    let text = '';
    const { entries, skipped } = exportLog(folder, { format }, (piece) => {
      text += piece;
    });
    expect({ entries, skipped }, format).toEqual({ entries: 2, skipped: 1 });
    expect(text, format).not.toMatch(/\u001b|forged/);
  }
  expect(logText(folder, 10)).toMatchObject({ shown: 2, entries: 2 });
});

it('a file is there whole or not at all: the disk may be full halfway', () => {
  const { folder, add } = logOf();
  add('a');
  const out = newFolder();
  const file = join(out, 'log.csv');
  const write = (fd: number, text: string) => {
    writeFileSync(fd, text.slice(0, text.length / 2));
    failing('ENOSPC');
  };
  const full = () => exportToFile(folder, { format: 'csv' }, file, write);
  expect(full).toThrow('ENOSPC');
  expect(readdirSync(out)).toEqual([]);
  writeFileSync(file, 'of yesterday');
  expect(full).toThrow('ENOSPC');
  expect(readdirSync(out)).toEqual(['log.csv']);
  expect(readFileSync(file, 'utf8')).toBe('of yesterday');
});

it.skipIf(process.platform === 'win32')('a file that is replaced keeps its permissions, a link stays one', () => {
  const { folder, add } = logOf();
  add('a');
  const out = newFolder();
  mkdirSync(join(out, 'elsewhere'));
  const [file, link] = [join(out, 'elsewhere', 'log.csv'), join(out, 'link.csv')];
  writeFileSync(file, '');
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  expect(exportToFile(folder, { format: 'csv' }, link)).toEqual({ entries: 2, skipped: 0 });
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readFileSync(file, 'utf8')).toContain(',make,a,');
  expect([readdirSync(out), readdirSync(join(out, 'elsewhere'))]).toEqual([['elsewhere', 'link.csv'], ['log.csv']]);
});

it('a file has the longest name that there can be', () => {
  const { folder, add } = logOf();
  add('a');
  const file = join(newFolder(), `${'志'.repeat(83)}.csv`); // 253 bytes of 255
  expect(exportToFile(folder, { format: 'csv' }, file)).toEqual({ entries: 2, skipped: 0 });
  expect(exportToFile(folder, { format: 'csv' }, file)).toEqual({ entries: 2, skipped: 0 });
  expect(readFileSync(file, 'utf8')).toContain(',make,a,');
});
