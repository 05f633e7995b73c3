/** What the panel asks of the worker and of the user's files. */
import * as vscode from 'vscode';
import { describeMethod, joinMethod, readBytesMethod } from '../worker/protocol/meaning';
import {
  batchMethod,
  batchPreviewMethod,
  batchSymbolsMethod,
  type EncodedText,
  encodeBytesMethod,
  encodeMethod,
  encodePayloadMethod,
  encodeSetMethod,
  payloadFormsMethod,
  type RenderFormat,
  renderMethod,
  scanMarginMethod,
  sheetMethod,
} from '../worker/protocol/methods';
import { decodePictures } from './decodePictures';
import type { PictureReader } from './features/pictureReader';
import { fileNameOf, symbolName } from './fileNameOf';
import { folderActions } from './folderActions';
import type { Server } from './lateServer';
import { altText } from './out/altText';
import { saveBeside } from './out/besideDocument';
import { textForClipboard } from './out/copyAs';
import { imageMarkup, markupOf } from './out/imageMarkup';
import { insertImage } from './out/insertImage';
import type { LastFolder } from './out/lastFolder';
import type { LastFormat } from './out/lastFormat';
import { batchFolder, pickFile, saveSymbol, saveSymbols } from './out/saveSymbols';
import { encodeOptions, type MakeOptions, renderOptions } from './panel/makeOptions';
import type { Outgoing, PanelActions } from './panel/panelParts';
import type { Source } from './panel/shown';
import { pickLogo } from './sources/pickLogo';
import type { WindowWork } from './windowWork';

export interface PanelNeeds {
  server: Server;
  last: LastFolder;
  formats: LastFormat;
  /** The text editor that was used last. */
  editor(): vscode.TextEditor | undefined;
  reader: PictureReader;
  work: WindowWork;
  follow(on: boolean): void;
}

