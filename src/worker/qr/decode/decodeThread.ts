/** What a decode thread does with the jobs it is posted: the same in worker_threads and in a Web Worker. */
import { asFailure } from '../../protocol/errors';
import type { DecodedPicture } from '../../protocol/picture';
import { decodeImage, type PictureOptions, prepareEngine } from './decodeImage';
import { sniffType } from './pictureHeader';
import type { PlatformInflate } from './pixels/inflate';
import { prepareWebp } from './pixels/readWebp';

export interface DecodeJob {
  bytes: Uint8Array;
  options: PictureOptions;
}

/** The two ends of the thread's port as this file needs them. */
export interface JobPort {
  onJob(listener: (job: DecodeJob) => void): void;
  answer(picture: DecodedPicture): void;
}

/**
 * Answers each job with one picture, in order.
 * @param loadWasm the bytes of a file that lies beside the bundle; each is asked for once, the second only for a WebP picture
 * @param now a steady clock in milliseconds
 * @param inflate what the platform has for PNG data
 */
export function serveDecodeJobs(
  port: JobPort,
  loadWasm: (file: 'zxing_reader.wasm' | 'webp_dec.wasm') => Uint8Array | Promise<Uint8Array>,
  now: () => number,
  inflate?: PlatformInflate,
): void {
  const engine = (async () => prepareEngine(await loadWasm('zxing_reader.wasm'), now, inflate))();
  // Handled where it is awaited; without this a failing load would end the thread before its first job.
  engine.catch(() => undefined);
  port.onJob(async ({ bytes, options }) => {
    try {
      if (sniffType(bytes) === 'webp') await prepareWebp(() => loadWasm('webp_dec.wasm'));
      port.answer(decodeImage(bytes, options, await engine));
    } catch (error) {
      port.answer({ width: 0, height: 0, symbols: [], ms: 0, error: asFailure(error, options.locale ?? 'en') });
    }
  });
}
