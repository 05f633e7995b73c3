/** One file of `lint`: read, judged, fixed where that is asked for. */
import type { ContentMark } from '../audit/entry';
import { sha256Hex } from '../audit/sha256Hex';
import { type Checked, configProblemText, type Fixed, lineAt, linesOf, untimely } from '../worker/compliance/index';
import { MAX_FILE_MB } from '../worker/protocol/deploymentFiles';
import { asFailure } from '../worker/protocol/errors';
import { type Kind, kindRow } from '../worker/protocol/fileKinds';
import type { FileFindings } from '../worker/protocol/finding';
import { visiblePath } from '../worker/text/visible';
import { contentMark } from './contentMark';
import { tellBaseline } from './lintBaseline';
import { type LintSession, leave, leaveFor } from './lintSession';
import { sayLint } from './lintStrings';
import { readInput } from './readInput';
import { replaceFile } from './replaceFile';
import { tell } from './tell';
import { pathOf } from './workspace';

/** A file that was judged as it is. */
export interface JudgedFile {
  path: string;
  file: FileFindings;
  checked: Checked;
  /** Bytes. */
  size: number;
  /** Of its bytes, hexadecimal. */
  sha256(): string;
}

/** @param path `-` is the standard input; undefined: it was not judged */
export async function judgePath(session: LintSession, path: string): Promise<JudgedFile | undefined> {
  const { wanted, checker } = session;
  const uri = path === '-' ? (wanted.stdinName ?? 'stdin') : path;
  const bytes = await readBytes(session, path);
  if (bytes === undefined) return undefined;
  const checked = await checker.check({ uri, bytes });
  if (session.io.note) session.contents.set(uri, markOf(bytes, checked.kind));
  const file = told(session, uri, wanted.paths.includes(path), checked);
  return file && { path, file, checked, size: bytes.length, sha256: () => sha256Hex(bytes) };
}

/** @param path `-` is the standard input; undefined: it was not judged */
export async function lintPath(session: LintSession, path: string): Promise<FileFindings | undefined> {
  const { io, wanted, checker } = session;
  if (wanted.fix === 'none') return (await judgePath(session, path))?.file;
  const uri = path === '-' ? (wanted.stdinName ?? 'stdin') : path;
  const bytes = await readBytes(session, path);
  if (bytes === undefined) return undefined;
  const isNamed = wanted.paths.includes(path);
  const fixed = await checker.fixAll({ uri, bytes }, { unsafe: wanted.fix === 'all' });
  if (io.note) session.contents.set(uri, markOf(bytes, fixed.before.kind));
  if (path === '-') io.stdout(fixed.bytes);
  const before = told(session, uri, isNamed, fixed.before);
  if (!before || (path !== '-' && !writeFixed(session, path, fixed))) return before;
  const { failed, findings, absent } = fixed.after;
  if (failed && failed !== fixed.before.failed) leaveFor(session, uri, failed.message);
  session.judged.set(uri, fixed.after);
  return { ...before, findings, absent };
}

/** Tells what there is to tell of how a file was judged; undefined: it was not. */
export function told(session: LintSession, uri: string, isNamed: boolean, checked: Checked): FileFindings | undefined {
  const { io } = session;
  tellConfig(session, uri, isNamed, checked);
  if (checked.isLeftOut) return undefined;
  if (!checked.kind) {
    // Found by its name in a folder: its text shows that it is something else.
    if (!isNamed) return undefined;
    session.failed = true;
    tell(io, sayLint('unknownKind', io.locale, { path: visiblePath(uri) }));
    return undefined;
  }
  if (checked.undecoded) tell(io, sayLint('undecoded', io.locale, { path: visiblePath(uri) }));
  if (checked.failed) leaveFor(session, uri, checked.failed.message);
  tellBaseline(session, checked);
  session.judged.set(uri, checked);
  const { kind, findings, absent } = checked;
  return { path: uri, kind, findings, absent };
}

/** The problems of a configuration are told once. */
function tellConfig(session: LintSession, uri: string, isNamed: boolean, { config: found, isLeftOut }: Checked): void {
  if (!found) return;
  const { io, held, today } = session;
  const path = pathOf(found.uri);
  if (session.isFirst(path)) {
    session.failed ||= found.problems.length > 0;
    const lines = linesOf(found.text);
    for (const problem of [...found.problems, ...untimely(found.config, today)]) {
      const line = lineAt(lines, problem.place.start) + 1;
      tell(io, `${visiblePath(path)}:${line}: ${configProblemText(problem, io.locale)}`);
    }
  }
  held.push({ config: found, isLeftOut });
  if (isLeftOut && isNamed)
    tell(io, sayLint('ignored', io.locale, { path: visiblePath(uri), config: visiblePath(path) }));
}

/** Whether the file is now as fixed. */
function writeFixed(session: LintSession, path: string, fixed: Fixed): boolean {
  const { io, roots } = session;
  const { bytes, count, before } = fixed;
  if (count === 0) return true;
  try {
    replaceFile(path, bytes, roots);
  } catch (error) {
    session.failed = true;
    tell(io, asFailure(error, io.locale).message);
    return false;
  }
  io.note?.({ op: 'fix', target: path, result: 'ok', content: markOf(bytes, before.kind), detail: { fixes: count } });
  tell(io, sayLint(count === 1 ? 'fixedOne' : 'fixed', io.locale, { path: visiblePath(path), count }));
  return true;
}

/** What is kept out of git on purpose holds secrets. */
const markOf = (bytes: Uint8Array, kind: Kind | undefined): ContentMark =>
  contentMark(bytes, kind !== undefined && kindRow(kind).isKeptFromGit);

async function readBytes(session: LintSession, path: string): Promise<Uint8Array | undefined> {
  try {
    return path === '-' ? await session.io.stdin() : readInput(path, MAX_FILE_MB);
  } catch (error) {
    leave(session, path, error);
    return undefined;
  }
}
