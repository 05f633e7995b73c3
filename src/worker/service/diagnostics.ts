/** Findings in the words of the language server protocol. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { findRule } from '../compliance/index';
import type { Finding, Severity } from '../protocol/finding';
import { TOOL_NAME } from '../protocol/toolName';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * `rulePageLink`: with `{rule}` for the rule's id. The data names the same rules of other linters,
 * which a client may rather show.
 */
export function asDiagnostic(finding: Finding, rulePageLink: string | undefined): Diagnostic {
  const peers = findRule(finding.rule)?.peers ?? [];
  return {
    range: finding.range,
    severity: severities[finding.severity],
    source: TOOL_NAME,
    code: finding.rule,
    ...(rulePageLink && {
      codeDescription: { href: rulePageLink.replace('{rule}', encodeURIComponent(finding.rule)) },
    }),
    message: finding.message,
    ...(finding.related && {
      relatedInformation: finding.related.map(({ uri, range, message }) => ({ location: { uri, range }, message })),
    }),
    ...(peers.length > 0 && { data: { peers } }),
  };
}
