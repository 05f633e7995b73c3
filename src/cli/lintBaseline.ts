/** What a run of `lint` says of baselines, and the one that it writes. */
import { relative } from 'node:path';
import { version as TOOL_VERSION } from '../../package.json';
import { baselineOf, type Checked, type UsedBaseline, writeBaseline } from '../worker/compliance/index';
import { asFailure } from '../worker/protocol/errors';
import type { FileFindings } from '../worker/protocol/finding';
import { isOpen } from '../worker/protocol/isOpen';
import { visiblePath } from '../worker/text/visible';
import { contentMark } from './contentMark';
import type { LintSession } from './lintSession';
import { sayLint } from './lintStrings';
import { replaceFile } from './replaceFile';
import { tell } from './tell';
import { pathBeside, pathOf } from './workspace';

/**
 * Writes what was found, whole or not at all; it is covered from then on.
 * @returns the baseline as the report names it
 */
export function writeFound(session: LintSession, target: string, files: readonly FileFindings[]): UsedBaseline[] {
  const { io, judged, today, roots } = session;
  const found = [...judged].flatMap(([uri, { failed, profile, findings }]) =>
    failed ? [] : [{ path: pathBeside(target, uri), profile, findings }],
  );
  const baseline = baselineOf(found, today, TOOL_VERSION);
  const text = writeBaseline(baseline);
  try {
    replaceFile(target, text, roots);
  } catch (error) {
    session.failed = true;
    tell(io, asFailure(error, io.locale).message);
    return [];
  }
  const count = baseline.findings.length;
  io.note?.({ op: 'baseline', target, result: 'ok', content: contentMark(text), detail: { findings: count } });
  tell(io, sayLint('baselineWritten', io.locale, { path: visiblePath(target), count }));
  for (const finding of files.flatMap(({ findings }) => findings))
    if (isOpen(finding)) finding.baselineState = 'unchanged';
  return [{ path: relative('', target), unchanged: count, absent: 0 }];
}

/** The problems of baselines that configurations name, once. */
export function tellBaseline(session: LintSession, { baseline, profile }: Checked): void {
  if (!baseline) return;
  const { io } = session;
  const path = pathOf(baseline.uri);
  if (baseline.problem && session.isFirst(path)) {
    session.failed = true;
    tell(io, `${visiblePath(path)}: ${asFailure(baseline.problem, io.locale).message}`);
  }
  const { profiles = [profile] } = baseline.baseline ?? {};
  if (profiles.length > 0 && !profiles.includes(profile) && session.isFirst(`${path} ${profile}`))
    tell(io, sayLint('otherProfile', io.locale, { path: visiblePath(path), profile, profiles: profiles.join(', ') }));
}

/** The baselines that were used, by path; tells of those that have more than was found. */
export function baselinesOf({ io, judged }: LintSession): UsedBaseline[] {
  const used = new Map<string, UsedBaseline>();
  for (const { baseline, findings, absent } of judged.values()) {
    if (!baseline?.baseline) continue;
    const path = relative('', pathOf(baseline.uri));
    const before = used.get(path) ?? { path, unchanged: 0, absent: 0 };
    const covered = findings.filter(({ baselineState }) => baselineState === 'unchanged');
    used.set(path, {
      path,
      unchanged: before.unchanged + covered.reduce((sum, { grouped }) => sum + (grouped?.length ?? 1), 0),
      absent: before.absent + absent.reduce((sum, { count }) => sum + count, 0),
    });
  }
  const all = [...used.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, absent } of all)
    if (absent > 0) tell(io, sayLint('stale', io.locale, { path: visiblePath(path), count: absent }));
  return all;
}
