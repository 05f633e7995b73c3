/** GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/ */
import type { Severity } from '../../protocol/finding';
import { isOpen } from '../../protocol/isOpen';
import { inertJson } from '../../text/inertJson';
import { visible } from '../../text/visible';
import type { ReportInput } from './reportInput';

const SEVERITY: Record<Severity, string> = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' };

/**
 * One JSON list, which has room for findings alone: those that are neither suppressed nor in a
 * baseline. What was not judged is one, too: silence would read as passed. Equal findings of a file
 * are told apart by their number, since GitLab shows a fingerprint once.
 */
export function gitlabReport({ files, notJudged = [] }: ReportInput): string {
  const seen = new Map<string, number>();
  const unique = (key: string): string => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  };
  const issue = (rule: string, description: string, severity: Severity, path: string, line: number, key: string) => ({
    description: visible(description),
    check_name: rule,
    fingerprint: unique(key),
    severity: SEVERITY[severity],
    location: { path: path.replaceAll('\\', '/').replace(/^\.\//, ''), lines: { begin: line } },
  });
  const left = notJudged.map(({ path, reason }) => issue('not-judged', reason, 'error', path, 1, `not-judged ${path}`));
  const found = files.flatMap(({ path, findings }) =>
    findings
      .filter(isOpen)
      .map(({ rule, severity, message, range, fingerprint }) =>
        issue(rule, message, severity, path, range.start.line + 1, `${fingerprint} ${path}`),
      ),
  );
  return `${inertJson(JSON.stringify([...left, ...found], null, 2))}\n`;
}
