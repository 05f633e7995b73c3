/** The light bulb on what a baseline covers. */
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { type HeldBaseline, takeOut } from '../compliance/index';
import { fill } from '../protocol/fill';
import type { Finding, Locale } from '../protocol/finding';

export interface TakeOutRequest {
  locale: Locale;
  /** What the document is compared with, where it can be edited. */
  baseline: HeldBaseline | undefined;
  /** The client's command that saves a file (URI); undefined where it has none. */
  saveCommand: string | undefined;
  asDiagnostic(finding: Finding): Diagnostic;
}

const TITLE: Record<Locale, string> = {
  en: 'Take this finding out of the baseline: {rule} {name}',
  'zh-cn': '将此发现移出基线：{rule} {name}',
};

/** For each finding that the baseline covers; a client that can saves the baseline at once. */
export function takeOutActions(request: TakeOutRequest, touched: readonly Finding[]): CodeAction[] {
  const { baseline, saveCommand, locale, asDiagnostic } = request;
  if (!baseline) return [];
  return touched.flatMap((finding) => {
    const { rule, name, grouped = [finding], baselineState } = finding;
    const edit = baselineState === 'unchanged' ? takeOut(baseline, grouped) : undefined;
    if (!edit) return [];
    const title = fill(TITLE[locale], { rule, name });
    return {
      ...{ title, kind: CodeActionKind.QuickFix, isPreferred: false, diagnostics: [asDiagnostic(finding)] },
      edit: { changes: { [baseline.uri]: [edit] } },
      ...(saveCommand !== undefined && { command: { title, command: saveCommand, arguments: [baseline.uri] } }),
    };
  });
}
