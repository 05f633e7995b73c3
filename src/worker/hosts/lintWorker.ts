/** A lint thread in worker_threads: bundled to dist/lintWorker.js, with the linter beside it. */
import { parentPort } from 'node:worker_threads';
import { type LintJob, serveLintJobs } from '../compliance/index';

const port = parentPort!;

serveLintJobs(
  {
    onJob: (listener) => port.on('message', (job: LintJob) => listener(job)),
    tell: (news) => port.postMessage(news),
  },
  () => performance.now(),
);
