/** Files whose names a batch or a set makes are not written over unasked: a file that is there was not meant by whoever typed the command. */
import { existsSync } from 'node:fs';
import type { Locale } from '../worker/protocol/finding';
import { say } from './encodeStrings';
import { UsageError } from './usageError';

/** @throws UsageError that names the first of `files` that exists, unless `force` */
export function refuseToOverwrite(files: readonly string[], force: boolean, locale: Locale): void {
  if (force) return;
  const [first, ...others] = files.filter((file) => existsSync(file));
  if (first !== undefined) throw new UsageError(say('filesExist', locale, { count: others.length + 1, first }));
}
