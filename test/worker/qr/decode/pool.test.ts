import { describe, expect, it } from 'vitest';
import type { DecodedPicture } from '../../../../src/worker/protocol/picture';
import type { DecodeJob } from '../../../../src/worker/qr/decode/decodeThread';
import { createDecodePool, type DecodeThread } from '../../../../src/worker/qr/decode/pool';

/** Threads that answer with the job's first byte as width; byte 0 hangs, byte 255 crashes, other bytes take that many milliseconds. */
function fakeThreads() {
  const seen = { spawned: 0, terminated: 0, running: 0, mostRunning: 0 };
  const spawn = (): DecodeThread => {
    seen.spawned++;
    let answer = (_: DecodedPicture) => {};
    let exit = () => {};
    let alive = true;
    return {
      post({ bytes }: DecodeJob) {
        const width = bytes[0]!;
        if (width === 0) return;
        seen.mostRunning = Math.max(seen.mostRunning, ++seen.running);
        setTimeout(() => {
          seen.running--;
          if (!alive) return;
          if (width === 255) exit();
          else answer({ width, height: 1, symbols: [], ms: 0 });
        }, width % 255);
      },
      onAnswer: (listener) => (answer = listener),
      onExit: (listener) => (exit = listener),
      terminate() {
        alive = false;
        seen.terminated++;
      },
    };
  };
  return { spawn, seen };
}

const job = (byte: number) => ({ bytes: Uint8Array.of(byte) });

describe('decode pool', () => {
  it('starts nothing before the first picture and at most `size` threads', async () => {
    const { spawn, seen } = fakeThreads();
    const pool = createDecodePool({ spawn, size: 2 });
    expect(seen.spawned).toBe(0);
    const pictures = await Promise.all([5, 4, 3, 2].map((b) => pool.decode(job(b))));
    expect(pictures.map((p) => p.width)).toEqual([5, 4, 3, 2]);
    expect(seen).toMatchObject({ spawned: 2, mostRunning: 2 });
    pool.close();
    expect(seen.terminated).toBe(2);
  });

  it('ends a thread that overruns the deadline or crashes, and goes on with another', async () => {
    const { spawn, seen } = fakeThreads();
    const pool = createDecodePool({ spawn, size: 1 });
    const pictures = await Promise.all([0, 255, 3].map((b) => pool.decode(job(b), { timeoutMs: 40 })));
    expect(pictures.map((p) => p.error?.code ?? p.width)).toEqual(['decode-timeout', 'decode-crashed', 3]);
    expect(seen.spawned).toBe(3);
    pool.close();
  });

  it('cancels what runs and what waits', async () => {
    const { spawn } = fakeThreads();
    const pool = createDecodePool({ spawn, size: 1 });
    const cancel = new AbortController();
    const running = pool.decode(job(0), {}, cancel.signal);
    const waiting = pool.decode(job(3), {}, cancel.signal);
    const other = pool.decode(job(4));
    cancel.abort();
    expect([(await running).error?.code, (await waiting).error?.code, (await other).width]).toEqual(['cancelled', 'cancelled', 4]);
    expect((await pool.decode(job(1), {}, cancel.signal)).error?.code).toBe('cancelled');
    pool.close();
  });

  it('stops idle threads', async () => {
    const { spawn, seen } = fakeThreads();
    const pool = createDecodePool({ spawn, size: 1, idleMs: 10 });
    await pool.decode(job(1));
    await new Promise((done) => setTimeout(done, 40));
    expect(seen.terminated).toBe(1);
    expect((await pool.decode(job(2))).width).toBe(2);
    pool.close();
  });

  it('emits in the order of the list, failed loads included', async () => {
    const { spawn } = fakeThreads();
    const pool = createDecodePool({ spawn, size: 3 });
    const got: (number | string)[] = [];
    const sources = [9, 1, -1, 5, 2, 7].map((b) => async () => {
      if (b < 0) throw Object.assign(new Error(), { code: 'file-unreadable', data: { reason: 'ENOENT' } });
      return job(b);
    });
    await pool.decodeInOrder(sources, {}, (picture, index) => {
      expect(index).toBe(got.length);
      got.push(picture.error?.code ?? picture.width);
    });
    expect(got).toEqual([9, 1, 'file-unreadable', 5, 2, 7]);
    pool.close();
  });
});
