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
  type EncodePayloadParams,
  encodeBytesMethod,
  encodeMethod,
  encodePayloadMethod,
  encodeSetMethod,
  type KnownText,
  payloadFormsMethod,
  type RenderParams,
  renderMethod,
  type SplitOptions,
} from './protocol/methods';
import type { PayloadField, PayloadForm } from './protocol/payload';
import type { EncodeOptions } from './protocol/symbol';
import type { DecodeEngine } from './qr/decode/decodeImage';
import type { DecodePool } from './qr/decode/pool';
import { encode, encodeBytes } from './qr/encode';
import { byteCapacities } from './qr/limits';
import { payloadKind, payloadKinds, recognise } from './qr/payloads';
import { buildPayload } from './qr/payloads/kind';
import { suggest } from './qr/payloads/suggest';
import { render } from './qr/render/render';
import { split } from './qr/split';
import { verify } from './qr/verify';

export interface QrHost {
  /** The reader that proves finished symbols; made on first use. */
  engine(): Promise<DecodeEngine>;
  /** The decode threads; none is started before the first picture. */
  decodePool(locale: Locale): DecodePool;
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Without the functions that check a value: they cannot travel. */
const plainField = ({ name, label, input, required, choices, example }: PayloadField): PayloadField => ({
  name,
  label,
  input,
  ...(required !== undefined && { required }),
  ...(choices && { choices }),
  ...(example !== undefined && { example }),
});

/** What a text is, or else is like; undefined for plain text. */
function kindOf(text: string, locale: Locale): KnownText | undefined {
  const known = recognise(text);
  const found = known?.kind === 'text' ? suggest(text) : known;
  return found && { ...found, label: payloadKind(found.kind).label[locale], bare: found !== known };
}

export function qrService(connection: Connection, host: QrHost, locale: Locale): void {
  const encodeText = async (text: string, options?: EncodeOptions): Promise<EncodedText> => {
    try {
      const encoded = encode(text, options);
      const { zxing } = await host.engine();
      const readBack = verify(encoded.symbol, new TextEncoder().encode(text), zxing);
      const recognised = kindOf(text, locale);
      return { text, ...encoded, readBack, ...(recognised && { recognised }) };
    } catch (error) {
      return { text, error: asFailure(error, locale) };
    }
  };

  const encodeSet = async (text: string, options?: SplitOptions): Promise<EncodedText[]> => {
    try {
      const { parts, wantedLevel } = split(text, options);
      const { zxing } = await host.engine();
      const capacities = byteCapacities(options?.maxVersion);
      return parts.map(({ symbol, bytes, part }) => ({
        text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        symbol,
        readBack: verify(symbol, bytes, zxing),
        wantedLevel,
        bytes: bytes.length,
        capacities,
        ...(part.count > 1 && { part }),
      }));
    } catch (error) {
      return [{ text, error: asFailure(error, locale) }];
    }
  };

  connection.onRequest(encodeSetMethod.method, async ({ text, options }: { text: string; options?: SplitOptions }) => ({
    items: await encodeSet(text, options),
  }));

  connection.onRequest(
    encodeBytesMethod.method,
    async ({ bytes, options }: { bytes: Uint8Array; options?: EncodeOptions }): Promise<{ item: EncodedText }> => {
      try {
        const whole = Uint8Array.from(bytes);
        const encoded = encodeBytes(whole, options);
        const { zxing } = await host.engine();
        return { item: { text: '', ...encoded, readBack: verify(encoded.symbol, whole, zxing) } };
      } catch (error) {
        return { item: { text: '', error: asFailure(error, locale) } };
      }
    },
  );

  connection.onRequest(encodeMethod.method, async ({ texts, options }: EncodeParams): Promise<{ items: EncodedText[] }> => {
    const items: EncodedText[] = [];
    for (const text of texts) items.push(await encodeText(text, options));
    return { items };
  });

  connection.onRequest(payloadFormsMethod.method, (): { forms: PayloadForm[] } => ({
    forms: payloadKinds.map(({ kind, label, fields }) => ({ kind, label, fields: fields.map(plainField) })),
  }));

  connection.onRequest(
    encodePayloadMethod.method,
    async ({ kind, values, options }: EncodePayloadParams): Promise<{ item: EncodedText }> => {
      try {
        return { item: await encodeText(buildPayload(payloadKind(kind), values), options) };
      } catch (error) {
        return { item: { text: '', error: asFailure(error, locale) } };
      }
    },
  );

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
