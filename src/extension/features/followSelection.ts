/**
 * The live mode: the panel shows what is selected in the editor, after a short pause, the newest
 * only; the focus stays in the text.
 */
import * as vscode from 'vscode';
import type { QrPanel } from '../panel/qrPanel';
import { editorTexts } from '../sources/editorTexts';

const PAUSE_MS = 80;
/** More selections at once are a batch, not a live view. */
const MAX_TEXTS = 50;

export interface Follow extends vscode.Disposable {
  set(on: boolean): void;
}

/** Off until it is set; closing the panel ends it. `guard` runs what may fail. */
export function followSelection(panel: QrPanel, guard: (action: () => Promise<unknown>) => void): Follow {
  let listeners: vscode.Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';

  const show = () => {
    const editor = vscode.window.activeTextEditor;
    const texts = editor ? editorTexts(editor).slice(0, MAX_TEXTS) : [];
    const key = JSON.stringify(texts);
    if (texts.length === 0 || key === shown) return;
    shown = key;
    guard(() => panel.make(texts.map((text) => ({ text }))));
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
    listeners = [];
  };
  const set = (on: boolean) => {
    stop();
    void vscode.commands.executeCommand('setContext', 'qrCodeMaster.following', on);
    panel.setFollowing(on);
    if (!on) return;
    shown = '';
    listeners = [
      vscode.window.onDidChangeTextEditorSelection(
        ({ textEditor }) => textEditor === vscode.window.activeTextEditor && later(),
      ),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.workspace.onDidChangeTextDocument(
        ({ document }) => document === vscode.window.activeTextEditor?.document && later(),
      ),
    ];
    show();
  };
  const closed = panel.onDidClose(() => set(false));
  return {
    set,
    dispose() {
      stop();
      closed.dispose();
    },
  };
}
