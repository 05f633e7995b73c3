/** The log as it is written: lines, files, clocks. */
import { appendFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyLog } from '../../src/audit/verifyLog';
import { clockedSystem, entriesOf, eventsOf, filesOf, logOf, newFolder, textOf, writer } from './logKit';

const kindsOf = (folder: string) => verifyLog(folder).problems.map(({ kind }) => kind);
const DAY = 86_400_000;

describe('lines', () => {
  it('tell who did what, when and from where, one after the other', () => {
    const { folder, add, log } = logOf({ system: clockedSystem().system });
    add('a.png');
    log.append([
      {
        op: 'read',
        target: 'b.png',
        result: 'failed',
        at: Date.UTC(2026, 0, 15, 12),
        offsetMinutes: -210,
        ms: 12.6,
        content: { bytes: 3, sha256: 'b'.repeat(64) },
        detail: { symbols: 0 },
      },
    ]);
    const [first, second, third] = entriesOf(folder);
    expect([first!.op, first!.prev, first!.detail]).toEqual(['log', '0'.repeat(64), { event: 'started', format: 1 }]);
    expect(second).toMatchObject({
      seq: 2,
      time: '2026-01-15T12:00:00.000Z',
      offset: '+08:00',
      target: 'a.png',
      ...writer,
    });
    expect(third).toMatchObject({
      ...{ seq: 3, op: 'read', result: 'failed', offset: '-03:30', ms: 13 },
      ...{ content: { bytes: 3, sha256: 'b'.repeat(64) }, detail: { symbols: 0 } },
    });
    expect(verifyLog(folder)).toMatchObject({ entries: 3, problemCount: 0, noteCount: 0, last: { seq: 3 } });
  });

  it('stay lines, however long or strange a name is', () => {
    const { folder, add } = logOf();
    add(`a\nb\u2028${'x'.repeat(100_000)}`, '\ud800', '"\\');
    expect(entriesOf(folder)).toHaveLength(4);
    expect(textOf(folder).length).toBeLessThan(5000);
    expect(kindsOf(folder)).toEqual([]);
  });

  it('are for their owner alone', () => {
    const { folder, add } = logOf({ folder: join(newFolder(), 'state', 'audit') });
    add('a');
    const modes = ['.', 'head.json', 'missed.json', ...filesOf(folder)].map(
      (name) => statSync(join(folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });
});

describe('files', () => {
  it('begin with each month and name the end of the one before', () => {
    const clock = clockedSystem(Date.UTC(2026, 0, 31, 23, 59));
    const { folder, add } = logOf({ system: clock.system });
    add('a');
    clock.pass(120_000);
    add('b');
    expect(filesOf(folder)).toEqual(['audit-2026-01-001.jsonl', 'audit-2026-02-001.jsonl']);
    const [, last, opening] = entriesOf(folder);
    expect(opening).toMatchObject({ seq: 3, detail: { event: 'continued', file: 'audit-2026-01-001.jsonl', seq: 2 } });
    expect(opening!.detail!.sha256).toBe(opening!.prev);
    expect(last!.target).toBe('a');
    expect(kindsOf(folder)).toEqual([]);
  });

  it('name the end of the one before also where whoever made one wrote nothing into it', () => {
    const clock = clockedSystem(Date.UTC(2026, 0, 31, 23, 59));
    const { folder, add } = logOf({ system: clock.system });
    add('a');
    clock.pass(120_000);
    writeFileSync(join(folder, 'audit-2026-02-001.jsonl'), '');
    add('b');
    const opening = { event: 'continued', file: 'audit-2026-01-001.jsonl', seq: 2 };
    expect(entriesOf(folder)[2]).toMatchObject({ seq: 3, detail: opening });
    expect(filesOf(folder)).toHaveLength(2);
    expect(kindsOf(folder)).toEqual([]);
  });

  it('are divided, not cut, when they become large', () => {
    const { folder, add } = logOf({ maxFileBytes: 2000 });
    for (let i = 0; i < 30; i++) add(String(i));
    expect(filesOf(folder).length).toBeGreaterThan(3);
    expect(entriesOf(folder).filter(({ op }) => op === 'make')).toHaveLength(30);
    expect(kindsOf(folder)).toEqual([]);
  });

  it('are removed when their time is over, which the log tells', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system, keepDays: 200 });
    for (let month = 0; month < 12; month++) {
      add(`month ${month}`);
      clock.pass(30 * DAY);
    }
    expect(eventsOf(folder)).toContain('expired');
    expect(filesOf(folder)).not.toContain('audit-2026-01-001.jsonl');
    const { problems, first } = verifyLog(folder);
    expect(problems).toEqual([]);
    expect(first!.seq).toBeGreaterThan(1);
    // More than was due is missed.
    rmSync(join(folder, filesOf(folder)[0]!));
    expect(kindsOf(folder)).toEqual(['startMissing']);
  });

  it('are removed with the ends that were put aside from them', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system, keepDays: 200 });
    add('a');
    appendFileSync(join(folder, filesOf(folder)[0]!), 'half a li');
    add('b');
    expect(readdirSync(folder)).toContain('audit-2026-01-001.jsonl.torn');
    for (let month = 0; month < 12; month++) {
      add(`month ${month}`);
      clock.pass(30 * DAY);
    }
    expect(eventsOf(folder)).toContain('expired');
    expect(readdirSync(folder).filter((name) => name.startsWith('audit-2026-01'))).toEqual([]);
  });

  it.each(['', 'no line'])('that end in %j have no age: they stay, and the log goes on', (stray) => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system, keepDays: 200 });
    add('a');
    clock.pass(30 * DAY);
    add('b');
    appendFileSync(join(folder, 'audit-2026-01-001.jsonl'), `${stray}\n`);
    for (let month = 0; month < 12; month++) {
      expect(add(`month ${month}`)).toBeUndefined();
      clock.pass(30 * DAY);
    }
    expect(filesOf(folder)).toContain('audit-2026-01-001.jsonl');
  });

  it('are kept half a year, whatever is asked for', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system, keepDays: 1 });
    for (let day = 0; day < 184; day += 23) {
      add('a');
      clock.pass(23 * DAY);
    }
    add('b');
    expect(filesOf(folder)).toContain('audit-2026-01-001.jsonl');
  });

  it('are kept as long as somebody said, also by who says nothing', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system, keepDays: 2000 });
    add('a');
    clock.pass(800 * DAY);
    logOf({ folder, system: clock.system }).add('b');
    clock.pass(40 * DAY);
    logOf({ folder, system: clock.system }).add('c');
    expect(filesOf(folder)).toContain('audit-2026-01-001.jsonl');
    expect(eventsOf(folder)).toEqual(['started', 'keepDays', 'continued', 'continued']);
  });

  it('are not removed because a clock was set wrong', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system });
    add('a');
    clock.set(Date.UTC(2046, 0, 1));
    add('b');
    expect(filesOf(folder)).toEqual(['audit-2026-01-001.jsonl', 'audit-2046-01-001.jsonl']);
    clock.pass(31 * DAY);
    add('c');
    expect(filesOf(folder)).toHaveLength(3);
    expect(eventsOf(folder)).not.toContain('expired');
    // Whether it is wrong after two months, nobody can tell.
    clock.pass(31 * DAY);
    add('d');
    expect(filesOf(folder)).not.toContain('audit-2026-01-001.jsonl');
    expect(kindsOf(folder)).toEqual([]);
  });
});

