/** The earlier report that `report --compare` names. */
import { type EarlierReport, MAX_REPORT_MB, readEarlierReport } from '../worker/compliance/index';
import { asFailure } from '../worker/protocol/errors';
import type { Locale } from '../worker/protocol/finding';
import { decodeText } from '../worker/text/decodeText';
import { readInput } from './readInput';
import { sayReport } from './reportStrings';
import { UsageError } from './usageError';

/** @throws UsageError that names the file and what is wrong with it */
export function earlierReport(path: string, locale: Locale): EarlierReport {
  try {
    return readEarlierReport(decodeText(readInput(path, MAX_REPORT_MB)).text);
  } catch (error) {
    throw new UsageError(sayReport('namedFile', locale, { path, reason: asFailure(error, locale).message }));
  }
}
