/** Findings as text for people and as JSON for programs. */
import type { FileFindings, Finding, Severity } from '../worker/protocol/finding';
import type { CliIo } from './io';
import { sayLint } from './lintStrings';

type LintReport = (files: readonly FileFindings[], io: CliIo) => void;

export const lintReports: Record<'text' | 'json', LintReport> = { text, json };

function counts(files: readonly FileFindings[]): Record<Severity | 'suppressed', number> {
  const out = { error: 0, warning: 0, info: 0, hint: 0, suppressed: 0 };
  for (const finding of files.flatMap((f) => f.findings)) out[finding.suppressed ? 'suppressed' : finding.severity]++;
  return out;
}

function text(files: readonly FileFindings[], { stdout, stderr, locale }: CliIo): void {
  for (const { path, findings } of files) {
    for (const f of findings.filter((x) => !x.suppressed)) {
      const { line, character } = f.range.start;
      stdout(`${path}:${line + 1}:${character + 1}: ${f.severity} ${f.rule} ${f.name}: ${f.message}\n`);
    }
  }
  const { error, warning, info, hint, suppressed } = counts(files);
  stderr(`${sayLint('summary', locale, { files: files.length, errors: error, warnings: warning, infos: info + hint, suppressed })}\n`);
}

function json(files: readonly FileFindings[], { stdout }: CliIo): void {
  const plain = files.map((file) => ({ ...file, findings: file.findings.map(findingJson) }));
  stdout(`${JSON.stringify({ files: plain, summary: { files: files.length, ...counts(files) } })}\n`);
}

/** The contract's `fix` is the preferred one; all stand in `fixes`. */
function findingJson(finding: Finding) {
  return { ...finding, fix: finding.fixes[0] };
}
