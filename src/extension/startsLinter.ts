/**
 * Whether an open document is reason enough to start the linter: most READMEs, scripts and YAML
 * files are not.
 */
import * as vscode from 'vscode';
import { concernsDeployment, configGlob, patternsOf } from '../worker/protocol/deploymentFiles';
import { type Kind, kindRow, kinds } from '../worker/protocol/fileKinds';
import { documentSelector } from './documentSelector';

const selectors = kinds.map((kind): [Kind, vscode.DocumentSelector] => {
  const { languages = [], globs } = kindRow(kind);
  return [kind, [...languages.map((language) => ({ language })), ...patternsOf(globs).map((pattern) => ({ pattern }))]];
});

const config = patternsOf([configGlob]).map((pattern) => ({ pattern }));

export function startsLinter(document: vscode.TextDocument): boolean {
  if (vscode.languages.match(config, document) > 0) return true;
  if (vscode.languages.match(documentSelector, document) === 0) return false;
  const kind = selectors.find(([, selector]) => vscode.languages.match(selector, document) > 0)?.[0];
  return kind ? concernsDeployment(kind, document.getText()) : /^services:/m.test(document.getText());
}
