/** The workbook that `report --template` names: read before anything is judged, filled in afterwards. */
import { realpathSync } from 'node:fs';
import { type AssessmentReporter, fillTemplate, type SheetOutcome } from '../worker/compliance/index';
import type { Locale } from '../worker/protocol/finding';
import type { CliIo } from './io';
import { namingFile } from './namingFile';
import { readInput } from './readInput';
import { replaceFile, statOf } from './replaceFile';
import { sayReport } from './reportStrings';
import { tell } from './tell';
import { UsageError } from './usageError';
import type { WrittenReport } from './writeReport';

/** An assessor's workbook has less than one. */
const MAX_MB = 20;
/** Rows and sheets that a line names. */
const MAX_NAMED = 20;

/** @throws UsageError that names the file and what is wrong with it */
export function readTemplate(path: string, output: string, locale: Locale): Uint8Array {
  return namingFile(path, locale, () => {
    const bytes = readInput(path, MAX_MB);
    if (statOf(output) && realpathSync(output) === realpathSync(path))
      throw new UsageError(sayReport('templateItself', locale));
    return bytes;
  });
}

/**
 * Writes the filled copy, and tells what could not be matched.
 * @throws UsageError for a workbook that cannot be filled in
 */
export function writeTemplate(
  { path, bytes, output }: { path: string; bytes: Uint8Array; output: string },
  input: Parameters<AssessmentReporter['write']>[0],
  io: CliIo,
): WrittenReport[] {
  const { book, sheets, missing } = namingFile(path, io.locale, () => fillTemplate(bytes, input));
  for (const line of sheets.flatMap((outcome) => linesOf(outcome, io.locale))) tell(io, line);
  if (!book) throw new UsageError(sayReport('nothingFilled', io.locale, { path }));
  replaceFile(output, book);
  if (missing.length > 0) tell(io, sayReport('sheetsMissing', io.locale, { objects: listed(missing, io.locale) }));
  return [{ path: output, text: book }];
}

function linesOf(outcome: SheetOutcome, locale: Locale): string[] {
  const { sheet } = outcome;
  if ('objects' in outcome)
    return [sayReport('sheetSeveral', locale, { sheet, objects: listed(outcome.objects, locale) })];
  if ('problem' in outcome)
    return [sayReport(outcome.problem === 'columns' ? 'sheetColumns' : 'sheetNone', locale, { sheet })];
  const { object, filled, kept, unmatched } = outcome;
  const rows = (key: 'rowsKept' | 'rowsUnmatched', all: number[]) =>
    all.length > 0 ? [sayReport(key, locale, { sheet, rows: listed(all.map(String), locale) })] : [];
  return [
    sayReport('sheetFilled', locale, { sheet, object, filled: filled.length }),
    ...rows('rowsKept', kept),
    ...rows('rowsUnmatched', unmatched),
  ];
}

function listed(names: readonly string[], locale: Locale): string {
  const more = names.length - MAX_NAMED;
  return [...names.slice(0, MAX_NAMED), ...(more > 0 ? [`… +${more}`] : [])].join(locale === 'en' ? ', ' : '、');
}
