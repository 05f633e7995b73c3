/** The earlier report that `report --compare` names. */
import { type EarlierReport, MAX_REPORT_MB, readEarlierReport } from '../worker/compliance/index';
import type { Locale } from '../worker/protocol/finding';
import { decodeText } from '../worker/text/decodeText';
import { namingFile } from './namingFile';
import { readInput } from './readInput';

/** @throws UsageError that names the file and what is wrong with it */
export const earlierReport = (path: string, locale: Locale): EarlierReport =>
  namingFile(path, locale, () => readEarlierReport(decodeText(readInput(path, MAX_REPORT_MB)).text));
