/**
 * `lint --format json`: the findings as they are, 0-based lines and UTF-16 characters as in LSP.
 */
import type { Finding } from '../../protocol/finding';
import { type ReportInput, summarize } from './reportInput';

/**
 * One JSON object and a line break. `fix` is the preferred fix, `fixes` holds all; `notJudged` is
 * there when something was not, `configs` when there was one.
 */
export function jsonReport({ files, configs = [], notJudged = [] }: ReportInput): string {
  const out = {
    files: files.map(({ path, kind, findings }) => ({ path, kind, findings: findings.map(withFix) })),
    ...(notJudged.length > 0 && { notJudged }),
    ...(configs.length > 0 && { configs }),
    summary: summarize(files),
  };
  return `${JSON.stringify(out, null, 2)}\n`;
}

const withFix = (finding: Finding) => ({ ...finding, ...(finding.fixes[0] ? { fix: finding.fixes[0] } : {}) });
