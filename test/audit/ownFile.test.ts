/** A folder of the log in which somebody else has put things: root writes there too. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  linkSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { nodeSystem } from '../../src/audit/logSystem';
import { filesOf, logOf, newFolder } from './logKit';

afterEach(() => void vi.restoreAllMocks());
/** A log with a line, and a text elsewhere that must stay as it is. */
const prepared = (options = {}) => {
  const { folder, add } = logOf(options);
  add('a');
  const victim = join(newFolder(), 'victim');
  writeFileSync(victim, 'a line\nno end');
  return { folder, add, victim, month: filesOf(folder)[0]! };
};

it.each(['month', 'head.json', 'missed.json', 'torn', 'lock'])(
  'writes, cuts and reads nothing through the link %s',
  (name) => {
    // What was missed is written with each new file.
    const { folder, victim, month, add } = prepared(name === 'missed.json' ? { maxFileBytes: 1 } : {});
    if (name === 'torn') appendFileSync(join(folder, month), 'half');
    const path = join(folder, name === 'month' ? month : name === 'torn' ? `${month}.torn` : name);
    rmSync(path, { force: true });
    symlinkSync(victim, path);
    // A lock that names nobody is taken away.
    expect(add('b')?.code).toBe(name === 'lock' ? undefined : 'ELOOP');
    expect(readFileSync(victim, 'utf8')).toBe('a line\nno end');
    expect(existsSync(join(folder, `${month}.torn`)) ? statSync(join(folder, `${month}.torn`)).size : 0).not.toBe(6);
  },
);

it.skipIf(process.platform === 'win32')('does not wait for the other end of a pipe', () => {
  const { folder, add, month } = prepared();
  rmSync(join(folder, month));
  execFileSync('mkfifo', [join(folder, month)]);
  expect(add('b')?.code).toBe('EFOREIGN');
});

it.skipIf(!process.getuid)('is left by root to its owner, and no file of root with it', () => {
  const owner = 4242;
  const given = new Set<number>();
  const own = <S extends object>(stat: S): S =>
    Object.assign(Object.create(Object.getPrototypeOf(stat)), stat, { uid: owner });
  const inodeOf = (file: number) => nodeSystem.fstatSync(file).ino;
  const system = {
    ...nodeSystem,
    lstatSync: ((path: string) => own(nodeSystem.lstatSync(path))) as typeof nodeSystem.lstatSync,
    fstatSync: ((file: number) => {
      const stat = nodeSystem.fstatSync(file);
      return given.has(stat.ino) ? own(stat) : Object.assign(own(stat), { uid: 0 });
    }) as typeof nodeSystem.fstatSync,
    fchownSync: (file: number, uid: number) => void (uid === owner && given.add(inodeOf(file))),
  };
  vi.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(0);
  const { folder, add } = logOf({ system });
  expect(add('a')).toBeUndefined();
  expect(add('b')).toBeUndefined();
  const [month] = filesOf(folder);
  for (const name of [month!, 'head.json', 'missed.json'])
    expect(given.has(statSync(join(folder, name)).ino)).toBe(true);
  // A hard link to something of root's is no link to see.
  const foreign = join(newFolder(), 'shadow');
  writeFileSync(foreign, 'root:x\nno end');
  rmSync(join(folder, month!));
  linkSync(foreign, join(folder, month!));
  expect(add('c')?.code).toBe('EFOREIGN');
  expect(readFileSync(foreign, 'utf8')).toBe('root:x\nno end');
  expect(given.has(statSync(foreign).ino)).toBe(false);
  expect(existsSync(join(folder, `${month}.torn`))).toBe(false);
});
