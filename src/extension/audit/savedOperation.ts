/** A saved file that is checked while it is typed: its check is written down now. */
import * as vscode from 'vscode';
import { configGlob } from '../../worker/protocol/deploymentFiles';
import { TOOL_NAME } from '../../worker/protocol/toolName';
import { contentMark } from './contentMark';
import type { Operation } from './operations';

/** What is typed last is checked by then. */
const CHECKED_MS = 1500;

/** @param hurried there is no more time to wait for its check */
export async function savedOperation(document: vscode.TextDocument, hurried: Promise<void>): Promise<Operation[]> {
  const { uri } = document;
  const content = await contentMark(document.getText());
  if (vscode.languages.match({ pattern: configGlob }, document) > 0)
    return [{ op: 'configuration', target: uri.toString(), result: 'ok', content }];
  await Promise.race([hurried, new Promise((go) => setTimeout(go, CHECKED_MS))]);
  const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === TOOL_NAME);
  const count = (severity: vscode.DiagnosticSeverity) => found.filter((each) => each.severity === severity).length;
  return [
    {
      op: 'check',
      target: uri.toString(),
      result: found.length > 0 ? 'findings' : 'ok',
      content,
      detail: {
        files: 1,
        error: count(vscode.DiagnosticSeverity.Error),
        warning: count(vscode.DiagnosticSeverity.Warning),
      },
    },
  ];
}
