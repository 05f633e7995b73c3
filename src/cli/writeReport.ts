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

/** What was written, and where: `-` is the standard output. */
export interface WrittenReport {
  path: string;
  text: string | Uint8Array;
}

/** @throws UsageError for files that exist; fault file-unwritable, link-outside */
export function writeReport(
  input: Input,
  { format, output, isFolder, force }: Pick<ReportArguments, 'format' | 'output' | 'isFolder' | 'force'>,
  io: CliIo,
): WrittenReport[] {
  const { write, files }: AssessmentReporter = assessmentReporters[format];
  if (output !== undefined && isFolder && files) return writeAll(files(input), output, force, io);
  const text = write(input);
  if (output === undefined) io.stdout(text);
  else replaceFile(output, text);
  return [{ path: output ?? '-', text }];
}

/** All of them or none, also where they replace others: but for a rename that fails at the end. */
function writeAll(files: readonly ReportFile[], folder: string, force: boolean, io: CliIo): WrittenReport[] {
  const paths = files.map(({ path }) => join(folder, path));
  refuseToOverwrite(paths, force, io.locale);
  replaceFiles(folder, files);
  tell(io, sayReport('filesMade', io.locale, { count: files.length, folder: visiblePath(folder) }));
  return files.map(({ text }, i) => ({ path: paths[i]!, text }));
}
