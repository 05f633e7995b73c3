/**
 * A decode thread that is none: it reads in the thread of its caller, who has nothing else to do,
 * and saves the start of another.
 */
import { type DecodeJob, serveDecodeJobs, type ThreadNews } from '../qr/decode/decodeThread';
import type { DecodeThread } from '../qr/decode/pool';
import { nodeInflate } from './nodeInflate';
import { readWasm } from './shipped/readWasm';
import { withinTime } from './withinTime';

/** Milliseconds; `performance` would have to be loaded first. */
function now(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/**
 * For pictures whose memory is no concern, as there is no limit of the heap. What overruns its time
 * is not answered: the pool does it then.
 */
export function decodeHere(): DecodeThread {
  let onJob: (job: DecodeJob) => void = () => undefined;
  let onNews: (news: ThreadNews) => void = () => undefined;
  serveDecodeJobs(
    { onJob: (listener) => (onJob = listener), tell: (news) => onNews(news) },
    (file) => readWasm(__dirname, file),
    now,
    { inflate: nodeInflate, within: withinTime },
  );
  return {
    post: (job) => onJob(job),
    onNews: (listener) => (onNews = listener),
    onExit: () => undefined,
    terminate: () => undefined,
  };
}
