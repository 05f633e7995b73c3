/**
 * Files whose names a batch or a set makes are not overwritten unasked: a file or link that is
 * there was not meant by whoever typed the command. A device or pipe loses nothing.
 */
import { statSync } from 'node:fs';
import type { Locale } from '../worker/protocol/finding';
import { say } from './encodeStrings';
import { statOf } from './replaceFile';
import { UsageError } from './usageError';

/** @throws UsageError that names the first of `files` that exists, unless `force` */
export function refuseToOverwrite(files: readonly string[], force: boolean, locale: Locale): void {
  if (force) return;
  const [first, ...others] = files.filter((file) => statOf(file) && !isStream(file));
  if (first !== undefined) throw new UsageError(say('filesExist', locale, { count: others.length + 1, first }));
}

function isStream(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}
