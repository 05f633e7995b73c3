import { describe, expect, it, vi } from 'vitest';
import type { DecodedPicture, DecodedSymbol, DecodeOptions } from '../../../../src/worker/protocol/picture';
import type { DecodeJob, ThreadNews } from '../../../../src/worker/qr/decode/decodeThread';
import { createDecodePool, type DecodeThread } from '../../../../src/worker/qr/decode/pool';

/**
 * Threads that answer with the job's first byte as width; byte 0 hangs, byte 255 crashes, other
 * bytes take that many milliseconds.
 */
function fakeThreads() {
  const seen = { spawned: 0, terminated: 0, running: 0, mostRunning: 0 };
  const spawn = (): DecodeThread => {
    seen.spawned++;
    let tell = (_: ThreadNews) => {};
    const answer = (picture: DecodedPicture) => tell({ kind: 'answer', picture });
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
      onNews(listener) {
        tell = listener;
        listener({ kind: 'ready' });
      },
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
    expect([(await running).error?.code, (await waiting).error?.code, (await other).width]).toEqual([
      'cancelled',
      'cancelled',
      4,
    ]);
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

/** One thread whose news the test tells, and a clock that the test turns. */
function handled() {
  vi.useFakeTimers();
  const thread = { tell: (_: ThreadNews) => {}, exit: () => {}, posted: 0 };
  const pool = createDecodePool({
    spawn: () => ({
      post: () => void thread.posted++,
      onNews: (listener) => (thread.tell = listener),
      onExit: (listener) => (thread.exit = listener),
      terminate() {},
    }),
    size: 1,
  });
  const end = () => {
    pool.close();
    vi.useRealTimers();
  };
  return { pool, thread, end };
}

const symbol = {
  text: 'read',
  bytes: new Uint8Array(),
  format: 'QRCode',
  corners: [],
  engine: 'e',
  attempt: 'a',
} as unknown as DecodedSymbol;
const found: ThreadNews = { kind: 'found', symbol, picture: { width: 7, height: 8, type: 'png' } };

describe('the deadline', () => {
  it('answers what was read before it, as cut off', async () => {
    const { pool, thread, end } = handled();
    const answer = pool.decode(job(1), { timeoutMs: 1000 });
    thread.tell({ kind: 'ready' });
    thread.tell(found);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toMatchObject({ width: 7, height: 8, type: 'png', symbols: [{ text: 'read' }], cutOff: true });
    expect((await answer).error).toBeUndefined();
    end();
  });

  it('answers what was read before a crash, and says so', async () => {
    const { pool, thread, end } = handled();
    const answer = pool.decode(job(1));
    thread.tell({ kind: 'ready' });
    thread.tell(found);
    thread.exit();
    expect(await answer).toMatchObject({
      symbols: [{ text: 'read' }],
      cutOff: true,
      notes: [{ code: 'decode-crashed' }],
    });
    end();
  });

  it.each([
    ['before the deadline', () => vi.advanceTimersByTimeAsync(1000)],
    ['before a crash', async (exit: () => void) => exit()],
  ])('marks every part of a set that holds a secret, when it was read %s', async (_, stop) => {
    const { pool, thread, end } = handled();
    const answer = pool.decode(job(1), { timeoutMs: 1000 });
    thread.tell({ kind: 'ready' });
    const parts = ['WIFI:T:WPA;S:guest;', 'P:hunter22;;'].map((text, index) => {
      return { text, bytes: new TextEncoder().encode(text), secret: false, part: { index, count: 2, parity: 0 } };
    });
    for (const part of [...parts, { text: 'beside it', secret: false }])
      thread.tell({ ...found, symbol: { ...symbol, ...part } });
    await stop(thread.exit);
    const { symbols, sets } = await answer;
    expect(sets).toMatchObject([{ secret: true, secretKind: 'wifi-password' }]);
    expect(symbols.map(({ text, secret }) => [text, secret])).toEqual([
      ['WIFI:T:WPA;S:guest;', true],
      ['P:hunter22;;', true],
      ['beside it', false],
    ]);
    end();
  });

  it('does not give a picture what was read in the one before', async () => {
    const { pool, thread, end } = handled();
    const first = pool.decode(job(1), { timeoutMs: 1000 });
    thread.tell({ kind: 'ready' });
    thread.tell(found);
    thread.tell({ kind: 'answer', picture: { width: 7, height: 8, symbols: [symbol], ms: 1 } });
    await first;
    const second = pool.decode(job(2), { timeoutMs: 1000 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await second).toMatchObject({ symbols: [], error: { code: 'decode-timeout' } });
    end();
  });

  it('begins when the thread is ready', async () => {
    const { pool, thread, end } = handled();
    let answered = false;
    const answer = pool.decode(job(1), { timeoutMs: 100 }).then((picture) => {
      answered = true;
      return picture;
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(answered).toBe(false);
    thread.tell({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(99);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await answer).error).toMatchObject({ code: 'decode-timeout' });
    end();
  });

  it('comes for a thread that never is ready, too', async () => {
    const { pool, end } = handled();
    const answer = pool.decode(job(1), { timeoutMs: 100 });
    await vi.advanceTimersByTimeAsync(60_100);
    expect((await answer).error).toMatchObject({ code: 'decode-timeout' });
    end();
  });
});

it.each([
  { timeoutMs: 2 ** 31 },
  { timeoutMs: 0 },
  { timeoutMs: Number.NaN },
  { timeoutMs: '5' },
  { maxPixels: -1 },
  { maxPixels: 1e12 },
  { effort: 'most' },
  { formats: 'none' },
  { changedSide: 4001 },
  { tools: 'crop' },
])('refuses options that cannot be: %o', async (options) => {
  const { spawn, seen } = fakeThreads();
  const pool = createDecodePool({ spawn, size: 1 });
  const [option] = Object.keys(options);
  expect((await pool.decode(job(1), options as unknown as DecodeOptions)).error).toMatchObject({
    code: 'option-invalid',
    data: { option },
  });
  expect(seen.spawned).toBe(0);
  pool.close();
});
