/** A disk that takes nothing, or not all: what is missing is told once it does. */
import { constants, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeSystem } from '../../src/audit/logSystem';
import { verifyLog } from '../../src/audit/verifyLog';
import { clockedSystem, entriesOf, eventsOf, failing, logOf, newFolder } from './logKit';

const { O_CREAT, O_RDWR, O_WRONLY } = constants;
const kindsOf = (folder: string) => verifyLog(folder).problems.map(({ kind }) => kind);

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
    openSync: ((path: string, flags: number, mode?: number) =>
      isReadOnly && (flags & (O_WRONLY | O_RDWR | O_CREAT)) !== 0
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

it.each(['head', 'flush'])('is told, but not as missing lines, when only the %s failed', (what) => {
  let fails = false;
  const system: typeof nodeSystem = {
    ...nodeSystem,
    // The head is written at a place of its own.
    writeSync: ((file: number, data: Buffer, from?: number, length?: number, position?: number) =>
      fails && what === 'head' && position === 0
        ? failing('EIO')
        : nodeSystem.writeSync(file, data, from, length, position)) as typeof nodeSystem.writeSync,
    fsyncSync: (file) => (fails && what === 'flush' ? failing('EIO') : nodeSystem.fsyncSync(file)),
    ftruncateSync: (file, size) => (fails ? failing('EIO') : nodeSystem.ftruncateSync(file, size)),
  };
  const { folder, add } = logOf({ system });
  add('a');
  fails = true;
  expect(add('b')).toMatchObject({ code: 'EIO' });
  expect(add('c')).toMatchObject({ code: 'EIO' });
  fails = false;
  expect(add('d')).toBeUndefined();
  expect(entriesOf(folder).map(({ target, detail }) => target ?? detail?.event)).toEqual([
    'started',
    'a',
    'b',
    'c',
    'd',
  ]);
  expect(kindsOf(folder)).toEqual([]);
});

it.each(['fsyncSync', 'writeSync', 'mkdirSync', 'lstatSync'] as const)('fails no caller by %s', (call) => {
  const { add } = logOf({ system: { ...nodeSystem, [call]: () => failing('EIO') } });
  expect(add('a')).toMatchObject({ code: 'EIO' });
});

// One that is closed to the user: test/cli/notedInLog.test.ts, where root can be somebody else.
it('may be one where a file lies', () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, 'in the way');
  const { add } = logOf({ folder: join(file, 'audit') });
  expect(add('a')).toMatchObject({ code: expect.stringMatching(/^(?:ENOTDIR|EEXIST|ENOENT)$/) });
  rmSync(file);
  expect(add('b')).toBeUndefined();
  expect(eventsOf(join(file, 'audit'))).toEqual(['started', 'gap']);
});
