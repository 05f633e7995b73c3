/** The server's QR half: encode, render and decode requests. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { asFailure } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
import { describeMethod, joinMethod, readBytesMethod } from '../protocol/meaning';
import { moveWith } from '../protocol/messagePort';
import {
  type DecodeParams,
  decodedNotification,
  decodeMethod,
  type EncodedText,
  type EncodeParams,
  type EncodePayloadParams,
  encodeBytesMethod,
  encodeMethod,
  encodePayloadMethod,
  encodeSetMethod,
  payloadFormsMethod,
  type RenderOptions,
  type RenderParams,
  renderMethod,
  type SplitOptions,
  scanMarginMethod,
} from '../protocol/methods';
import type { PayloadField, PayloadForm } from '../protocol/payload';
import type { DecodedSymbol } from '../protocol/picture';
import { exportMethod, type PathPicture, type PictureFormat } from '../protocol/pictureMethods';
import type { EncodeOptions } from '../protocol/symbol';
import {
  buildPayload,
  describeText,
  formFailure,
  holdsSecret,
  knownText,
  type Making,
  makeSymbol,
  type Prover,
  payloadKind,
  payloadKinds,
  provenFile,
  scanMargin,
  split,
  withDemandedLevel,
} from '../qr';
import { type DecodeEngine, type DecodePool, joinParts, pictureTable, readBytes } from '../qr/read';
import { giveWay, givingWay } from './givingWay';
import { onMethod } from './onMethod';

export interface QrHost {
  /** The reader that proves finished symbols; made on first use. */
  engine(): Promise<DecodeEngine>;
  /** The decode threads; none is started before the first picture. */
  decodePool(locale: Locale): DecodePool;
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Without the functions that check a value: they cannot travel. */
const plainField = ({
  name,
  label,
  input,
  required,
  choices,
  choiceLabels,
  only,
  example,
}: PayloadField): PayloadField => ({
  name,
  label,
  input,
  ...(required !== undefined && { required }),
  ...(choices && { choices }),
  ...(choiceLabels && { choiceLabels }),
  ...(only && { only }),
  ...(example !== undefined && { example }),
});

export function qrService(connection: Connection, host: QrHost, locale: Locale): void {
  /** What `make` gives with the reader of symbols, or one item that says why it could not. */
  const made = async <T extends EncodedText>(text: string, make: (prover: Prover) => T[]): Promise<EncodedText[]> => {
    try {
      return make((await host.engine()).zxing);
    } catch (error) {
      return [{ text, secret: holdsSecret(text), error: asFailure(error, locale) }];
    }
  };

  const encodeText = async (text: string, making: Making): Promise<EncodedText> => {
    const [item] = await made(text, (prover) => {
      const recognised = knownText(text, locale);
      return [{ ...makeSymbol(text, making, prover), ...(recognised && { recognised }) }];
    });
    return item!;
  };

  type SetParams = { text: string; options?: SplitOptions; look?: RenderOptions };
  onMethod(connection, encodeSetMethod, async ({ text, ...making }: SetParams) => ({
    items: await made(text, (prover) =>
      split(text, making, prover).map(({ part, ...whole }) => ({ ...whole, ...(part.count > 1 && { part }) })),
    ),
  }));

  type BytesParams = { bytes: Uint8Array; options?: EncodeOptions; look?: RenderOptions };
  onMethod(connection, encodeBytesMethod, async ({ bytes, ...making }: BytesParams): Promise<{ item: EncodedText }> => {
    const [item] = await made('', (prover) => [makeSymbol(Uint8Array.from(bytes), making, prover)]);
    return { item: item! };
  });

  onMethod(connection, encodeMethod, async ({ texts, ...making }: EncodeParams): Promise<{ items: EncodedText[] }> => {
    const items: EncodedText[] = [];
    const next = givingWay();
    for (const text of texts) {
      items.push(await encodeText(text, making));
      await next();
    }
    return { items };
  });

  onMethod(connection, payloadFormsMethod, (): { forms: PayloadForm[] } => ({
    forms: payloadKinds.map(({ kind, label, fields }) => ({ kind, label, fields: fields.map(plainField) })),
  }));

  onMethod(
    connection,
    encodePayloadMethod,
    async ({ kind, values, options, look }: EncodePayloadParams): Promise<{ item: EncodedText }> => {
      try {
        const form = payloadKind(kind);
        return {
          item: await encodeText(buildPayload(form, values), { options: withDemandedLevel(form.level, options), look }),
        };
      } catch (error) {
        return { item: { text: '', secret: false, error: formFailure(error, kind, locale) } };
      }
    },
  );

  onMethod(connection, renderMethod, async ({ symbol, format, options = {} }: RenderParams) => {
    const bytes = provenFile(symbol, format, options, (await host.engine()).zxing);
    return moveWith({ bytes }, [bytes]);
  });

  onMethod(connection, scanMarginMethod, async ({ symbol, format, options = {} }: RenderParams) => {
    try {
      return { scanMargin: await scanMargin(symbol, format, options, (await host.engine()).zxing, locale, giveWay) };
    } catch (error) {
      return { error: asFailure(error, locale) };
    }
  });

  type ExportParams = { pictures: PathPicture[]; format: PictureFormat };
  onMethod(connection, exportMethod, ({ pictures, format }: ExportParams) => ({
    text: pictureTable(pictures, format),
  }));

  onMethod(connection, joinMethod, ({ symbols }: { symbols: DecodedSymbol[] }) => ({ sets: joinParts(symbols) }));

  onMethod(connection, describeMethod, ({ texts }: { texts: string[] }) => ({
    meanings: texts.map((text) => describeText(text, locale)),
  }));

  onMethod(connection, readBytesMethod, ({ bytes, charset }: { bytes: Uint8Array; charset: string }) => {
    const read = readBytes(Uint8Array.from(bytes), charset);
    return { ...read, secret: holdsSecret(read.text) };
  });

  onMethod(connection, decodeMethod, async ({ pictures, options, token }: DecodeParams, cancel: CancellationToken) => {
    const pool = host.decodePool(locale);
    const aborted = new AbortController();
    cancel.onCancellationRequested(() => aborted.abort());
    // One that comes in cancelled never tells of it.
    if (cancel.isCancellationRequested) aborted.abort();
    let done = 0;
    const answers = await Promise.all(
      pictures.map(async ({ name, bytes, base64 }, index) => {
        const answer = await pool.decode({ name, bytes: bytes ?? fromBase64(base64 ?? '') }, options, aborted.signal);
        done++;
        if (token !== undefined)
          void connection.sendNotification(decodedNotification.method, { token, index, done, count: pictures.length });
        return answer;
      }),
    );
    return { pictures: answers };
  });
}
