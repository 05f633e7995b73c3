import { describe, expect, it } from 'vitest';
import { checkInBatches } from '../../../src/extension/features/checkInBatches';

const files = Array.from({ length: 804 }, (_, i) => i);
const never = { isCancellationRequested: false };

describe('a check in batches', () => {
  it('asks for many files at once, for each of them once, and counts from the start', async () => {
    const asked: number[][] = [];
    const told: { increment: number; message: string }[] = [];
    const check = async (batch: number[]) => {
      asked.push(batch);
      return { judged: batch.length - 1, found: 2 };
    };
    const sum = await checkInBatches(files, check, (progress) => told.push(progress), never);
    expect(asked.flat()).toEqual(files);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(sum).toEqual({ judged: 804 - asked.length, found: 2 * asked.length, files: 804 - asked.length });
    expect(told[0]).toEqual({ increment: 0, message: '0/804' });
    expect(told.at(-1)!.message).toBe('804/804');
    expect(told.reduce((percent, { increment }) => percent + increment, 0)).toBeCloseTo(100);
  });

  it('stops after the batches that were asked when it was cancelled, and keeps what was found', async () => {
    const cancel = { isCancellationRequested: false };
    let asked = 0;
    const check = async (batch: number[]) => {
      if (++asked === 2) cancel.isCancellationRequested = true;
      return { judged: batch.length, found: 1 };
    };
    const sum = await checkInBatches(files, check, () => {}, cancel);
    expect([asked, sum.found, sum.files]).toEqual([2, 2, 804]);
    expect(sum.judged).toBeLessThan(804);
  });

  it('has the next request asked while one is answered', async () => {
    const open = { now: 0, most: 0 };
    const check = async (batch: number[]) => {
      open.most = Math.max(open.most, ++open.now);
      await new Promise(setImmediate);
      open.now--;
      return { judged: batch.length, found: 0 };
    };
    await checkInBatches(files, check, () => {}, never);
    expect(open.most).toBe(2);
  });

  it('asks nothing when there are no files', async () => {
    const check = () => Promise.reject(new Error('asked'));
    expect(await checkInBatches([], check, () => {}, never)).toEqual({ judged: 0, found: 0, files: 0 });
  });
});
