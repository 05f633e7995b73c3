import { expect, it, vi } from 'vitest';
import { late } from '../../src/extension/late';

it('loads with the first call, and once', async () => {
  const load = vi.fn(async () => ({}));
  const part = late(load);
  expect(load).not.toHaveBeenCalled();
  expect(part.started()).toBeUndefined();
  const [first, second] = await Promise.all([part(), part()]);
  expect(second).toBe(first);
  expect(await part()).toBe(first);
  expect(await part.started()).toBe(first);
  expect(load).toHaveBeenCalledOnce();
});

it('tries again after a failure, which everybody who waited is told', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('no such file'))
    .mockResolvedValue('part');
  const part = late(load);
  const told = await Promise.allSettled([part(), part()]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(part.started()).toBeUndefined();
  expect(await part()).toBe('part');
  expect(load).toHaveBeenCalledTimes(2);
});

it('loads anew what was forgotten, whatever becomes of the one before', async () => {
  let fail: (error: Error) => void = () => {};
  const load = vi
    .fn<() => Promise<string>>()
    .mockReturnValueOnce(new Promise((_, reject) => (fail = reject)))
    .mockResolvedValue('second');
  const part = late(load);
  const first = part();
  expect(part.forget()).toBe(first);
  expect(part.forget()).toBeUndefined();
  const second = part();
  fail(new Error('ended'));
  await expect(first).rejects.toThrow('ended');
  expect(part.started()).toBe(second);
  expect(await part()).toBe('second');
  expect(load).toHaveBeenCalledTimes(2);
});
