/**
 * What a thread was told of other files, and by which of its jobs: jobs are done in the order in
 * which they are posted, and those before it were done without.
 */
import { contentAt, type KnownFile, type WorkspaceFiles } from '../compliance/index';

/** Addresses of folders have a slash behind them. */
export interface ToldFiles {
  /**
   * What of these addresses the thread does not know as it is; told by this job from now on. Jobs
   * are numbered upwards.
   */
  newsFor(job: number, addresses: Iterable<string>, files: WorkspaceFiles): Map<string, KnownFile>;
  /** Whether a job was done with all of these as they are now. */
  isCurrent(job: number, addresses: Iterable<string>, files: WorkspaceFiles): boolean;
}

const UNTOLD: KnownFile = { content: undefined, isEditable: true };

export function toldFiles(): ToldFiles {
  const told = new Map<string, KnownFile & { job: number }>();
  /** As it is, where that is not what was told. */
  const newsOf = (address: string, files: WorkspaceFiles): KnownFile | undefined => {
    const content = contentAt(files, address);
    const isEditable = typeof content !== 'string' || (files.isEditable?.(address) ?? true);
    const before = told.get(address) ?? UNTOLD;
    return before.content === content && before.isEditable === isEditable ? undefined : { content, isEditable };
  };
  return {
    newsFor(job, addresses, files) {
      const news = new Map<string, KnownFile>();
      for (const address of addresses) {
        const file = newsOf(address, files);
        if (!file) continue;
        news.set(address, file);
        told.set(address, { ...file, job });
      }
      return news;
    },
    isCurrent: (job, addresses, files) =>
      [...addresses].every((address) => !newsOf(address, files) && (told.get(address)?.job ?? 0) <= job),
  };
}
