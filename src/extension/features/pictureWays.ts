/**
 * Pictures in any text editor: pasted and dropped ones are offered as the text of their codes, and
 * those that Markdown and HTML link tell it when they are pointed at. Nothing is loaded before.
 */
import * as vscode from 'vscode';
import type { Server } from '../lateServer';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('qrCodeMaster', 'text');
/** Whatever else could be inserted comes first: the text of the codes is an offer. */
const others = ['uri', 'markdown', 'html', 'css', 'latex', 'chat'].map((name) =>
  vscode.DocumentDropOrPasteEditKind.Empty.append(name),
);
const yieldTo = [vscode.DocumentDropOrPasteEditKind.Text, ...others];
const mimeTypes = ['image/*', 'text/uri-list', 'files'];
const linking: vscode.DocumentSelector = ['markdown', 'mdx', 'quarto', 'html', 'vue', 'svelte', 'astro', 'xml'];

/** @param log a fault is nothing that whoever pastes or points should be told of */
export function pictureWays(server: Server, log: vscode.LogOutputChannel): vscode.Disposable {
  const quietly = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return undefined;
    }
  };
  const late = () => import('./pictureTexts');
  /** The texts of all codes, one below the other; undefined where there is none. */
  const offer = (data: vscode.DataTransfer, cancel: vscode.CancellationToken) =>
    quietly(async () => {
      const texts = await (await late()).textsOf(server, data, cancel);
      return texts.length > 0 && !cancel.isCancellationRequested ? texts.join('\n') : undefined;
    });
  const title = vscode.l10n.t('Insert decoded QR text');

  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(
      '*',
      {
        async provideDocumentPasteEdits(_document, _ranges, data, { only }, cancel) {
          if (only && !only.contains(kind)) return undefined;
          const text = await offer(data, cancel);
          if (text === undefined) return undefined;
          const edit = new vscode.DocumentPasteEdit(text, title, kind);
          edit.yieldTo = yieldTo;
          return [edit];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: mimeTypes },
    ),
    vscode.languages.registerDocumentDropEditProvider(
      '*',
      {
        async provideDocumentDropEdits(_document, _position, data, cancel) {
          const text = await offer(data, cancel);
          if (text === undefined) return undefined;
          const edit = new vscode.DocumentDropEdit(text, title, kind);
          edit.yieldTo = yieldTo;
          return edit;
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: mimeTypes },
    ),
    vscode.languages.registerHoverProvider(linking, {
      provideHover: (document, position, cancel) =>
        quietly(async () => (await late()).pictureHover(server, document, position, cancel)),
    }),
  );
}
