/** What the panel's table of pictures asks of the worker and of the user's files. */
import * as vscode from 'vscode';
import { exportMethod } from '../worker/protocol/pictureMethods';
import type { PictureReader } from './features/pictureReader';
import { fileNameOf } from './fileNameOf';
import type { Server } from './lateServer';
import type { LastFolder } from './out/lastFolder';
import { pickFile } from './out/saveSymbols';
import type { PanelActions } from './panel/panelParts';
import type { FileWriter } from './windowWork';

type Answered = 'readPictures' | 'pathOf' | 'exportPictures' | 'choosePictures';

export const folderActions = (
  server: Server,
  reader: PictureReader,
  work: FileWriter,
  last: LastFolder,
): Pick<PanelActions, Answered> => ({
  readPictures(roots, { found, read }) {
    const source = new vscode.CancellationTokenSource();
    const run = async () => {
      const uris = await reader.find(
        roots.map((root) => vscode.Uri.parse(root, true)),
        source.token,
      );
      found(uris.length);
      await reader.read(uris, read, source.token);
    };
    return { done: run().finally(() => source.dispose()), cancel: () => source.cancel() };
  },
  pathOf: (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
  async exportPictures(name, format, pictures, went) {
    const file = await pickFile(`${fileNameOf(name)}.${format}`, work, last, vscode.l10n.t('Export Table'));
    if (!file) return undefined;
    const { text } = await server.request(exportMethod, { pictures, format });
    await file.write(new TextEncoder().encode(text));
    went?.(text);
    return file.name;
  },
  async choosePictures(what) {
    await vscode.commands.executeCommand(what === 'folder' ? 'qrCodeMaster.readFolder' : 'qrCodeMaster.choosePictures');
  },
});
