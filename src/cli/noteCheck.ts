/** What the operation log is told of files that were judged: one line, and one a configuration. */
import type { ContentMark } from '../audit/entry';
import { severities } from '../worker/protocol/finding';
import { isOpen } from '../worker/protocol/isOpen';
import { contentMark } from './contentMark';
import type { LintSession } from './lintSession';
import { listMark } from './listMark';
import { MAX_NAMED, targetText } from './targetText';
import { pathOf } from './workspace';

/** @param report what was written, and where to; undefined: nothing, the files were only checked */
export function noteCheck(session: LintSession, report?: { output: string; content(): ContentMark }): void {
  const { io, judged, notJudged, wanted } = session;
  if (!io.note) return;
  const configs = new Map([...judged.values()].flatMap(({ config }) => (config ? [[config.uri, config.text]] : [])));
  for (const [uri, text] of configs)
    io.note({ op: 'configuration', target: pathOf(uri), result: 'ok', ms: 0, content: contentMark(text) });
  const findings = [...judged.values()].flatMap((each) => each.findings);
  const open = findings.filter(isOpen);
  const counts = severities.flatMap((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [[severity, count] as const] : [];
  });
  const suppressed = findings.filter((finding) => finding.suppressed).length;
  const unchanged = findings.length - open.length - suppressed;
  io.note({
    op: report ? 'report' : 'check',
    target: report?.output ?? wanted.paths,
    result: notJudged.length > 0 ? 'failed' : open.length > 0 ? 'findings' : 'ok',
    ms: Date.now() - session.start,
    content: report?.content() ?? contentOf(session),
    detail: {
      ...(report && { of: targetText(wanted.paths) }),
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

/** Of what was judged. */
const contentOf = ({ judged, contents }: LintSession): ContentMark =>
  listMark(
    [...judged.keys()].flatMap((path) => {
      const mark = contents.get(path);
      return mark ? [{ path, mark }] : [];
    }),
  );
