/** Writes a report: to the standard output, to a file, or a file for each thing below a folder. */
import { join } from 'node:path';
import { type AssessmentReporter, assessmentReporters, type ReportFile } from '../worker/compliance/index';
import { visiblePath } from '../worker/text/visible';
import type { CliIo } from './io';
import { refuseToOverwrite } from './refuseToOverwrite';
import { replaceFile } from './replaceFile';
import type { ReportArguments } from './reportArguments';
import { sayReport } from './reportStrings';
import { tell } from './tell';
import { replaceFiles } from './writeFiles';

type Input = Parameters<AssessmentReporter['write']>[0];

/** @throws UsageError for files that exist; fault file-unwritable, link-outside */
export function writeReport(
  input: Input,
  { format, output, isFolder, force }: Pick<ReportArguments, 'format' | 'output' | 'isFolder' | 'force'>,
  io: CliIo,
): void {
  const { write, files }: AssessmentReporter = assessmentReporters[format];
  if (output === undefined) io.stdout(write(input));
  else if (isFolder && files) writeAll(files(input), output, force, io);
  else replaceFile(output, write(input));
}

/** All of them or none, also where they replace others: but for a rename that fails at the end. */
function writeAll(files: readonly ReportFile[], folder: string, force: boolean, io: CliIo): void {
  const paths = files.map(({ path }) => join(folder, path));
  refuseToOverwrite(paths, force, io.locale);
  replaceFiles(folder, files);
  tell(io, sayReport('filesMade', io.locale, { count: files.length, folder: visiblePath(folder) }));
}
