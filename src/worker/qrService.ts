/** The server's QR half: encode, render and decode requests. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { asFailure } from './protocol/errors';
import type { Locale } from './protocol/finding';
import { moveWith } from './protocol/messagePort';
import {
  type DecodeParams,
  decodedNotification,
  decodeMethod,
  type EncodedText,
  type EncodeParams,
  encodeMethod,
  type RenderParams,
  renderMethod,
} from './protocol/methods';
import type { DecodeEngine } from './qr/decode/decodeImage';
import type { DecodePool } from './qr/decode/pool';
import { encode } from './qr/encode';
import { render } from './qr/render/render';
import { verify } from './qr/verify';

export interface QrHost {
  /** The reader that proves finished symbols; made on first use. */
  engine(): Promise<DecodeEngine>;
  /** The decode threads; none is started before the first picture. */
  decodePool(locale: Locale): DecodePool;
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

export function qrService(connection: Connection, host: QrHost, locale: Locale): void {
  connection.onRequest(encodeMethod.method, async ({ texts, options }: EncodeParams): Promise<{ items: EncodedText[] }> => {
    const items: EncodedText[] = [];
    for (const text of texts) {
      try {
        const encoded = encode(text, options);
        const { zxing } = await host.engine();
        items.push({ text, ...encoded, readBack: verify(encoded.symbol, new TextEncoder().encode(text), zxing) });
      } catch (error) {
        items.push({ text, error: asFailure(error, locale) });
      }
    }
    return { items };
  });

  connection.onRequest(renderMethod.method, ({ symbol, format, options }: RenderParams) => {
    const bytes = render(symbol, format, options);
    return moveWith({ bytes }, [bytes]);
  });

  connection.onRequest(decodeMethod.method, async ({ pictures, options, token }: DecodeParams, cancel: CancellationToken) => {
    const pool = host.decodePool(locale);
    const aborted = new AbortController();
    cancel.onCancellationRequested(() => aborted.abort());
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
