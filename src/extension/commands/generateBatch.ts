/**
 * Sets up a batch: a symbol for every selected line, every line of the open document, or every row
 * of a CSV.
 */
import * as vscode from 'vscode';
import type { Command } from '../app';
import { lastName } from '../lastName';
import type { QrPanel } from '../panel/qrPanel';

const isTable = (path: string) => /\.(?:csv|tsv)$/i.test(path);
/** Ten thousand long rows are a tenth of it. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The bytes as they lie, because an editor may have opened them in the wrong encoding. */
async function fileBytes(uri: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_FILE_BYTES) throw new Error(vscode.l10n.t('{0} is larger than 64 MB', lastName(uri.path)));
  return new Uint8Array(await vscode.workspace.fs.readFile(uri));
}

export const generateBatch: Command = {
  id: 'qrCodeMaster.generateBatch',
  async run({ panelHost }, clicked) {
    const show = async (...batch: Parameters<QrPanel['showBatch']>) => (await panelHost()).panel.showBatch(...batch);
    if (clicked instanceof vscode.Uri)
      return show(lastName(clicked.path), { content: await fileBytes(clicked), table: isTable(clicked.path) });
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      const [picked] =
        (await vscode.window.showOpenDialog({
          title: vscode.l10n.t('A table or a text: each of its rows or lines becomes a QR code'),
          filters: { [vscode.l10n.t('Tables and texts')]: ['csv', 'tsv', 'txt'] },
        })) ?? [];
      return picked && show(lastName(picked.path), { content: await fileBytes(picked), table: isTable(picked.path) });
    }
    const { document, selections } = editor;
    const selected = selections.filter((each) => !each.isEmpty).map((each) => document.getText(each));
    const name = lastName(document.uri.path);
    if (selected.length > 0) return show(name, { content: selected.join('\n'), table: false });
    const table = isTable(document.uri.path) || /^(?:csv|tsv)/.test(document.languageId);
    if (document.isDirty || document.isUntitled) return show(name, { content: document.getText(), table });
    return show(name, { content: await fileBytes(document.uri), table });
  },
};
