/** Work on a file that the command line names: what is wrong with it is told with its name. */
import { asFailure } from '../worker/protocol/errors';
import { fill } from '../worker/protocol/fill';
import type { Locale } from '../worker/protocol/finding';
import { UsageError } from './usageError';

const SENTENCE = { en: '{path}: {reason}', 'zh-cn': '{path}：{reason}' } satisfies Record<Locale, string>;

/** @throws UsageError that names the file and what is wrong with it, or the one that the work throws */
export function namingFile<T>(path: string, locale: Locale, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(fill(SENTENCE[locale], { path, reason: asFailure(error, locale).message }));
  }
}
