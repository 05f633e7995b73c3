/**
 * A pool of decode threads: keeps all of them busy, gives each picture a deadline, and replaces a
 * thread that overruns it or dies.
 *
 * Usage: `const pool = createDecodePool({ spawn, size })`, then `await pool.decode({ bytes, name },
 * options)` for each picture, all at once if there are many (they wait in line), or
 * `pool.decodeInOrder(sources, options, emit)` for a long list of files that should not all be in
 * memory. `pool.close()` ends the threads. Threads start with the first picture and stop after
 * `idleMs` without one. Bytes are transferred to the thread, not copied: the caller's array is
 * empty afterwards (pass a copy to keep it).
 */
import { isChangedFile } from '../../protocol/changedFile';
import { asFailure, type ErrorCode, type FailureData, failure } from '../../protocol/errors';
import type { Locale } from '../../protocol/finding';
import { type DecodedPicture, type DecodeOptions, withSecretParts } from '../../protocol/picture';
import type { Thread } from '../../protocol/thread';
import type { DecodeJob, ThreadNews } from './decodeThread';
import { DEFAULT_TIMEOUT_MS } from './defaults';
import { inOrder } from './inOrder';
import { joinParts } from './joinParts';
import { wrongOption } from './wrongOption';

export type DecodeThread = Thread<DecodeJob, ThreadNews>;

export interface PoolOptions {
  spawn(): DecodeThread;
  /** Most threads at a time; at least 1. */
  size: number;
  /** A thread without work ends after this long; default 30,000. */
  idleMs?: number;
  /** Language of the errors that the pool itself gives; default English. */
  locale?: Locale;
}

/** What a thread may take to load its engine on a machine that is busy with others. */
const START_MS = 60_000;

export interface PictureSource {
  bytes: Uint8Array;
  name?: string;
}

/**
 * The part of an AbortSignal that is used, so that a CancellationToken can be passed after a small
 * wrap.
 */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface DecodePool {
  /**
   * Never rejects: timeout (`decode-timeout`), crash (`decode-crashed`), cancel (`cancelled`) and
   * options that cannot be (`option-invalid`) are the picture's `error`; what was read before a
   * timeout or crash is answered instead, as `cutOff`.
   */
  decode(picture: PictureSource, options?: DecodeOptions, signal?: CancelSignal): Promise<DecodedPicture>;
  /**
   * Loads and reads a list of pictures, a few ahead of the threads, and emits the answers in the
   * list's order. A source that throws gives a picture whose `error` is that fault.
   */
  decodeInOrder(
    sources: readonly (() => Promise<PictureSource>)[],
    options: DecodeOptions,
    emit: (picture: DecodedPicture, index: number) => void,
    signal?: CancelSignal,
  ): Promise<void>;
  /** Ends all threads; what is still waiting is answered as cancelled. */
  close(): void;
}

interface Task {
  source: PictureSource;
  options: DecodeOptions;
  resolve(picture: DecodedPicture): void;
}

interface Slot {
  thread: DecodeThread;
  isReady: boolean;
  task?: Task;
  /** What its task has given so far. */
  found?: DecodedPicture;
  timer?: ReturnType<typeof setTimeout>;
}

