/** `qr-code-master lint`: deployment files in, findings out. */
import { statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { version as TOOL_VERSION } from '../../package.json';
import { configFor, expiredWaivers, type LintConfig } from '../worker/compliance/config';
import { configProblemText } from '../worker/compliance/config/problem';
import { lineAt, linesOf } from '../worker/compliance/documents/text/lines';
import { reporters } from '../worker/compliance/report/index';
import type { NotJudged, UsedConfig } from '../worker/compliance/report/reportInput';
import { rules } from '../worker/compliance/rules/index';
import { localDate } from '../worker/hosts/localDate';
import { rootFolder } from '../worker/hosts/readInside';
import { MAX_FILE_MB } from '../worker/protocol/deploymentFiles';
import { asFailure, fault } from '../worker/protocol/errors';
import { type FileFindings, severities } from '../worker/protocol/finding';
import { decodeText, type FileText } from '../worker/text/decodeText';
import { visiblePath } from '../worker/text/visible';
import { fixBytes } from './fixBytes';
import type { CliIo } from './io';
import { type LintArguments, lintArguments, lintHelp } from './lintArguments';
import { type Judge, lintInTime } from './lintInTime';
import { sayLint } from './lintStrings';
import { readInput } from './readInput';
import { replaceFile } from './replaceFile';
import { tell } from './tell';
import { tellingUsage } from './usageError';
import {
  type Configs,
  configs,
  deploymentFiles,
  type FoundConfig,
  gitIgnores,
  nodeFiles,
  pathBeside,
} from './workspace';

/**
 * Exit code 0: nothing at or above `--fail-on`; 1: findings; 2: wrong usage, something that was not
 * judged, or a wrong configuration.
 */
export const run = (args: string[], io: CliIo, judge: Judge = lintInTime): Promise<number> =>
  tellingUsage(io, () => check(args, io, judge));

async function check(args: string[], io: CliIo, judge: Judge): Promise<number> {
  const wanted = lintArguments(args, io.locale);
  if (wanted.help) {
    io.stdout(lintHelp(io.locale));
    return 0;
  }
  const today = localDate();
  const roots = wanted.paths.map(rootOf);
  const session: Session = {
    io,
    judge,
    wanted,
    roots,
    configs: configs(roots),
    told: new Set(),
    ignored: new Map(),
    failed: false,
    notJudged: [],
    today,
  };
  const files: FileFindings[] = [];
  for (const path of listFiles(session)) {
    const found = await lintPath(session, path);
    if (found) files.push(found);
  }
  const { notJudged } = session;
  session.failed ||= notJudged.length > 0;
  if (files.length === 0 && !session.failed) tell(io, sayLint('noFiles', io.locale));
  const textIsOut = wanted.fix !== 'none' && wanted.paths.includes('-');
  const report = reporters[wanted.format].write({
    files,
    configs: configsOf(session),
    notJudged,
    rules,
    locale: io.locale,
    version: TOOL_VERSION,
  });
  if (textIsOut) io.stderr(report);
  else io.stdout(report);
  if (session.failed) return 2;
  const limit = wanted.failOn === 'never' ? -1 : severities.indexOf(wanted.failOn);
  return files.some((f) => f.findings.some((x) => !x.suppressed && severities.indexOf(x.severity) <= limit)) ? 1 : 0;
}

interface Session {
  io: CliIo;
  judge: Judge;
  wanted: LintArguments;
  /** What lies in none of these folders is not read beside a file. */
  roots: string[];
  configs: Configs;
  /** Configurations whose problems were told. */
  told: Set<string>;
  /** Configurations that were used, with how many files each left out. */
  ignored: Map<string, number>;
  failed: boolean;
  notJudged: NotJudged[];
  /** ISO date. */
  today: string;
}

/** In name order, from the current folder. */
const configsOf = ({ ignored }: Session): UsedConfig[] =>
  [...ignored]
    .map(([path, count]) => ({ path: relative('', path), ignored: count }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

function isFolder(path: string): boolean {
  try {
    return path !== '-' && statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const rootOf = (path: string): string => rootFolder(isFolder(path) ? path : dirname(resolve(path)));

/** What was to be judged and was not: told, reported, and the reason for exit code 2. */
const leave = (session: Session, path: string, error: unknown): void =>
  leaveFor(session, path, asFailure(error, session.io.locale).message);

function leaveFor({ io, notJudged }: Session, path: string, reason: string): void {
  notJudged.push({ path, reason });
  tell(io, `${visiblePath(path)}: ${reason}`);
}

/** A path that does not exist stays in the list and fails when it is read. */
function listFiles(session: Session): string[] {
  const unreadable = (folder: string, error: unknown) =>
    leave(
      session,
      folder,
      fault('folder-unreadable', { reason: (error as NodeJS.ErrnoException).code ?? String(error) }),
    );
  const { paths, checkIgnored } = session.wanted;
  const ignores = gitIgnores(session.roots);
  let ignored = 0;
  const leavesOut = (path: string) => {
    const leaves = !checkIgnored && ignores(path);
    if (leaves) ignored++;
    return leaves;
  };
  const found = paths.flatMap((path) => (isFolder(path) ? deploymentFiles(path, unreadable, leavesOut) : [path]));
  if (ignored > 0) tell(session.io, sayLint('gitIgnored', session.io.locale, { count: ignored }));
  return found;
}

async function lintPath(session: Session, path: string): Promise<FileFindings | undefined> {
  const { io, wanted } = session;
  const name = path === '-' ? (wanted.stdinName ?? 'stdin') : path;
  const bytes = await readBytes(session, path);
  if (bytes === undefined) return undefined;
  const config = await configOf(session, name);
  if (config === 'ignored') return undefined;
  const context = {
    files: nodeFiles(session.roots),
    folder: isAbsolute(name) ? (session.roots.find((root) => name.startsWith(`${root}/`)) ?? rootOf(name)) : undefined,
    config: { ...config, profile: wanted.profile ?? config?.profile },
    locale: io.locale,
    // Who writes a configuration means to be judged by the whole checklist.
    profile: config ? 'mlps3' : 'recommended',
    today: session.today,
    group: wanted.group && 'grouped' in reporters[wanted.format],
    inlineSuppressions: wanted.inlineSuppressions,
  } as const;
  const judge = ({ text, encoding }: FileText) =>
    session.judge({ uri: name, text, undecoded: encoding === 'unknown' }, context);
  const file = decodeText(bytes);
  let result = judge(file);
  if (!result.kind) {
    // Found by its name in a folder: its text shows that it is something else.
    if (!wanted.paths.includes(path)) return undefined;
    session.failed = true;
    tell(io, sayLint('unknownKind', io.locale, { path: visiblePath(name) }));
    return undefined;
  }
  if (file.encoding === 'unknown') tell(io, sayLint('undecoded', io.locale, { path: visiblePath(name) }));
  if (wanted.fix !== 'none') {
    const fixed = result.failed ? { bytes, count: 0, result } : fixBytes(bytes, judge, wanted.fix === 'all');
    if (path === '-') io.stdout(fixed.bytes);
    if (path === '-' || writeFixed(session, path, fixed)) result = fixed.result;
  }
  if (result.failed) leaveFor(session, name, result.failed.message);
  return { path: name, kind: result.kind!, findings: result.findings };
}

/** Whether the file is now as fixed. */
function writeFixed(session: Session, path: string, { bytes, count }: { bytes: Uint8Array; count: number }): boolean {
  const { io, roots } = session;
  if (count === 0) return true;
  try {
    replaceFile(path, bytes, roots);
  } catch (error) {
    session.failed = true;
    tell(io, asFailure(error, io.locale).message);
    return false;
  }
  tell(io, sayLint(count === 1 ? 'fixedOne' : 'fixed', io.locale, { path: visiblePath(path), count }));
  return true;
}

async function readBytes(session: Session, path: string): Promise<Uint8Array | undefined> {
  try {
    return path === '-' ? await session.io.stdin() : readInput(path, MAX_FILE_MB);
  } catch (error) {
    leave(session, path, error);
    return undefined;
  }
}

async function configOf(session: Session, path: string): Promise<LintConfig | 'ignored' | undefined> {
  const { wanted, io } = session;
  const isFirst = (config: string) => !session.told.has(config) && session.told.add(config) !== undefined;
  if (wanted.config !== undefined) {
    const found = session.configs.named(wanted.config);
    if (found) return heed(session, path, found, pathBeside(found, path), isFirst(found.path));
    if (isFirst(wanted.config)) leave(session, wanted.config, fault('file-unreadable', { reason: 'ENOENT' }));
    return undefined;
  }
  const nearest = wanted.useConfig ? await session.configs.nearest(path) : undefined;
  if (nearest && 'foreign' in nearest) {
    if (isFirst(nearest.foreign)) tell(io, sayLint('foreignConfig', io.locale, { path: visiblePath(nearest.foreign) }));
    return undefined;
  }
  return nearest && heed(session, path, nearest.found, nearest.inside, isFirst(nearest.found.path));
}

/** What a configuration says of a file; its problems are told once. */
function heed(
  session: Session,
  path: string,
  found: FoundConfig,
  inside: string,
  isFirst: boolean,
): LintConfig | 'ignored' {
  const { wanted, io } = session;
  if (isFirst) {
    session.failed ||= found.problems.length > 0;
    const lines = linesOf(found.text);
    for (const problem of [...found.problems, ...expiredWaivers(found.config, session.today)]) {
      const line = lineAt(lines, problem.place.start) + 1;
      tell(io, `${visiblePath(found.path)}:${line}: ${configProblemText(problem, io.locale)}`);
    }
  }
  const config = configFor(found.config, inside);
  session.ignored.set(found.path, (session.ignored.get(found.path) ?? 0) + (config ? 0 : 1));
  if (!config && wanted.paths.includes(path))
    tell(io, sayLint('ignored', io.locale, { path: visiblePath(path), config: visiblePath(found.path) }));
  return config ?? 'ignored';
}
