/**
 * A running thread as it is seen from outside: one job at a time, and every job gets one answer, or
 * the thread exits.
 */
export interface Thread<Job, News> {
  post(job: Job, transfer?: ArrayBuffer[]): void;
  onNews(listener: (news: News) => void): void;
  /**
   * Called once when the thread has ended for whatever reason, a crash or its memory limit
   * included; with the error that it did not catch, if that is what ended it.
   */
  onExit(listener: (error?: unknown) => void): void;
  terminate(): void;
}
