/**
 * Sends picture files to the decode threads in small batches, with progress and cancel; what is
 * done by then is kept.
 */
import * as vscode from 'vscode';
import { decodeMethod } from '../worker/protocol/methods';
import type { DecodedPicture, Effort } from '../worker/protocol/picture';
import type { Server } from './lateServer';

export interface DecodedFile {
  uri: string;
  name: string;
  picture: DecodedPicture;
}

/** Pictures held in memory at a time. */
const BATCH = 8;
/** A quick read shows no progress at all. */
const QUIET_MS = 400;

const unreadable = (error: unknown): DecodedPicture => ({
  width: 0,
  height: 0,
  symbols: [],
  ms: 0,
  error: {
    code: 'file-unreadable',
    message: vscode.l10n.t('The file cannot be read: {0}', error instanceof Error ? error.message : String(error)),
  },
});

/** One request for pictures in memory, with the limits of the settings; answers in order. */
export async function decodePictures(
  server: Server,
  pictures: { name: string; bytes: Uint8Array }[],
  cancel?: vscode.CancellationToken,
): Promise<DecodedPicture[]> {
  if (pictures.length === 0) return [];
  const settings = vscode.workspace.getConfiguration('qrCodeMaster.decode');
  const options = {
    effort: settings.get<Effort>('effort', 'normal'),
    maxPixels: settings.get('maxMegapixels', 100) * 1e6,
    timeoutMs: settings.get('timeoutMs', 10_000),
  };
  return (await server.request(decodeMethod, { pictures, options }, cancel)).pictures;
}

async function decodeBatch(
  server: Server,
  uris: vscode.Uri[],
  cancel: vscode.CancellationToken,
): Promise<DecodedFile[]> {
  const read = await Promise.all(
    uris.map(async (uri) => {
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      try {
        return { uri, name, bytes: await vscode.workspace.fs.readFile(uri) };
      } catch (error) {
        return { uri, name, picture: unreadable(error) };
      }
    }),
  );
  const pictures = read.flatMap((file) => (file.bytes ? [{ name: file.name, bytes: file.bytes }] : []));
  const answers = await decodePictures(server, pictures, cancel);
  let next = 0;
  return read.map(({ uri, name, picture }) => ({ uri: uri.toString(), name, picture: picture ?? answers[next++]! }));
}

export async function decodeFiles(server: Server, uris: vscode.Uri[]): Promise<DecodedFile[]> {
  const done: DecodedFile[] = [];
  const work = async (
    cancel: vscode.CancellationToken,
    report?: (value: { increment: number; message: string }) => void,
  ) => {
    while (done.length < uris.length && !cancel.isCancellationRequested) {
      const batch = uris.slice(done.length, done.length + BATCH);
      done.push(...(await decodeBatch(server, batch, cancel)));
      report?.({ increment: (100 * batch.length) / uris.length, message: `${done.length}/${uris.length}` });
    }
  };
  const source = new vscode.CancellationTokenSource();
  let report: ((value: { increment: number; message: string }) => void) | undefined;
  const running = work(source.token, (value) => report?.(value));
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
  } catch (error) {
    if (!source.token.isCancellationRequested) throw error;
  } finally {
    source.dispose();
  }
  return done;
}
