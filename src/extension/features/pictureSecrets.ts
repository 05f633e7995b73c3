/** *Find Secrets in QR Pictures of This Workspace*; loaded with its first run. */
import * as vscode from 'vscode';
import { codesDocument } from '../../worker/protocol/pictureCodes';
import { checkPicturesMethod } from '../../worker/protocol/pictureMethods';
import type { Server } from '../lateServer';
import { openFolders } from '../openFolders';
import type { PanelHost } from '../panel/panelHost';
import { type CodesOfFile, searchPictures } from './searchPictures';

interface Needs {
  context: Pick<vscode.ExtensionContext, 'subscriptions'>;
  server: Server;
  panelHost(): Promise<Pick<PanelHost, 'reader'>>;
}

/**
 * @returns reads all pictures of the workspace and lists those with a secret in the Problems panel,
 * until the next run or until they are deleted
 */
export function pictureSecrets({ context, server, panelHost }: Needs): () => Promise<void> {
  const collection = vscode.languages.createDiagnosticCollection('qrCodeMaster.pictures');
  const gone = vscode.workspace.onDidDeleteFiles(({ files }) => {
    for (const file of files) collection.delete(file);
  });
  context.subscriptions.push(collection, gone);

  return async () => {
    const folders = openFolders(vscode.l10n.t('Open a folder first: its pictures are read.'));
    if (!folders) return;
    const title = vscode.l10n.t('Finding secrets in QR codes of pictures');
    const { reader } = await panelHost();
    const found = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (progress, cancel) => {
        const report = (read: number, all: number) =>
          progress.report({ increment: 100 / all, message: `${read}/${all}` });
        const pictures = await searchPictures(reader, folders, { report, cancel });
        return { pictures, isCancelled: cancel.isCancellationRequested };
      },
    );
    const pictures = found.pictures.flatMap(({ uri, codes }) =>
      codes.some(Boolean) ? { uri, codes: codesDocument(codes) } : [],
    );
    const { files } = await server.request(checkPicturesMethod, { pictures });
    const client = await server.client();
    const entries = await Promise.all(
      files.map(
        async ({ uri, diagnostics }): Promise<[vscode.Uri, vscode.Diagnostic[]]> => [
          vscode.Uri.parse(uri),
          await client.asDiagnostics(diagnostics),
        ],
      ),
    );
    collection.clear();
    collection.set(entries);
    const count = entries.reduce((sum, [, diagnostics]) => sum + diagnostics.length, 0);
    if (count > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
    void vscode.window.showInformationMessage(sentence(found, count));
  };
}

function sentence(
  { pictures, isCancelled }: { pictures: readonly CodesOfFile[]; isCancelled: boolean },
  count: number,
): string {
  const read = pictures.length;
  const unreadable = pictures.filter(({ error }) => error !== undefined).length;
  const result =
    read === 0
      ? vscode.l10n.t('No picture was read in this workspace.')
      : vscode.l10n.t('Secrets in QR codes: {0}. Pictures read: {1}.', count, read - unreadable);
  const notes = [
    unreadable > 0 && vscode.l10n.t('Pictures that cannot be read: {0}.', unreadable),
    isCancelled && vscode.l10n.t('Cancelled before the last one.'),
  ];
  return [result, ...notes].filter(Boolean).join(' ');
}
