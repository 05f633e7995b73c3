/**
 * `lint --format json`: the findings as they are, 0-based lines and UTF-16 characters as in LSP.
 */
import type { Finding } from '../../protocol/finding';
import { inertJson } from '../../text/inertJson';
import { type ReportInput, summarize } from './reportInput';

/**
 * One JSON object and a line break. `fix` is the preferred fix, `fixes` holds all; `notJudged` is
 * there when something was not, `configs` and `baselines` when there was one, `absent` when a
 * baseline has more of a file than is there.
 */
export function jsonReport({ files, configs = [], baselines = [], notJudged = [] }: ReportInput): string {
  const out = {
    files: files.map(({ path, kind, findings, absent = [] }) => ({
      path,
      kind,
      findings: findings.map(withFix),
      ...(absent.length > 0 && { absent }),
    })),
    ...(notJudged.length > 0 && { notJudged }),
    ...(configs.length > 0 && { configs }),
    ...(baselines.length > 0 && { baselines }),
    summary: summarize(files),
  };
  return `${inertJson(JSON.stringify(out, null, 2))}\n`;
}

const withFix = (finding: Finding) => ({ ...finding, ...(finding.fixes[0] ? { fix: finding.fixes[0] } : {}) });
