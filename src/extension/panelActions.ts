/** What the panel asks of the worker and of the user's files. */
import * as vscode from 'vscode';
import { encodePayloadMethod, payloadFormsMethod, renderMethod } from '../worker/protocol/methods';
import { decodePictures } from './decodeFiles';
import { encodeTexts } from './encodeTexts';
import { fileNameOf } from './fileNameOf';
import type { Server } from './lateServer';
import type { SaveFormat } from './panel/contract';
import type { PanelActions } from './panel/panelSession';
import type { MadeSymbol } from './panel/shown';

/** Where a new file most likely belongs: the folder saved to last, else the workspace, else the system's choice. */
function suggest(last: vscode.Uri | undefined, name: string): vscode.Uri | undefined {
  const folder = last ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, name);
}

export function panelActions(server: Server): PanelActions {
  let lastFolder: vscode.Uri | undefined;
  const bytesOf = async ({ symbol }: MadeSymbol, format: SaveFormat): Promise<Uint8Array> =>
    (await server.request(renderMethod, { symbol, format, options: {} })).bytes;
  return {
    encode: (texts, level) => encodeTexts(server, texts, level),
    forms: async () => (await server.request(payloadFormsMethod, {})).forms,
    encodePayload: async (kind, values, level) => (await server.request(encodePayloadMethod, { kind, values, options: { level } })).item,
    decode: async (pictures) => decodePictures(server, pictures),
    async save(made, format) {
      const name = `${fileNameOf(made.text)}.${format}`;
      const target = await vscode.window.showSaveDialog({
        defaultUri: suggest(lastFolder, name),
        filters: { [format.toUpperCase()]: [format] },
        title: vscode.l10n.t('Save QR Code'),
      });
      if (!target) return undefined;
      await vscode.workspace.fs.writeFile(target, await bytesOf(made, format));
      lastFolder = vscode.Uri.joinPath(target, '..');
      return vscode.workspace.asRelativePath(target);
    },
    async copyAs(made, format) {
      await vscode.env.clipboard.writeText(new TextDecoder().decode(await bytesOf(made, format)));
    },
  };
}
