/** `qr-code-master lint`: deployment files in, findings out. */
import { version as TOOL_VERSION } from '../../package.json';
import { reporters, rules } from '../worker/compliance/index';
import { fault } from '../worker/protocol/errors';
import { type FileFindings, severities } from '../worker/protocol/finding';
import { isOpen } from '../worker/protocol/isOpen';
import { gitIgnores } from './gitIgnores';
import type { CliIo } from './io';
import { type LintArguments, lintArguments, lintHelp } from './lintArguments';
import { baselinesOf, writeFound } from './lintBaseline';
import { type JudgedFile, lintPath } from './lintFile';
import { type Judge, lintInTime } from './lintInTime';
import { configsOf, type LintSession, leave, lintSession } from './lintSession';
import { sayLint } from './lintStrings';
import { type Listed, listFiles } from './listFiles';
import { isBaselineWrong } from './namedBaseline';
import { noteCheck } from './noteCheck';
import { tell } from './tell';
import { tellingUsage } from './usageError';

/**
 * Exit code 0: nothing at or above `--fail-on` but what a baseline has; 1: findings; 2: wrong usage,
 * something that was not judged, or a wrong configuration or baseline.
 */
export const run = (args: string[], io: CliIo, judge: Judge = lintInTime): Promise<number> =>
  tellingUsage(io, () => check(args, io, judge));

async function check(args: string[], io: CliIo, judge: Judge): Promise<number> {
  const wanted = lintArguments(args, io.locale);
  if (wanted.help) {
    io.stdout(lintHelp(io.locale));
    return 0;
  }
  if (isBaselineWrong(wanted, io)) return 2;
  const session = lintSession(wanted, io, judge);
  const files: FileFindings[] = [];
  const listed = await filesToLint(session);
  for (const path of listed.files) {
    const found = await lintPath(session, path);
    if (found) files.push(found);
  }
  for (const { file } of await judgedPictures(session, listed)) files.push(file);
  const { notJudged } = session;
  session.failed ||= notJudged.length > 0;
  if (files.length === 0 && !session.failed) tell(io, sayLint('noFiles', io.locale));
  const baselines =
    wanted.writeBaseline === undefined ? baselinesOf(session) : writeFound(session, wanted.writeBaseline, files);
  const report = reporters[wanted.format].write({
    files,
    configs: configsOf(session),
    baselines,
    notJudged,
    rules,
    locale: io.locale,
    version: TOOL_VERSION,
  });
  const textIsOut = wanted.fix !== 'none' && wanted.paths.includes('-');
  if (textIsOut) io.stderr(report);
  else io.stdout(report);
  noteCheck(session);
  return session.failed ? 2 : exitCode(files, wanted);
}

function exitCode(files: readonly FileFindings[], { failOn }: LintArguments): number {
  const limit = failOn === 'never' ? -1 : severities.indexOf(failOn);
  const counts = ({ findings }: FileFindings) =>
    findings.some((finding) => isOpen(finding) && severities.indexOf(finding.severity) <= limit);
  return files.some(counts) ? 1 : 0;
}

/** Reading pictures is loaded where there are some. */
export const judgedPictures = async (session: LintSession, { pictures }: Listed): Promise<JudgedFile[]> =>
  pictures.length > 0 ? (await import('./judgePictures')).judgePictures(session, pictures) : [];

/** What is named, and what the folders among it hold; tells what cannot be searched. */
export async function filesToLint(session: LintSession): Promise<Listed> {
  const { io, wanted, roots } = session;
  const ignores = gitIgnores(roots);
  let count = 0;
  const listed = await listFiles(wanted.paths, {
    failed: (folder, error) =>
      leave(
        session,
        folder,
        fault('folder-unreadable', { reason: (error as NodeJS.ErrnoException).code ?? String(error) }),
      ),
    isIgnored(path) {
      const isIgnored = !wanted.checkIgnored && ignores(path);
      if (isIgnored) count++;
      return isIgnored;
    },
    withPictures: wanted.pictures,
  });
  if (count > 0) tell(io, sayLint('gitIgnored', io.locale, { count }));
  return listed;
}