export function panelActions({ server, last, formats, editor, reader, work, follow }: PanelNeeds): PanelActions {
  const render =
    (options: MakeOptions) =>
    async (made: Outgoing, format: RenderFormat): Promise<Uint8Array> => {
      const look = { ...renderOptions(options), title: altText(made) };
      return (await server.request(renderMethod, { symbol: made.item.symbol, format, options: look })).bytes;
    };
  const sheet: PanelActions['sheet'] = async (title, entries, format, options) =>
    (await server.request(sheetMethod, { entries, title, format, render: renderOptions(options) })).bytes;
  return {
    async encode(sources, level, exact, options) {
      const wanted = { level, boostLevel: !exact, ...encodeOptions(options) };
      const texts = sources.flatMap((source) => ('text' in source ? [source.text] : []));
      const { items } =
        texts.length > 0
          ? await server.request(encodeMethod, { texts, options: wanted, look: renderOptions(options) })
          : { items: [] };
      const bytesItem = async (source: Source): Promise<EncodedText> =>
        'bytes' in source
          ? (
              await server.request(encodeBytesMethod, {
                bytes: source.bytes,
                options: wanted,
                look: renderOptions(options),
              })
            ).item
          : ofTexts.shift()!;
      // The answer itself is also read by the operation log.
      const ofTexts = [...items];
      const answers: EncodedText[] = [];
      for (const source of sources) answers.push(await bytesItem(source));
      return answers;
    },
    async encodeSet(text, level, options) {
      const { version, eci, logoShare } = encodeOptions(options);
      // What a logo covers, only the strongest level can restore.
      const least = logoShare === undefined ? undefined : 'H';
      const wanted = {
        level: level ?? least,
        ...(version !== undefined && { maxVersion: version }),
        ...(eci && { eci }),
      };
      return (await server.request(encodeSetMethod, { text, options: wanted, look: renderOptions(options) })).items;
    },
    forms: async () => (await server.request(payloadFormsMethod, {})).forms,
    encodePayload: async (kind, values, level, options) =>
      (
        await server.request(encodePayloadMethod, {
          kind,
          values,
          options: { level, ...encodeOptions(options) },
          look: renderOptions(options),
        })
      ).item,
    saveFormat: formats.format,
    rememberFormat: formats.remember,
    async decode(pictures, options, signal) {
      const source = new vscode.CancellationTokenSource();
      const cancel = () => source.cancel();
      signal?.addEventListener('abort', cancel);
      try {
        return await decodePictures(server, pictures, source.token, options);
      } finally {
        signal?.removeEventListener('abort', cancel);
        source.dispose();
      }
    },
    save: (made, format, options, went) => saveSymbol(made, format, render(options), work, last, went),
    saveAll: (made, format, options, went) => saveSymbols(made, format, render(options), work, last, went),
    async copyAs(made, format, options, went) {
      const bytes = (as: 'png' | 'svg' | 'terminal') => render(options)(made, as);
      const document = editor()?.document;
      const isLinked = format === 'markdown' && document && markupOf(document.languageId) === 'markdown';
      let picture: Uint8Array | undefined;
      const paint = async () => {
        picture = await bytes('png');
        return picture;
      };
      const saved = isLinked ? await saveBeside(document, made, paint) : undefined;
      const text = saved
        ? imageMarkup('markdown', altText(made), saved.address)
        : await textForClipboard(made, format, bytes);
      await vscode.env.clipboard.writeText(text);
      went?.((saved && picture) ?? text);
      return saved?.name;
    },
    ...folderActions(server, reader, work, last),
    picture: async (made, options) => {
      const svg = new TextDecoder().decode(await render(options)(made, 'svg'));
      return `data:image/svg+xml,${encodeURIComponent(svg)}`;
    },
    scanMargin: ({ item }, options) =>
      server.request(scanMarginMethod, { symbol: item.symbol, format: 'png', options: renderOptions(options) }),
    pickLogo,
    describe: async (texts) => (await server.request(describeMethod, { texts })).meanings,
    readBytes: (bytes, charset) => server.request(readBytesMethod, { bytes, charset }),
    async saveContent(name, bytes) {
      const file = await pickFile(name, work, last, vscode.l10n.t('Save What the QR Code Holds'));
      await file?.write(bytes);
      return file?.name;
    },
    join: async (symbols) => (await server.request(joinMethod, { symbols })).sets,
    png: (made, options) => render(options)(made, 'png'),
    previewBatch: (wanted) => server.request(batchPreviewMethod, wanted),
    makePiece: (wanted, format, from, take, level, options) =>
      server.request(batchMethod, {
        ...wanted,
        format,
        from,
        take,
        options: { level, boostLevel: true, ...encodeOptions(options) },
        render: renderOptions(options),
      }),
    batchFolder: () => batchFolder(work, last),
    during: work.during,
    makeSymbols: (wanted, from, take, level, options) =>
      server.request(batchSymbolsMethod, {
        ...wanted,
        from,
        take,
        options: { level, boostLevel: true, ...encodeOptions(options) },
        render: renderOptions(options),
      }),
    sheetPlace: (title, format) => pickFile(`${fileNameOf(title)}.${format}`, work, last),
    sheet,
    batchEnded() {},
    async saveSheet(made, format, options, went) {
      const [first] = made;
      if (!first) return undefined;
      const file = await pickFile(`${symbolName(first)}.${format}`, work, last);
      const title = made.every(({ source }) => source === first.source) ? altText(first) : vscode.l10n.t('QR Codes');
      const entries = made.map((each) => {
        const { symbol, part } = each.item;
        return { symbol, label: part ? `${part.index + 1} / ${part.count}` : altText(each) };
      });
      if (!file) return undefined;
      const bytes = await sheet(title, entries, format, options);
      await file.write(bytes);
      went?.(bytes);
      return file.name;
    },
    async openText(content) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language: 'csv' }));
    },
    insertImage: (made, options, went) => insertImage(editor(), made, () => render(options)(made, 'png'), went),
    follow,
  };
}
