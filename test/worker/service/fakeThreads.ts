import { lint } from '../../../src/worker/compliance/lint';
import { type LintJob, type LintNews, serveLintJobs } from '../../../src/worker/compliance/lintThread';
import type { LintThread } from '../../../src/worker/service/lintThreads';

/**
 * Threads that are none: what is sent is cloned, one job is done after the other, none from
 * `forever` on, and of `deadly` the thread dies, as it does of a second `heavy`.
 */
export function fakeThreads() {
  const jobs: LintJob[] = [];
  const seen = { spawned: 0, terminated: 0, judged: 0, jobs };
  const spawn = (): LintThread => {
    seen.spawned++;
    let onJob = (_: LintJob) => {};
    let onNews = (_: LintNews) => {};
    let exit = () => {};
    const heavy = new Set<string>();
    const queue: LintJob[] = [];
    const work = () => {
      const [{ document } = { document: undefined }] = queue;
      if (!document || document.text.startsWith('FROM forever')) return;
      if (document.text.startsWith('FROM heavy')) heavy.add(document.uri);
      if (heavy.size > 1 || document.text.startsWith('FROM deadly')) setImmediate(() => exit());
      else onJob(queue[0]!);
    };
    const tell = (news: LintNews) =>
      void setImmediate(() => {
        onNews(structuredClone(news));
        if (news.kind === 'answer' && queue.shift()) work();
      });
    const judge = (...of: Parameters<typeof lint>) => {
      seen.judged++;
      return lint(...of);
    };
    serveLintJobs({ onJob: (listener) => (onJob = listener), tell }, () => 0, judge);
    return {
      post(job) {
        jobs.push(job);
        if (queue.push(structuredClone(job)) === 1) work();
      },
      onNews: (listener) => (onNews = listener),
      onExit: (listener) => (exit = listener),
      terminate: () => void seen.terminated++,
    };
  };
  return { spawn, seen };
}
