/** The log as it is written, and what it does about faults. */
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeSystem } from '../../src/audit/logSystem';
import { verifyLog } from '../../src/audit/verifyLog';
import { clockedSystem, entriesOf, eventsOf, filesOf, logOf, newFolder, textOf, writer } from './logKit';

const kindsOf = (folder: string) => verifyLog(folder).problems.map(({ kind }) => kind);
const DAY = 86_400_000;
const failing = (code: string): never => {
  throw Object.assign(new Error(code), { code });
};

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

  it('do not matter to what had to wait', () => {
    const clock = clockedSystem();
    const { folder, log, add } = logOf({ system: clock.system });
    const at = clock.now();
    clock.pass(60_000);
    add('later');
    log.append([{ op: 'make', target: 'earlier', result: 'ok', at, offsetMinutes: 0, waitedMs: 60_000 }]);
    expect(entriesOf(folder).at(-1)).toMatchObject({ target: 'earlier', waited: 60_000 });
    expect(verifyLog(folder)).toMatchObject({ problems: [], notes: [] });
  });
});

describe('a killed writer', () => {
  it('leaves half a line, which is put aside and told', () => {
    const { folder, add } = logOf();
    add('a');
    const file = join(folder, filesOf(folder)[0]!);
    appendFileSync(file, '{"seq":3,"time":"20');
    expect(kindsOf(folder)).toEqual(['torn']);
    add('b');
    expect(eventsOf(folder)).toEqual(['started', 'torn']);
    expect(readFileSync(`${file}.torn`, 'utf8')).toBe('{"seq":3,"time":"20');
    expect(kindsOf(folder)).toEqual([]);
  });

  it('leaves whole lines that the head does not know of', () => {
    const { folder, add } = logOf();
    add('a');
    const head = readFileSync(join(folder, 'head.json'));
    add('b');
    writeFileSync(join(folder, 'head.json'), head);
    expect(kindsOf(folder)).toEqual([]);
    add('c');
    expect(eventsOf(folder)).toEqual(['started']);
    expect(entriesOf(folder).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, place: place(), nonce: 'a' })],
    ['without a name', ''],
  ])('leaves a lock %s', (_, lock) => {
    const { folder, add } = logOf();
    add('a');
    writeFileSync(join(folder, 'lock'), lock);
    expect(add('b')).toBeUndefined();
    expect(kindsOf(folder)).toEqual([]);
  });

  it('leaves a lock from another machine, which is waited for', () => {
    let monotonic = 0;
    const system = { ...nodeSystem, monotonic: () => (monotonic += 4000) };
    const { folder, add } = logOf({ system });
    add('a');
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, place: 'elsewhere', nonce: 'a' }));
    expect(add('b')).toBeUndefined();
    expect(entriesOf(folder).at(-1)?.target).toBe('b');
  });

  function place(): string {
    try {
      return `${hostname()} ${nodeSystem.lstatSync('/proc/self/ns/pid') && require('node:fs').readlinkSync('/proc/self/ns/pid')}`;
    } catch {
      return hostname();
    }
  }
});

describe('what was taken away', () => {
  it('is told when it was the end', () => {
    const { folder, add } = logOf();
    add('a', 'b', 'c');
    const file = join(folder, filesOf(folder)[0]!);
    const text = readFileSync(file, 'utf8');
    truncateSync(file, text.slice(0, -1).lastIndexOf('\n') + 1);
    expect(kindsOf(folder)).toEqual(['endMissing']);
    add('d');
    expect(entriesOf(folder).at(-2)).toMatchObject({ seq: 5, detail: { event: 'missing', from: 4, seq: 4 } });
    expect(kindsOf(folder)).toEqual(['sequence', 'changedBefore']);
  });

  it('is told when it was everything but the head', () => {
    const { folder, add } = logOf();
    add('a');
    rmSync(join(folder, filesOf(folder)[0]!));
    add('b');
    expect(eventsOf(folder)).toEqual(['started', 'missing']);
    expect(kindsOf(folder)).toEqual(['startMissing']);
  });

  it('is told when it was the head', () => {
    const { folder, add } = logOf();
    add('a');
    rmSync(join(folder, 'head.json'));
    expect(kindsOf(folder)).toEqual(['noHead']);
    add('b');
    expect(kindsOf(folder)).toEqual(['headLost']);
  });

  it('is told when a last line was exchanged', () => {
    const { folder, add } = logOf();
    add('a');
    const file = join(folder, filesOf(folder)[0]!);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"target":"a"', '"target":"x"'));
    expect(kindsOf(folder)).toEqual(['endChanged']);
    add('b');
    expect(kindsOf(folder)).toEqual(['changedBefore']);
    expect(eventsOf(folder)).toEqual(['started', 'changed']);
  });

  it('is found by a line that was noted elsewhere', () => {
    const { folder, add } = logOf();
    add('a');
    const noted = verifyLog(folder).last!;
    add('b');
    expect(verifyLog(folder, [noted]).problems).toEqual([]);
    rmSync(folder, { recursive: true });
    add('c');
    expect(verifyLog(folder).problems).toEqual([]);
    expect(verifyLog(folder, [noted]).problems).toMatchObject([{ kind: 'anchorDiffers', to: 2 }]);
    expect(verifyLog(folder, [{ seq: 9, sha256: noted.sha256 }]).problems).toEqual([{ kind: 'anchorMissing', to: 9 }]);
  });
});

