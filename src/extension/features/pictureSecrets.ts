/** *Find Secrets in QR Pictures of This Workspace*; loaded with its first run. */
import * as vscode from 'vscode';
import { codesDocument, codesOf } from '../../worker/protocol/pictureCodes';
import { checkPicturesMethod, type PictureCodes } from '../../worker/protocol/pictureMethods';
import type { Server } from '../lateServer';
import { openFolders } from '../openFolders';
import type { PanelHost } from '../panel/panelHost';

interface Needs {
  context: Pick<vscode.ExtensionContext, 'subscriptions'>;
  server: Server;
  panelHost(): Promise<Pick<PanelHost, 'reader'>>;
}

interface Searched {
  /** What those hold that hold a secret. */
  pictures: PictureCodes[];
  read: number;
  unreadable: number;
  isCancelled: boolean;
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

  const search = async (
    folders: readonly vscode.WorkspaceFolder[],
    report: (progress: { increment: number; message: string }) => void,
    cancel: vscode.CancellationToken,
  ): Promise<Searched> => {
    const { reader } = await panelHost();
    const uris = await reader.find(
      folders.map(({ uri }) => uri),
      cancel,
    );
    const found: Searched = { pictures: [], read: 0, unreadable: 0, isCancelled: false };
    const told: Parameters<typeof reader.read>[1] = ({ uri, picture }) => {
      found.read++;
      if (picture.error) found.unreadable++;
      // Of the texts nothing is kept.
      const codes = codesOf(picture);
      if (codes.some(Boolean)) found.pictures.push({ uri, codes: codesDocument(codes) });
      report({ increment: 100 / uris.length, message: `${found.read}/${uris.length}` });
    };
    if (!cancel.isCancellationRequested) await reader.read(uris, told, cancel);
    return { ...found, isCancelled: cancel.isCancellationRequested };
  };

  return async () => {
    const folders = openFolders(vscode.l10n.t('Open a folder first: its pictures are read.'));
    if (!folders) return;
    const title = vscode.l10n.t('Finding secrets in QR codes of pictures');
    const found = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (progress, cancel) => search(folders, (step) => progress.report(step), cancel),
    );
    const { files } = await server.request(checkPicturesMethod, { pictures: found.pictures });
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

function sentence({ read, unreadable, isCancelled }: Searched, count: number): string {
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