export function createDecodePool({ spawn, size, idleMs = 30_000, locale = 'en' }: PoolOptions): DecodePool {
  const slots = new Set<Slot>();
  const waiting: Task[] = [];
  let closed = false;

  const failed = (code: ErrorCode, data?: FailureData): DecodedPicture => ({
    width: 0,
    height: 0,
    symbols: [],
    ms: 0,
    error: failure(code, locale, data),
  });

  const refused = (error: unknown): DecodedPicture => ({ ...failed('internal'), error: asFailure(error, locale) });

  function startSlot(): Slot {
    const slot: Slot = { thread: spawn(), isReady: false };
    slots.add(slot);
    slot.thread.onNews((news) => {
      if (news.kind === 'answer') finish(slot, news.picture);
      else if (news.kind === 'ready') {
        slot.isReady = true;
        if (slot.task) startDeadline(slot, slot.task);
      } else if (slot.found) Object.assign(slot.found, news.picture).symbols.push(news.symbol);
    });
    slot.thread.onExit((error) =>
      drop(slot, isChangedFile(error) ? refused(error) : unfinished(slot, 'decode-crashed')),
    );
    return slot;
  }

  /** What was read before the task was ended, or why nothing was. */
  function unfinished({ found, task }: Slot, code: 'decode-timeout' | 'decode-crashed'): DecodedPicture {
    const timeoutMs = task?.options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    if (!found?.symbols.length) return failed(code, { timeoutMs });
    const sets = joinParts(found.symbols);
    const notes = code === 'decode-crashed' ? [failure(code, locale)] : undefined;
    const symbols = withSecretParts(found.symbols, sets);
    return { ...found, symbols, ...(sets.length && { sets }), ms: timeoutMs, cutOff: true, ...(notes && { notes }) };
  }

  /**
   * Takes the slot out of the pool, answers its task, and lets another thread take over the line.
   */
  function drop(slot: Slot, answer: DecodedPicture) {
    if (!slots.delete(slot)) return;
    clearTimeout(slot.timer);
    slot.thread.terminate();
    slot.task?.resolve(answer);
    feed();
  }

  function finish(slot: Slot, picture: DecodedPicture) {
    if (!slots.has(slot) || !slot.task) return;
    clearTimeout(slot.timer);
    const { task } = slot;
    slot.task = undefined;
    slot.timer = quietTimer(() => drop(slot, picture), idleMs);
    task.resolve(picture);
    feed();
  }

  function feed() {
    while (waiting.length && !closed) {
      const slot = [...slots].find((s) => !s.task) ?? (slots.size < Math.max(1, size) ? startSlot() : undefined);
      if (!slot) return;
      run(slot, waiting.shift()!);
    }
  }

  function run(slot: Slot, task: Task) {
    const timeoutMs = task.options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    slot.task = task;
    slot.found = { width: 0, height: 0, symbols: [], ms: 0 };
    startDeadline(slot, task);
    const { bytes, name } = task.source;
    const owned = ownedBytes(bytes);
    slot.thread.post(
      { bytes: owned, options: { ...task.options, timeoutMs, locale, ...(name !== undefined && { name }) } },
      [owned.buffer],
    );
  }

  /**
   * A picture's time begins when the thread can work on it; a thread that does not come up at all
   * is given up, too.
   */
  function startDeadline(slot: Slot, task: Task) {
    clearTimeout(slot.timer);
    const timeoutMs = task.options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    slot.timer = setTimeout(
      () => drop(slot, unfinished(slot, 'decode-timeout')),
      slot.isReady ? timeoutMs : timeoutMs + START_MS,
    );
  }

  /** Takes a task back: out of the line, or, when it runs, by ending its thread. */
  function cancel(task: Task) {
    const at = waiting.indexOf(task);
    if (at >= 0) {
      waiting.splice(at, 1);
      task.resolve(failed('cancelled'));
      return;
    }
    for (const slot of slots) if (slot.task === task) drop(slot, failed('cancelled'));
  }

  function decode(source: PictureSource, options: DecodeOptions = {}, signal?: CancelSignal): Promise<DecodedPicture> {
    if (closed || signal?.aborted) return Promise.resolve(failed('cancelled'));
    const wrong = wrongOption(options);
    if (wrong) return Promise.resolve(failed('option-invalid', wrong));
    return new Promise((resolve) => {
      const onAbort = () => cancel(task);
      const task: Task = {
        source,
        options,
        resolve(picture) {
          signal?.removeEventListener('abort', onAbort);
          resolve(picture);
        },
      };
      signal?.addEventListener('abort', onAbort);
      waiting.push(task);
      feed();
    });
  }

  const decodeInOrder: DecodePool['decodeInOrder'] = (sources, options, emit, signal) =>
    inOrder(sources, {
      // One lane more than threads: the next picture is loaded while all threads work.
      lanes: Math.max(1, size) + 1,
      work: async (load) => (signal?.aborted ? failed('cancelled') : decode(await load(), options, signal)),
      failed: refused,
      emit,
    });

  function close() {
    closed = true;
    for (const task of waiting.splice(0)) task.resolve(failed('cancelled'));
    for (const slot of [...slots]) drop(slot, failed('cancelled'));
  }

  return { decode, decodeInOrder, close };
}

/** A timer that does not keep a Node process alive (the browser has no such notion). */
function quietTimer(run: () => void, ms: number): ReturnType<typeof setTimeout> {
  const timer = setTimeout(run, ms);
  (timer as { unref?(): void }).unref?.();
  return timer;
}

/**
 * The bytes in a buffer of their own that can be transferred: a view of a larger buffer is copied
 * out.
 */
function ownedBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole =
    bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  return whole ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
