/** `.qrcodemaster.yaml` as a document of the language server: its problems and completions. */

import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionRegistrationOptions,
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
} from 'vscode-languageserver';
import {
  baselineNamedBy,
  CONFIG_NAMES,
  type ConfigProblem,
  completeConfig,
  configProblemText,
  holdBaseline,
  linesOf,
  needless,
  rangeOf,
  readConfig,
  untimely,
} from '../compliance/index';
import { configGlob } from '../protocol/deploymentFiles';
import { asFailure } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
import { TOOL_NAME } from '../protocol/toolName';

export const isConfig = (uri: string): boolean => CONFIG_NAMES.some((name) => uri.endsWith(`/${name}`));

export const CONFIG_COMPLETION: CompletionRegistrationOptions & { triggerCharacters: string[] } = {
  documentSelector: [{ pattern: configGlob }],
  triggerCharacters: [' ', ':', '-'],
};

/** `code` is `config-` and the kind of problem. */
export function configDiagnostics(uri: string, text: string, locale: Locale, today: string): Diagnostic[] {
  const { config, problems } = readConfig(uri, text);
  const lines = linesOf(text);
  const of = (severity: DiagnosticSeverity) => (problem: ConfigProblem) => ({
    range: rangeOf(lines, problem.place),
    severity,
    source: TOOL_NAME,
    code: `config-${problem.code}`,
    message: configProblemText(problem, locale),
  });
  return [
    ...problems.map(of(DiagnosticSeverity.Error)),
    ...untimely(config, today).map(of(DiagnosticSeverity.Warning)),
    ...needless(config, locale).map(of(DiagnosticSeverity.Information)),
  ];
}

/** What keeps the baseline that is named there from being read; its address, where one is named. */
export async function baselineDiagnostics(
  uri: string,
  text: string,
  locale: Locale,
  read: (uri: string) => Promise<string | null>,
): Promise<{ address?: string; diagnostics: Diagnostic[] }> {
  const { config } = readConfig(uri, text);
  const named = await baselineNamedBy({ uri, path: '', config }, read);
  if (!named) return { diagnostics: [] };
  const { problem, uri: address } = holdBaseline(named);
  if (!problem) return { address, diagnostics: [] };
  const diagnostic = {
    range: rangeOf(linesOf(text), config.baseline!.place),
    severity: DiagnosticSeverity.Error,
    source: TOOL_NAME,
    code: 'config-baseline',
    message: asFailure(problem, locale).message,
  };
  return { address, diagnostics: [diagnostic] };
}

const kinds = {
  key: CompletionItemKind.Property,
  rule: CompletionItemKind.Reference,
  value: CompletionItemKind.EnumMember,
};

/** Rule ids before rule names; keys in the order of their importance. */
export const completions = (text: string, position: Position, locale: Locale, today: string): CompletionItem[] =>
  completeConfig(text, position, locale, today).map(({ label, sort, detail, documentation, filter, edit }, index) => ({
    label,
    kind: kinds[sort],
    detail,
    documentation: { kind: 'markdown', value: documentation },
    filterText: filter,
    sortText: String(index).padStart(4, '0'),
    textEdit: edit,
  }));
