/** Findings in the words of the language server protocol. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { baselineMark, findRule } from '../compliance/index';
import type { Finding, Locale, Severity } from '../protocol/finding';
import { TOOL_NAME } from '../protocol/toolName';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * What a baseline covers is a hint, and says so. `rulePageLink`: with `{rule}` for the rule's id. The data names the same rules of other linters,
 * which a client may rather show.
 */
export function asDiagnostic(finding: Finding, rulePageLink: string | undefined, locale: Locale): Diagnostic {
  const peers = findRule(finding.rule)?.peers ?? [];
  return {
    range: finding.range,
    severity: severities[finding.baselineState === 'unchanged' ? 'hint' : finding.severity],
    source: TOOL_NAME,
    code: finding.rule,
    ...(rulePageLink && {
      codeDescription: { href: rulePageLink.replace('{rule}', encodeURIComponent(finding.rule)) },
    }),
    message: finding.message + baselineMark(finding, locale),
    ...(finding.related && {
      relatedInformation: finding.related.map(({ uri, range, message }) => ({ location: { uri, range }, message })),
    }),
    ...(peers.length > 0 && { data: { peers } }),
  };
}
