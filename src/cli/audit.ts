/** `qr-code-master audit`: proves the operation log, and writes it for other programs. */
import { resolve } from 'node:path';
import { detailText } from '../audit/export/detailText';
import { type ExportWanted, exportLog } from '../audit/exportLog';
import { exportToFile } from '../audit/exportToFile';
import { filesOfLog } from '../audit/filesOfLog';
import { logPlace } from '../audit/logPlace';
import { problemText } from '../audit/problemText';
import { type Verified, verifyLog } from '../audit/verifyLog';
import type { Locale } from '../worker/protocol/finding';
import { inertJson } from '../worker/text/inertJson';
import { visiblePath } from '../worker/text/visible';
import { type AuditArguments, auditArguments, auditHelp } from './auditArguments';
import { sayAudit } from './auditStrings';
import type { CliIo } from './io';
import { notedExport } from './notedExport';
import { refuseToOverwrite } from './refuseToOverwrite';
import { tell } from './tell';
import { unwritable } from './unwritable';
import { tellingUsage, UsageError } from './usageError';

/** Exit code 0; 1 for a log that is not whole; 2 for wrong usage or where there is no log. */
export const run = (args: string[], io: CliIo): Promise<number> =>
  tellingUsage(io, () => audit(auditArguments(args, io.locale), io));

function audit(wanted: AuditArguments, io: CliIo): number {
  if (wanted.action === 'help') {
    io.stdout(auditHelp(io.locale));
    return 0;
  }
  const folder = resolve(wanted.folder ?? logPlace(process.env).folder);
  if (wanted.action === 'path') {
    io.stdout(`${folder}\n`);
    return 0;
  }
  return wanted.action === 'verify' ? verify(folder, wanted, io) : exportTo(folder, wanted, io);
}

function verify(folder: string, { anchors, format }: Extract<AuditArguments, { action: 'verify' }>, io: CliIo): number {
  const verified = inLog(folder, io.locale, () => verifyLog(folder, anchors));
  if (format === 'json') io.stdout(`${inertJson(JSON.stringify({ folder, ...verified }, null, 2))}\n`);
  else io.stdout(verifiedText(verified, io.locale));
  return verified.problemCount > 0 ? 1 : 0;
}

function verifiedText(verified: Verified, locale: Locale): string {
  const { entries, files, first, last, problems, problemCount, notes, noteCount } = verified;
  const say = (sentence: Parameters<typeof sayAudit>[0], data: Parameters<typeof sayAudit>[2]) =>
    sayAudit(sentence, locale, data);
  const more = (all: number, listed: readonly unknown[]) =>
    all > listed.length ? [`  ${say('more', { count: all - listed.length })}`] : [];
  const span = { first: first?.seq ?? 0, last: last?.seq ?? 0, from: first?.time ?? '', to: last?.time ?? '' };
  return [
    problemCount === 0
      ? say('intact', { entries, files, ...span })
      : say('broken', { count: problemCount, entries, files }),
    ...problems.map((problem) => `  ${problemText(problem, locale)}`),
    ...more(problemCount, problems),
    ...(notes.length > 0 ? [say('noteHead', {})] : []),
    ...notes.map(({ event, detail: { event: _, ...detail }, ...note }) => {
      const data = { ...note, event, detail: visiblePath(detailText(detail)) };
      return `  ${say('note', data)}`;
    }),
    ...more(noteCount, notes),
    ...(last ? [say('head', { anchor: `${last.seq}:${last.sha256}` })] : []),
    '',
  ].join('\n');
}

function exportTo(
  folder: string,
  { output, force, ...wanted }: Extract<AuditArguments, { action: 'export' }>,
  io: CliIo,
): number {
  if (output !== undefined) refuseToOverwrite([output], force, io.locale);
  inLog(folder, io.locale, () => filesOfLog(folder));
  const { entries, skipped } = notedExport<ReturnType<typeof exportLog>>(
    io,
    output ?? '-',
    (made) => ({ format: wanted.format, ...(made && { entries: made.entries }) }),
    () => (output === undefined ? exportLog(folder, wanted, io.stdout) : written(folder, wanted, output)),
  );
  if (output !== undefined) tell(io, sayAudit('exported', io.locale, { entries }));
  if (skipped > 0) tell(io, sayAudit('skipped', io.locale, { count: skipped }));
  return 0;
}

function written(folder: string, wanted: ExportWanted, output: string) {
  try {
    return exportToFile(folder, wanted, output);
  } catch (error) {
    return unwritable(output)(error as Error);
  }
}

function inLog<T>(folder: string, locale: Locale, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EACCES') throw error;
    throw new UsageError(sayAudit('noLog', locale, { folder: visiblePath(folder), reason: code }));
  }
}
