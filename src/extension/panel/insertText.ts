/** Puts text at the cursor of the editor that was last used, which is not the active one while the panel has the focus. */
import * as vscode from 'vscode';

/** Keeps track of the last text editor; dispose it with the extension. */
export function trackLastEditor(): vscode.Disposable & { insert(text: string): Promise<boolean> } {
  let last = vscode.window.activeTextEditor;
  const listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor) last = editor;
  });
  return {
    dispose: () => listener.dispose(),
    /** Replaces every selection of that editor by the text and gives it the focus; false when there is none or it is read-only. */
    async insert(text) {
      const target = last && !last.document.isClosed ? last : vscode.window.visibleTextEditors[0];
      if (!target) return false;
      const selections = target.selections;
      const editor = await vscode.window.showTextDocument(target.document, { viewColumn: target.viewColumn });
      return editor.edit((edit) => {
        for (const selection of selections) edit.replace(selection, text);
      });
    },
  };
}
