/**
 * What a decode thread does with the jobs it is posted: the same in worker_threads and in a Web
 * Worker.
 */
import { asFailure } from '../../protocol/errors';
import type { DecodedPicture, DecodedSymbol } from '../../protocol/picture';
import { type DecodeEngine, decodeImage, type PictureOptions, prepareEngine } from './decodeImage';
import { DEFAULT_TIMEOUT_MS } from './defaults';
import { sniffType } from './pictureHeader';
import type { PlatformInflate } from './pixels/inflate';
import { prepareWebp } from './pixels/readWebp';

export interface DecodeJob {
  bytes: Uint8Array;
  options: PictureOptions;
}

/**
 * What a thread tells: once that its engine is loaded, each symbol when it is read, and one answer
 * to each job.
 */
export type ThreadNews =
  | { kind: 'ready' }
  | { kind: 'found'; symbol: DecodedSymbol; picture: Pick<DecodedPicture, 'width' | 'height' | 'type'> }
  | { kind: 'answer'; picture: DecodedPicture };

/** The two ends of the thread's port as this file needs them. */
export interface JobPort {
  onJob(listener: (job: DecodeJob) => void): void;
  tell(news: ThreadNews): void;
}

/** What the platform has to offer. */
interface DecodePlatform {
  /** For PNG data. */
  inflate?: PlatformInflate;
  /**
   * Runs work and gives up after so many milliseconds, with undefined; where nobody can end the
   * thread from outside.
   */
  within?<T>(ms: number, work: () => T): T | undefined;
}

/**
 * Answers each job with one picture, in order; a job that was given up gets no answer.
 * @param loadWasm the bytes of a file that lies beside the bundle; each is asked for until it loads,
 * the second only for a WebP picture
 * @param now a steady clock in milliseconds
 */
export function serveDecodeJobs(
  port: JobPort,
  loadWasm: (file: 'zxing_reader.wasm' | 'webp-dec.wasm') => Uint8Array | Promise<Uint8Array>,
  now: () => number,
  { inflate, within = (_, work) => work() }: DecodePlatform = {},
): void {
  let engine: Promise<DecodeEngine> | undefined;
  /** What does not load is tried again with the next picture. */
  const prepare = () => {
    const mine = (async () => prepareEngine(await loadWasm('zxing_reader.wasm'), now, inflate))();
    mine.catch(() => (engine = undefined));
    return mine;
  };
  const ready = () => port.tell({ kind: 'ready' });
  // A load that fails is told where it is awaited, as the answer to a job.
  engine = prepare();
  engine.then(ready, ready);
  port.onJob(async ({ bytes, options }) => {
    try {
      if (sniffType(bytes) === 'webp') await prepareWebp(() => loadWasm('webp-dec.wasm'));
      const loaded = await (engine ??= prepare());
      const picture = within(options.timeoutMs ?? DEFAULT_TIMEOUT_MS, () =>
        decodeImage(bytes, options, loaded, (symbol, { width, height, type }) =>
          port.tell({ kind: 'found', symbol, picture: { width, height, type } }),
        ),
      );
      if (picture) port.tell({ kind: 'answer', picture });
    } catch (error) {
      const picture: DecodedPicture = {
        width: 0,
        height: 0,
        symbols: [],
        ms: 0,
        error: asFailure(error, options.locale ?? 'en'),
      };
      port.tell({ kind: 'answer', picture });
    }
  });
}
