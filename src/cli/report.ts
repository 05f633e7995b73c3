/** `qr-code-master report`: deployment files in, what they show of the whole checklist out. */
import { resolve } from 'node:path';
import { version as TOOL_VERSION } from '../../package.json';
import {
  type AssessedFile,
  assess,
  attestationsOf,
  type EarlierReport,
  type HeldConfig,
  ruleSetHash,
  rules,
} from '../worker/compliance/index';
import type { Assessment } from '../worker/protocol/assessment';
import { contentMark } from './contentMark';
import { earlierReport } from './earlierReport';
import type { CliIo } from './io';
import { isFolderAt } from './isFolderAt';
import { filesToLint, judgedPictures } from './lint';
import { type JudgedFile, judgePath } from './lintFile';
import { type Judge, lintInTime } from './lintInTime';
import { configsOf, type LintSession, lintSession } from './lintSession';
import { sayLint } from './lintStrings';
import { listMark } from './listMark';
import { noteCheck } from './noteCheck';
import { refuseToOverwrite } from './refuseToOverwrite';
import { relativePath } from './relativePath';
import { type ReportArguments, reportArguments, reportHelp } from './reportArguments';
import { tell } from './tell';
import { tellChanged } from './tellChanged';
import { readTemplate, writeTemplate } from './template';
import { tellingUsage } from './usageError';
import { pathOf } from './workspace';
import { writeReport } from './writeReport';

/** Exit code 0: there is a report; 2: wrong usage, or something was not judged. */
export const run = (args: string[], io: CliIo, judge: Judge = lintInTime): Promise<number> =>
  tellingUsage(io, () => report(args, io, judge));

async function report(args: string[], io: CliIo, judge: Judge): Promise<number> {
  const wanted = reportArguments(args, io.locale);
  if (wanted.help) {
    io.stdout(reportHelp(io.locale));
    return 0;
  }
  const { output, isFolder: isMany, force } = wanted;
  if (output !== undefined && !isMany) refuseToOverwrite([output], force, io.locale);
  const earlier = wanted.compare === undefined ? undefined : earlierReport(wanted.compare, io.locale);
  const { template: path } = wanted;
  const template =
    path !== undefined && output !== undefined
      ? { path, output, bytes: readTemplate(path, output, io.locale) }
      : undefined;
  const session = sessionOf(wanted, io, judge);
  const assessment = await assessmentOf(session, wanted, earlier);
  session.failed ||= session.notJudged.length > 0;
  if (assessment.files.length === 0) tell(io, sayLint('noFiles', io.locale));
  const input = { assessment, rules, locale: io.locale, layout: wanted.layout };
  const written = template ? writeTemplate(template, input, io) : writeReport(input, wanted, io);
  noteCheck(session, {
    output: output ?? '-',
    content: () => listMark(written.map(({ path, text }) => ({ path, mark: contentMark(text) }))),
  });
  return session.failed ? 2 : 0;
}

/** All files are judged by the whole checklist. */
const sessionOf = (
  { paths, config, useConfig, checkIgnored, pictures, date }: ReportArguments,
  io: CliIo,
  judge: Judge,
) =>
  lintSession(
    {
      help: false,
      paths,
      profile: 'mlps3',
      config,
      format: 'json',
      fix: 'none',
      failOn: 'never',
      stdinName: undefined,
      group: false,
      useConfig,
      pictures,
      inlineSuppressions: true,
      checkIgnored,
      baseline: undefined,
      // What is known is not fulfilled.
      useBaseline: false,
      writeBaseline: undefined,
      today: date,
    },
    io,
    judge,
    { assessing: true },
  );

async function assessmentOf(
  session: LintSession,
  { paths, pictures }: ReportArguments,
  earlier: EarlierReport | undefined,
): Promise<Assessment> {
  // One folder that is named is the scope; else everything goes by the current one.
  const scope = paths.length === 1 && isFolderAt(paths[0]!) ? resolve(paths[0]!) : process.cwd();
  const files: AssessedFile[] = [];
  const configs: HeldConfig[] = [];
  const take = ({ path, checked, size }: JudgedFile, sha256: string) => {
    const { kind, findings, described, config } = checked;
    if (!described) return;
    if (config) configs.push(config);
    files.push({ path: relativePath(scope, path), kind: kind!, sha256, size, findings, described });
  };
  const listed = await filesToLint(session);
  const hashes = new Map<string, string>();
  for (const path of listed.files) {
    const judged = await judgePath(session, path);
    if (!judged) continue;
    const sha256 = judged.sha256();
    hashes.set(path, sha256);
    take(judged, sha256);
  }
  tellChanged(session, hashes);
  for (const judged of await judgedPictures(session, listed)) take(judged, judged.sha256());
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return assess({
    files,
    rootOf: (folder) => relativePath(scope, folder).replace(/^\.\.(?:\/\.\.)*$/, ''),
    hasPictures: pictures,
    notJudged: session.notJudged.map(({ path, reason }) => ({ path: relativePath(scope, path), reason })),
    configs: configsOf(session).map((config) => ({ ...config, path: relativePath(scope, config.path) })),
    attestations: attestationsOf(configs, (uri) => relativePath(scope, pathOf(uri)), session.today),
    rules,
    version: TOOL_VERSION,
    ruleSet: await ruleSetHash(rules),
    today: session.today,
    ...(earlier && { earlier }),
  });
}
