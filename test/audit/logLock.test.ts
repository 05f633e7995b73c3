/** A lock that cannot be taken away or made, or is left by a thread. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type LogSystem, nodeSystem } from '../../src/audit/logSystem';
import { failing, logOf, ownPlace } from './logKit';

const started = process.platform;
afterEach(() => void Object.defineProperty(process, 'platform', { value: started }));
const refusing = (monotonic: () => number): LogSystem => ({
  ...nodeSystem,
  monotonic,
  unlinkSync: (path) => (String(path).endsWith('lock') ? failing('EPERM') : nodeSystem.unlinkSync(path)),
});
const dead = JSON.stringify({ pid: 2 ** 22 + 1, place: 'elsewhere', nonce: 'a' });

it('is told at once, not after half a minute', () => {
  let asked = 0;
  const { folder } = logOf();
  writeFileSync(join(folder, 'lock'), dead);
  expect(logOf({ folder, system: refusing(() => 11_000 * asked++) }).add('a')?.code).toBe('EPERM');
  expect(asked).toBeLessThan(6);
});

it.each(['lock', 'break'])('on Windows by its %s: after two seconds', (what) => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  let ms = 0;
  const system = refusing(() => (ms += 100));
  const { folder } = logOf();
  if (what === 'lock')
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, place: ownPlace(), nonce: 'a' }));
  else system.openSync = (() => failing('EPERM')) as typeof nodeSystem.openSync;
  expect(logOf({ folder, system }).add('a')?.code).toBe('EPERM');
  expect(ms).toBeLessThan(5000);
});

it('is not waited for when a thread of this process left it', () => {
  const { folder, add } = logOf();
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, place: ownPlace(), nonce: 'a' }));
  const start = performance.now();
  expect(add('a')).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(2000);
});
