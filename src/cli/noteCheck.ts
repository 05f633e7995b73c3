/** What the operation log is told of files that were judged: one line, and one a configuration. */
import type { ContentMark, Operation } from '../audit/entry';
import { severities } from '../worker/protocol/finding';
import { isOpen } from '../worker/protocol/isOpen';
import { contentMark } from './contentMark';
import type { LintSession } from './lintSession';
import { pathOf } from './workspace';

/** Targets that are named; the others are counted. */
const MAX_NAMED = 5;

/** @param output where a report was written to; undefined: the standard output */
export function noteCheck(session: LintSession, op: Extract<Operation, 'check' | 'report'>, output?: string): void {
  const { io, judged, notJudged, wanted } = session;
  if (!io.note) return;
  const configs = new Map([...judged.values()].flatMap(({ config }) => (config ? [[config.uri, config.text]] : [])));
  for (const [uri, text] of configs)
    io.note({ op: 'configuration', target: pathOf(uri), result: 'ok', content: contentMark(text) });
  const findings = [...judged.values()].flatMap((each) => each.findings);
  const open = findings.filter(isOpen);
  const counts = severities.flatMap((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [[severity, count] as const] : [];
  });
  const suppressed = findings.filter((finding) => finding.suppressed).length;
  const unchanged = findings.length - open.length - suppressed;
  const checked = wanted.paths.slice(0, MAX_NAMED).join(' ');
  io.note({
    op,
    target: op === 'report' ? (output ?? '-') : checked,
    result: notJudged.length > 0 ? 'failed' : open.length > 0 ? 'findings' : 'ok',
    content: contentOf(session),
    detail: {
      ...(op === 'report' && { of: checked }),
      ...(wanted.paths.length > MAX_NAMED && { paths: wanted.paths.length }),
      files: judged.size,
      ...(wanted.profile && { profile: wanted.profile }),
      ...Object.fromEntries(counts),
      ...(suppressed > 0 && { suppressed }),
      ...(unchanged > 0 && { inBaseline: unchanged }),
      ...(notJudged.length > 0 && { notJudged: notJudged.length }),
    },
  });
}

/**
 * Of one file its own; of several that of their list, as `sha256sum` would print it, without those
 * that hold secrets.
 */
function contentOf({ judged, contents }: LintSession): ContentMark {
  const marks = [...judged.keys()].sort().flatMap((path) => {
    const mark = contents.get(path) ?? contents.get('-');
    return mark ? [{ path, mark }] : [];
  });
  if (marks.length === 1) return marks[0]!.mark;
  const list = marks.flatMap(({ path, mark }) => (mark.sha256 ? `${mark.sha256}  ${path}\n` : [])).join('');
  return {
    ...contentMark(list, list === '' && marks.length > 0),
    bytes: marks.reduce((sum, { mark }) => sum + mark.bytes, 0),
  };
}
