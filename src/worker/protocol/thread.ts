/**
 * A running thread as it is seen from outside: one job at a time, and every job gets one answer, or
 * the thread exits.
 */
export interface Thread<Job, News> {
  post(job: Job, transfer?: ArrayBuffer[]): void;
  onNews(listener: (news: News) => void): void;
  /**
   * Called once when the thread has ended for whatever reason, a crash or its memory limit
   * included.
   */
  onExit(listener: () => void): void;
  terminate(): void;
}
