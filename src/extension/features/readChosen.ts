/**
 * Reads the pictures that somebody chose: a few as cards, a folder or more than a screen holds as a
 * table. A quick reading shows no progress at all.
 */
import * as vscode from 'vscode';
import type { QrPanel } from '../panel/qrPanel';
import type { PictureReader } from './pictureReader';
import type { ReadFile } from './readPictures';

/** More pictures are a table. */
const MAX_CARDS = 12;
/** Progress is shown after this long. */
const QUIET_MS = 400;

export const readChosen =
  (panel: QrPanel, reader: PictureReader) =>
  async (roots: readonly vscode.Uri[]): Promise<void> => {
    const [first] = roots;
    if (!first) return;
    if (roots.length > MAX_CARDS || (await Promise.all(roots.map(isFolder))).includes(true)) {
      const folder = roots.length === 1 ? vscode.workspace.asRelativePath(first) : vscode.l10n.t('Selection');
      return panel.showFolder(folder, roots.map(String));
    }
    const files = await readFew(roots, reader);
    if (files.length > 0) await panel.showPictures(files);
  };

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** In the order in which they were chosen; what was read when it was cancelled. */
async function readFew(uris: readonly vscode.Uri[], reader: PictureReader): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  const source = new vscode.CancellationTokenSource();
  let report: ((value: { increment: number; message: string }) => void) | undefined;
  let done = 0;
  const told = (file: ReadFile, index: number) => {
    files[index] = file;
    report?.({ increment: 100 / uris.length, message: `${++done}/${uris.length}` });
  };
  const running = reader.read(uris, told, source.token);
  const quick = new Promise<'slow'>((resolve) => setTimeout(() => resolve('slow'), QUIET_MS));
  try {
    if ((await Promise.race([running, quick])) === 'slow') {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading QR codes'), cancellable: true },
        (progress, cancel) => {
          report = (value) => progress.report(value);
          cancel.onCancellationRequested(() => source.cancel());
          return running;
        },
      );
    }
  } finally {
    source.dispose();
  }
  // Those that were cancelled left gaps.
  return files.filter(Boolean);
}
