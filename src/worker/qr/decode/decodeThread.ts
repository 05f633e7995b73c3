/** What a decode thread does with the jobs it is posted: the same in worker_threads and in a Web Worker. */
import { asFailure } from '../../protocol/errors';
import type { DecodedPicture } from '../../protocol/picture';
import { decodeImage, type PictureOptions, prepareEngine } from './decodeImage';

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
 * @param loadWasm the bytes of `zxing_reader.wasm`; asked for once
 * @param now a steady clock in milliseconds
 */
export function serveDecodeJobs(port: JobPort, loadWasm: () => Uint8Array | Promise<Uint8Array>, now: () => number): void {
  const engine = (async () => prepareEngine(await loadWasm(), now))();
  // Handled where it is awaited; without this a failing load would end the thread before its first job.
  engine.catch(() => undefined);
  port.onJob(async ({ bytes, options }) => {
    try {
      port.answer(decodeImage(bytes, options, await engine));
    } catch (error) {
      port.answer({ width: 0, height: 0, symbols: [], ms: 0, error: asFailure(error, options.locale ?? 'en') });
    }
  });
}
