import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parentWatch } from '../../../src/worker/hosts/parentWatch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A process that was, and is no more. */
const gone = () => spawnSync(process.execPath, ['--version']).pid;

it('ends with the process that the client named', () => {
  const exit = vi.fn();
  parentWatch(exit).initialize({ processId: gone() });
  vi.advanceTimersByTime(3000);
  expect(exit).toHaveBeenCalledWith(1);
});

it('ends in order after a shutdown', () => {
  const exit = vi.fn();
  const watch = parentWatch(exit);
  watch.initialize({ processId: gone() });
  watch.shutdownReceived = true;
  vi.advanceTimersByTime(3000);
  expect(exit).toHaveBeenCalledWith(0);
});

it('stays with a process that is there, and with a client that names none', () => {
  const exit = vi.fn();
  parentWatch(exit).initialize({ processId: process.pid });
  parentWatch(exit).initialize({ processId: null });
  vi.advanceTimersByTime(60_000);
  expect(exit).not.toHaveBeenCalled();
});
