/**
 * The text editor that was used last, which is not the active one while the panel has the focus.
 */
import * as vscode from 'vscode';

export interface LastEditor extends vscode.Disposable {
  /** Undefined when there is none. */
  editor(): vscode.TextEditor | undefined;
  /**
   * Replaces every selection of that editor by the text and gives it the focus; false when there is
   * none or it is read-only.
   */
  insert(text: string): Promise<boolean>;
  /** Gives it the focus. */
  focus(): Promise<void>;
}

/** Keeps track from now on; dispose it with the extension. */
export function trackLastEditor(): LastEditor {
  let last = vscode.window.activeTextEditor;
  const listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor) last = editor;
  });
  /** An editor object dies with its tab; the same document may be shown by another. */
  const editor = () => {
    const visible = vscode.window.visibleTextEditors;
    return (
      (last && visible.find(({ document }) => document === last!.document)) ??
      (last?.document.isClosed === false ? last : visible[0])
    );
  };
  const show = async () => {
    const target = editor();
    return target && vscode.window.showTextDocument(target.document, { viewColumn: target.viewColumn });
  };
  return {
    dispose: () => listener.dispose(),
    editor,
    async insert(text) {
      const selections = editor()?.selections;
      const shown = await show();
      if (!shown || !selections) return false;
      return shown.edit((edit) => {
        for (const selection of selections) edit.replace(selection, text);
      });
    },
    async focus() {
      await show();
    },
  };
}
