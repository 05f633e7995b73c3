/**
 * Holds a text out of a symbol against what is selected in the editor: both are shown as read-only
 * documents in VS Code's difference editor, and nothing is written.
 */
import * as vscode from 'vscode';
import type { Compared } from './panelNotices';

const SCHEME = 'qr-code-master-compare';

export interface TextComparison extends vscode.Disposable {
  /**
   * Of a secret text only the answer is given.
   * @param editor whose selection, or whole text where nothing is selected, is taken
   */
  compare(text: string, secret: boolean, editor: vscode.TextEditor | undefined): Promise<Compared>;
}

const unixBreaks = (text: string) => text.replace(/\r\n?/g, '\n');

/** The texts live in memory only: after a reload the documents are empty. */
export function textComparison(): TextComparison {
  let shown = { code: '', selection: '' };
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const documents = {
    code: vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('QR code')}`, query: 'code' }),
    selection: vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Selection')}`, query: 'selection' }),
  };
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ query }) => (query === 'code' ? shown.code : shown.selection),
  });
  return {
    dispose() {
      provider.dispose();
      changed.dispose();
    },
    async compare(text, secret, editor) {
      if (!editor) return 'none';
      const { document, selection } = editor;
      const selected = document.getText(selection.isEmpty ? undefined : selection);
      if (selected === text) return 'same';
      if (unixBreaks(selected) === unixBreaks(text)) return 'breaks';
      if (secret) return 'different';
      shown = { code: text, selection: selected };
      changed.fire(documents.code);
      changed.fire(documents.selection);
      const title = vscode.l10n.t('Selection and QR Code');
      await vscode.commands.executeCommand('vscode.diff', documents.selection, documents.code, title, {
        viewColumn: editor.viewColumn,
      });
      return 'different';
    },
  };
}
