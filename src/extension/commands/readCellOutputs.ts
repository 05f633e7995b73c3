/** Reads the pictures among the outputs of a notebook's cells. */
import * as vscode from 'vscode';
import type { Command } from '../app';

/** The cell whose menu was used, else those that are selected. */
function cellsOf(clicked: unknown): vscode.NotebookCell[] {
  const cell = clicked as Partial<vscode.NotebookCell> | undefined;
  if (cell && Array.isArray(cell.outputs) && cell.notebook) return [clicked as vscode.NotebookCell];
  const editor = vscode.window.activeNotebookEditor;
  return editor ? editor.selections.flatMap((range) => editor.notebook.getCells(range)) : [];
}

/** Each output may come in several forms: the first picture of it is read. */
const picturesOf = (cell: vscode.NotebookCell): { name: string; bytes: Uint8Array }[] =>
  cell.outputs.flatMap(({ items }, index) => {
    const item = items.find(({ mime }) => /^image\/(?!svg)/.test(mime));
    const name = vscode.l10n.t('Cell {0}, output {1}', cell.index + 1, index + 1);
    return item ? [{ name, bytes: new Uint8Array(item.data) }] : [];
  });

export const readCellOutputs: Command = {
  id: 'qrCodeMaster.readCellOutputs',
  async run({ panelHost }, clicked) {
    const pictures = cellsOf(clicked).flatMap(picturesOf);
    if (pictures.length > 0) return (await panelHost()).readBytes(pictures);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no picture among the outputs of this cell. Run the cell first, or select another one.'),
    );
    return undefined;
  },
};