describe('clocks', () => {
  it('that were set forward are told', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system });
    add('a');
    clock.set(clock.now() + 3_600_000);
    add('b');
    expect(entriesOf(folder).find(({ detail }) => detail?.event === 'clock')?.detail).toEqual({
      event: 'clock',
      jumpMs: 3_600_000,
    });
    expect(verifyLog(folder)).toMatchObject({ problems: [], notes: [{ event: 'clock' }] });
  });

  it('that were set back are told, by another process too', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system });
    add('a');
    clock.set(clock.now() - 40 * DAY);
    logOf({ folder, system: clock.system }).add('b');
    clock.pass(1000);
    logOf({ folder, system: clock.system }).add('c');
    expect(eventsOf(folder)).toEqual(['started', 'clock']);
    expect(filesOf(folder)).toHaveLength(1);
    expect(kindsOf(folder)).toEqual([]);
  });

  it('that went on while the machine slept were not set', () => {
    const clock = clockedSystem();
    const { folder, add } = logOf({ system: clock.system });
    add('a');
    clock.sleep(3_600_000);
    add('b');
    expect(eventsOf(folder)).toEqual(['started']);
    expect(verifyLog(folder)).toMatchObject({ problems: [], notes: [] });
  });

  it('do not matter to what had to wait', () => {
    const clock = clockedSystem();
    const { folder, log, add } = logOf({ system: clock.system });
    const at = clock.now();
    clock.pass(60_000);
    add('later');
    log.append([{ op: 'make', target: 'earlier', result: 'ok', at, offsetMinutes: 0 }]);
    expect(entriesOf(folder).at(-1)).toMatchObject({ target: 'earlier', waited: 60_000 });
    expect(verifyLog(folder)).toMatchObject({ problems: [], notes: [] });
  });
});
