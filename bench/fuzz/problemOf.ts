/**
 * What is wrong with our answer for a text: an exception, more than a second, a range outside the
 * document, an edit that cannot be made.
 */
import { CONFIG_NAMES } from '../../src/worker/compliance/config';
import { lineAt, linesOf, offsetAt } from '../../src/worker/compliance/documents/text/lines';
import type { LintContext } from '../../src/worker/compliance/lintContext';
import type { Kind } from '../../src/worker/protocol/fileKinds';
import type { Fix, Position } from '../../src/worker/protocol/finding';
import { configFor, kindOf, lint, readConfig } from '../shippedLinter';

export const SLOW_MS = 1000;
export type FuzzKind = Kind | 'config';

/** Undefined when nothing is wrong. */
export function problemOf(
  kind: FuzzKind,
  uri: string,
  text: string,
  context: Pick<LintContext, 'group' | 'profile'>,
): string | undefined {
  try {
    const judge = kind === 'config' ? () => problemOfConfig(text) : () => problemOfFindings(kind, uri, text, context);
    const start = performance.now();
    const problem = judge();
    return problem ?? (performance.now() - start > SLOW_MS && isSlow(judge) ? 'slow' : undefined);
  } catch (error) {
    return `exception: ${(error as Error).stack?.split('\n').slice(0, 3).join(' ') ?? error}`;
  }
}

/**
 * Another process may have had the processor: only its own time counts, and only when it is as much
 * again.
 */
function isSlow(judge: () => unknown): boolean {
  const start = process.cpuUsage();
  judge();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 > SLOW_MS;
}

function problemOfFindings(
  kind: Kind,
  uri: string,
  text: string,
  context: Pick<LintContext, 'group' | 'profile'>,
): string | undefined {
  kindOf(uri, text);
  const lines = linesOf(text);
  const inside = ({ line, character }: Position) =>
    line >= 0 &&
    line < lines.starts.length &&
    character >= 0 &&
    character <= (lines.starts[line + 1] ?? text.length) - lines.starts[line]!;
  /** Each edit lies inside and none overlaps another, and together they change something. */
  const problemOfFix = ({ edits }: Fix): string | undefined => {
    if (!edits.every(({ range }) => inside(range.start) && inside(range.end))) return 'edit outside';
    const spans = edits.map(({ range, newText }) => ({
      from: offsetAt(lines, range.start),
      to: offsetAt(lines, range.end),
      newText,
    }));
    if (spans.some(({ from, to }) => to < from)) return 'edit backwards';
    spans.sort((a, b) => a.from - b.from || a.to - b.to);
    if (spans.some(({ from }, i) => i > 0 && from < spans[i - 1]!.to)) return 'edits overlap';
    return spans.every(({ from, to, newText }) => text.slice(from, to) === newText) ? 'edit without effect' : undefined;
  };
  const { findings } = lint(
    { uri, text, kind },
    { files: { text: () => null }, locale: 'en', today: '2026-11-23', ...context },
  );
  for (const { rule, range, related, fixes } of findings) {
    const ranges = [range, ...(related ?? []).filter((r) => r.uri === uri).map((r) => r.range)];
    if (!ranges.every((r) => inside(r.start) && inside(r.end))) return `range: ${rule}`;
    if (
      ranges.some(
        ({ start, end }) => end.line < start.line || (end.line === start.line && end.character < start.character),
      )
    )
      return `range backwards: ${rule}`;
    for (const fix of fixes) {
      const problem = problemOfFix(fix);
      if (problem) return `${problem}: ${rule}`;
    }
  }
  return undefined;
}

function problemOfConfig(text: string): string | undefined {
  const uri = `file:///w/${CONFIG_NAMES[0]}`;
  const { config, problems } = readConfig(uri, text);
  const wrong = problems.find(({ place }) => place.start < 0 || place.end < place.start || place.end > text.length);
  if (wrong) return `range: ${wrong.code}`;
  for (const problem of problems) lineAt(linesOf(text), problem.place.start);
  const judged = configFor(config, 'a/compose.yaml');
  const sample = 'services:\n  a:\n    image: nginx\n    privileged: true\n';
  if (judged)
    lint(
      { uri: 'file:///w/a/compose.yaml', text: sample },
      { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-23', config: judged },
    );
  return undefined;
}
