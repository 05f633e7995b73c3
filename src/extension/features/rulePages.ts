/**
 * Rule pages as read-only documents, `qrcodemaster-rule:/MLPS-RUN-001.md`, out of the extension's
 * own folder: offline, in every kind of host.
 */
import * as vscode from 'vscode';
import { userLocale } from '../userLocale';

const scheme = 'qrcodemaster-rule';

export const rulePageUri = (rule: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${rule}.md` });

export const registerRulePages = (extensionUri: vscode.Uri): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const rule = path.slice(1).replace(/(\.zh-cn)?\.md$/, '');
      const language = userLocale() === 'en' ? '' : '.zh-cn';
      const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}${language}.md`);
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
      } catch {
        return vscode.l10n.t('There is no rule {0}.', rule);
      }
    },
  });
