/**
 * Rule pages as read-only documents, `qrcodemaster-rule:/MLPS-RUN-001.md`, out of one file of the
 * extension: offline, in every kind of host.
 */
import * as vscode from 'vscode';
import { isChangedFile } from '../../worker/protocol/changedFile';
import { late } from '../late';
import { readShippedFile } from '../readShippedFile';
import { tellChangedFile } from '../tellChangedFile';
import { userLocale } from '../userLocale';

const scheme = 'qrcodemaster-rule';

export const rulePageUri = (rule: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${rule}.md` });

/** All pages by their file names in docs/rules. */
async function readPages(extensionUri: vscode.Uri): Promise<Map<string, string>> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'rulePages.json');
  const bytes = await readShippedFile(file, 'sum-of:rulePages.json');
  return new Map(Object.entries<string>(JSON.parse(new TextDecoder().decode(bytes))));
}

export function registerRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  const pages = late(() => readPages(extensionUri));
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const rule = path.slice(1).replace(/(\.zh-cn)?\.md$/, '');
      const language = userLocale() === 'en' ? '' : '.zh-cn';
      try {
        return (await pages()).get(`${rule}${language}.md`) ?? vscode.l10n.t('There is no rule {0}.', rule);
      } catch (error) {
        if (!isChangedFile(error)) throw error;
        tellChangedFile(error);
        return error.message;
      }
    },
  });
}
