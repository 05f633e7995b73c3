/** `qr-code-master lint`: deployment files in, findings out. */
import { statSync } from 'node:fs';
import { version as TOOL_VERSION } from '../../package.json';
import { configFor, expiredWaivers, type LintConfig } from '../worker/compliance/config';
import { configProblemText } from '../worker/compliance/config/problem';
import { lineAt, linesOf } from '../worker/compliance/documents/lines';
import { lint } from '../worker/compliance/lint';
import { githubReport } from '../worker/compliance/report/github';
import { htmlReport } from '../worker/compliance/report/html';
import { jsonReport } from '../worker/compliance/report/json';
import { junitReport } from '../worker/compliance/report/junit';
import { markdownReport } from '../worker/compliance/report/markdown';
import { sarifReport } from '../worker/compliance/report/sarif';
import { textReport } from '../worker/compliance/report/text';
import { rules } from '../worker/compliance/rules/index';
import { readRegularFile } from '../worker/hosts/readRegularFile';
import { asFailure } from '../worker/protocol/errors';
import type { FileFindings, Severity } from '../worker/protocol/finding';
import { decodeText, type FileText } from '../worker/text/decodeText';
import { fixBytes } from './fixBytes';
import type { CliIo } from './io';
import { type LintArguments, lintArguments } from './lintArguments';
import { lintHelp, sayLint, unreadable } from './lintStrings';
import { replaceFile } from './replaceFile';
import { UsageError } from './usageError';
import { deploymentFiles, type FoundConfig, loadConfig, MAX_FILE_BYTES, nearestConfig, nodeFiles, pathBeside } from './workspace';

const lintReports = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  markdown: markdownReport,
  html: htmlReport,
  github: githubReport,
};
const SEVERITIES: Severity[] = ['error', 'warning', 'info', 'hint'];

/** Exit code 0: nothing at or above `--fail-on`; 1: findings; 2: wrong usage, unreadable input or configuration. */
export async function run(args: string[], io: CliIo): Promise<number> {
  let wanted: LintArguments;
  try {
    wanted = lintArguments(args, io.locale);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`${error.message}\n`);
    return 2;
  }
  if (wanted.help) {
    io.stdout(lintHelp[io.locale]);
    return 0;
  }
  const session: Session = { io, wanted, configs: new Map(), told: new Set(), failed: false, today: new Date().toISOString().slice(0, 10) };
  const files: FileFindings[] = [];
  for (const path of listFiles(session)) {
    const found = await lintPath(session, path);
    if (found) files.push(found);
  }
  if (files.length === 0 && !session.failed) io.stderr(`${sayLint('noFiles', io.locale)}\n`);
  const textIsOut = wanted.fix !== 'none' && wanted.paths.includes('-');
  const report = lintReports[wanted.format]({ files, rules, locale: io.locale, version: TOOL_VERSION });
  if (textIsOut) io.stderr(report);
  else io.stdout(report);
  if (session.failed) return 2;
  const limit = wanted.failOn === 'never' ? -1 : SEVERITIES.indexOf(wanted.failOn);
  return files.some((f) => f.findings.some((x) => !x.suppressed && SEVERITIES.indexOf(x.severity) <= limit)) ? 1 : 0;
}

interface Session {
  io: CliIo;
  wanted: LintArguments;
  configs: Map<string, FoundConfig | undefined>;
  /** Configurations whose problems were told. */
  told: Set<string>;
  failed: boolean;
  /** ISO date. */
  today: string;
}

/** A path that does not exist stays in the list and fails when it is read. */
function listFiles({ wanted }: Session): string[] {
  return wanted.paths.flatMap((path) =>
    path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() ? deploymentFiles(path) : [path],
  );
}

async function lintPath(session: Session, path: string): Promise<FileFindings | undefined> {
  const { io, wanted } = session;
  const name = path === '-' ? (wanted.stdinName ?? 'stdin') : path;
  const bytes = await readBytes(session, path);
  if (bytes === undefined) return undefined;
  const config = configOf(session, name);
  if (config === 'ignored') return undefined;
  const context = {
    files: nodeFiles,
    config: { ...config, profile: wanted.profile ?? config?.profile },
    locale: io.locale,
    // Who writes a configuration means to be judged by the whole checklist.
    profile: config ? 'mlps3' : 'recommended',
    today: session.today,
    group: wanted.group && wanted.format === 'text',
  } as const;
  const judge = ({ text, encoding }: FileText) => lint({ uri: name, text, undecoded: encoding === 'unknown' }, context);
  const file = decodeText(bytes);
  let result = judge(file);
  if (!result.kind) {
    session.failed = true;
    io.stderr(`${sayLint('unknownKind', io.locale, { path: name })}\n`);
    return undefined;
  }
  if (file.encoding === 'unknown') io.stderr(`${sayLint('undecoded', io.locale, { path: name })}\n`);
  if (wanted.fix !== 'none') {
    const fixed = fixBytes(bytes, judge, wanted.fix === 'all');
    if (path === '-') io.stdout(fixed.bytes);
    if (path === '-' || writeFixed(session, path, fixed)) result = fixed.result;
  }
  return { path: name, kind: result.kind!, findings: result.findings };
}

/** Whether the file is now as fixed. */
function writeFixed(session: Session, path: string, { bytes, count }: { bytes: Uint8Array; count: number }): boolean {
  const { io } = session;
  if (count === 0) return true;
  try {
    replaceFile(path, bytes);
  } catch (error) {
    session.failed = true;
    io.stderr(`${asFailure(error, io.locale).message}\n`);
    return false;
  }
  io.stderr(`${sayLint('fixed', io.locale, { path, count })}\n`);
  return true;
}

async function readBytes(session: Session, path: string): Promise<Uint8Array | undefined> {
  try {
    return path === '-' ? await session.io.stdin() : readRegularFile(path, MAX_FILE_BYTES);
  } catch (error) {
    session.failed = true;
    session.io.stderr(`${unreadable(path, error, session.io.locale)}\n`);
    return undefined;
  }
}

function configOf(session: Session, path: string): LintConfig | 'ignored' | undefined {
  const { wanted, io } = session;
  const found = wanted.config ? loadConfig(wanted.config) : nearestConfig(path, session.configs);
  if (!found) {
    if (wanted.config && !session.told.has(wanted.config)) {
      session.told.add(wanted.config);
      session.failed = true;
      io.stderr(`${sayLint('unreadable', io.locale, { path: wanted.config, reason: 'ENOENT' })}\n`);
    }
    return undefined;
  }
  if (!session.told.has(found.path)) {
    session.told.add(found.path);
    session.failed ||= found.problems.length > 0;
    const lines = linesOf(found.text);
    for (const problem of [...found.problems, ...expiredWaivers(found.config, session.today)]) {
      const line = lineAt(lines, problem.place.start) + 1;
      io.stderr(`${sayLint('configProblem', io.locale, { path: found.path, line, message: configProblemText(problem, io.locale) })}\n`);
    }
  }
  return configFor(found.config, pathBeside(found, path)) ?? 'ignored';
}
