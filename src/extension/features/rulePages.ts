/** Rule pages as read-only Markdown documents, offline: `qrcodemaster-rule:/MLPS-RUN-001.md`. */
import * as vscode from 'vscode';
import { rulePageMethod } from '../../worker/protocol/methods';
import type { Server } from '../lateServer';

const scheme = 'qrcodemaster-rule';

export const rulePageUri = (rule: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${rule}.md` });

export const registerRulePages = (server: Server): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      const rule = uri.path.slice(1).replace(/\.md$/, '');
      const { markdown } = await server.request(rulePageMethod, { rule });
      return markdown ?? vscode.l10n.t('There is no rule {0}.', rule);
    },
  });