describe('a disk that takes nothing', () => {
  it('is told once it does, with the number of what is missing', () => {
    let isFull = false;
    const clock = clockedSystem();
    const system: typeof clock.system = {
      ...clock.system,
      // Half of the bytes still fit.
      writeSync: ((file: number, data: Buffer | string, from?: number, length?: number, position?: number) => {
        if (!isFull || (typeof data !== 'string' && position === 0))
          return nodeSystem.writeSync(file, data as Buffer, from, length, position);
        if (typeof data !== 'string' && from === 0) return nodeSystem.writeSync(file, data, 0, data.length >> 1);
        return failing('ENOSPC');
      }) as typeof nodeSystem.writeSync,
    };
    const { folder, add } = logOf({ system });
    add('a');
    isFull = true;
    expect(add('b', 'c')).toMatchObject({ code: 'ENOSPC' });
    clock.pass(5000);
    expect(logOf({ folder, system }).add('d')).toMatchObject({ code: 'ENOSPC' });
    expect(kindsOf(folder)).toEqual([]);
    isFull = false;
    clock.pass(5000);
    expect(logOf({ folder, system }).add('e')).toBeUndefined();
    expect(entriesOf(folder).slice(-2)).toMatchObject([
      {
        detail: {
          ...{ event: 'gap', count: 3, code: 'ENOSPC' },
          ...{ from: '2026-01-15T12:00:00.000Z', to: '2026-01-15T12:00:05.000Z' },
        },
      },
      { target: 'e' },
    ]);
    add('f');
    expect(verifyLog(folder)).toMatchObject({ problems: [], noteCount: 1 });
  });

  it('is remembered by the process where nothing can be written at all', () => {
    let isReadOnly = false;
    const system = {
      ...nodeSystem,
      openSync: ((path: string, flags: string, mode?: number) =>
        isReadOnly && flags !== 'r'
          ? failing('EROFS')
          : nodeSystem.openSync(path, flags, mode)) as typeof nodeSystem.openSync,
    };
    const { folder, add } = logOf({ system });
    add('a');
    isReadOnly = true;
    expect(add('b')).toMatchObject({ code: 'EROFS' });
    expect(add('c')).toMatchObject({ code: 'EROFS' });
    isReadOnly = false;
    expect(add('d')).toBeUndefined();
    expect(entriesOf(folder).at(-2)!.detail).toMatchObject({ event: 'gap', count: 2, code: 'EROFS' });
  });

  it.each(['fsyncSync', 'writeSync', 'mkdirSync', 'lstatSync'] as const)('fails no caller by %s', (call) => {
    const { add } = logOf({ system: { ...nodeSystem, [call]: () => failing('EIO') } });
    expect(add('a')).toMatchObject({ code: 'EIO' });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('may be one that is closed to the user', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'audit'), { mode: 0o500 });
    expect(logOf({ folder: join(folder, 'audit') }).add('a')).toMatchObject({ code: 'EACCES' });
    chmodSync(join(folder, 'audit'), 0o700);
  });
});

describe('the switch', () => {
  it('is told when it is used, and only then', () => {
    const { folder, log, add } = logOf();
    add('a');
    log.turnOff('QR_CODE_MASTER_AUDIT');
    log.turnOff('QR_CODE_MASTER_AUDIT');
    logOf({ folder, writer: { ...writer, app: 'editor' } }).add('b');
    add('c');
    expect(entriesOf(folder).map(({ target, detail }) => target ?? detail?.event)).toEqual([
      ...['started', 'a', 'off', 'b', 'on', 'c'],
    ]);
    expect(verifyLog(folder)).toMatchObject({ problems: [], notes: [{ event: 'off' }, { event: 'on' }] });
  });
});
