/** The server's QR half: encode, render and decode requests. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { asFailure } from '../protocol/errors';
import type { Locale } from '../protocol/finding';
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
  joinMethod,
  type KnownText,
  measureMethod,
  payloadFormsMethod,
  type RenderOptions,
  type RenderParams,
  renderMethod,
  type SplitOptions,
} from '../protocol/methods';
import type { PayloadField, PayloadForm } from '../protocol/payload';
import type { DecodedSymbol } from '../protocol/picture';
import type { EncodeOptions, QrSymbol, ReadBack } from '../protocol/symbol';
import type { DecodeEngine } from '../qr/decode/decodeImage';
import { joinParts } from '../qr/decode/joinParts';
import type { DecodePool } from '../qr/decode/pool';
import { encode, encodeBytes } from '../qr/encode';
import { byteCapacities } from '../qr/limits';
import { prove } from '../qr/margin/prove';
import { scanMargin } from '../qr/margin/scanMargin';
import { payloadKind, payloadKinds, recognise } from '../qr/payloads';
import { withDemandedLevel } from '../qr/payloads/demandedLevel';
import { formFailure } from '../qr/payloads/formFailure';
import { buildPayload } from '../qr/payloads/kind';
import { suggest } from '../qr/payloads/suggest';
import { readBack } from '../qr/readBack';
import { render } from '../qr/render/render';
import { holdsSecret } from '../qr/secret';
import { split } from '../qr/split';
import { onMethod } from './onMethod';

export interface QrHost {
  /** The reader that proves finished symbols; made on first use. */
  engine(): Promise<DecodeEngine>;
  /** The decode threads; none is started before the first picture. */
  decodePool(locale: Locale): DecodePool;
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Without the functions that check a value: they cannot travel. */
const plainField = ({ name, label, input, required, choices, choiceLabels, only, example }: PayloadField): PayloadField => ({
  name,
  label,
  input,
  ...(required !== undefined && { required }),
  ...(choices && { choices }),
  ...(choiceLabels && { choiceLabels }),
  ...(only && { only }),
  ...(example !== undefined && { example }),
});

/** What a text is, or else is like; undefined for plain text. */
function kindOf(text: string, locale: Locale): KnownText | undefined {
  const known = recognise(text);
  const found = known?.kind === 'text' ? suggest(text) : known;
  return found && { ...found, label: payloadKind(found.kind).label[locale], bare: found !== known };
}

/** Where the level is not the user's own choice (then it may not be raised), it is the one that the kind's standard demands. */
function demandedBy(known: KnownText | undefined, options?: EncodeOptions): EncodeOptions | undefined {
  const level = known && !known.bare ? payloadKind(known.kind).level : undefined;
  return options?.boostLevel ? withDemandedLevel(level, options) : options;
}

/** Lets what has arrived meanwhile be done first. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

export function qrService(connection: Connection, host: QrHost, locale: Locale): void {
  const proven = async (symbol: QrSymbol, bytes: Uint8Array, look?: RenderOptions): Promise<ReadBack> => {
    const { zxing } = await host.engine();
    return readBack(symbol, bytes, zxing, look);
  };

  const encodeText = async (text: string, { options, look }: Pick<EncodeParams, 'options' | 'look'>): Promise<EncodedText> => {
    try {
      const recognised = kindOf(text, locale);
      const encoded = encode(text, demandedBy(recognised, options));
      const proof = await proven(encoded.symbol, new TextEncoder().encode(text), look);
      return { text, secret: holdsSecret(text), ...encoded, readBack: proof, ...(recognised && { recognised }) };
    } catch (error) {
      return { text, secret: holdsSecret(text), error: asFailure(error, locale) };
    }
  };

  const encodeSet = async (text: string, options?: SplitOptions, look?: RenderOptions): Promise<EncodedText[]> => {
    try {
      const { parts, wantedLevel, atH } = split(text, options);
      const capacities = byteCapacities(options?.maxVersion);
      const secret = holdsSecret(text);
      const made: EncodedText[] = [];
      for (const { symbol, bytes, part } of parts)
        made.push({
          text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
          secret,
          symbol,
          readBack: await proven(symbol, bytes, look),
          wantedLevel,
          bytes: bytes.length,
          capacities,
          ...(part.count > 1 && { part }),
          ...(atH !== undefined && { atH }),
        });
      return made;
    } catch (error) {
      return [{ text, secret: holdsSecret(text), error: asFailure(error, locale) }];
    }
  };

  type SetParams = { text: string; options?: SplitOptions; look?: RenderOptions };
  onMethod(connection, encodeSetMethod, async ({ text, options, look }: SetParams) => ({
    items: await encodeSet(text, options, look),
  }));

  type BytesParams = { bytes: Uint8Array; options?: EncodeOptions; look?: RenderOptions };
  onMethod(connection, encodeBytesMethod, async ({ bytes, options, look }: BytesParams): Promise<{ item: EncodedText }> => {
    try {
      const whole = Uint8Array.from(bytes);
      const encoded = encodeBytes(whole, options);
      const secret = holdsSecret(new TextDecoder().decode(whole));
      return { item: { text: '', secret, ...encoded, readBack: await proven(encoded.symbol, whole, look) } };
    } catch (error) {
      return { item: { text: '', secret: false, error: asFailure(error, locale) } };
    }
  });

  onMethod(connection, encodeMethod, async (params: EncodeParams): Promise<{ items: EncodedText[] }> => {
    const items: EncodedText[] = [];
    for (const text of params.texts) items.push(await encodeText(text, params));
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
        return { item: await encodeText(buildPayload(form, values), { options: withDemandedLevel(form.level, options), look }) };
      } catch (error) {
        return { item: { text: '', secret: false, error: formFailure(error, kind, locale) } };
      }
    },
  );

  onMethod(connection, renderMethod, async ({ symbol, format, options = {} }: RenderParams) => {
    prove(symbol, format, options, (await host.engine()).zxing);
    const bytes = render(symbol, format, options);
    return moveWith({ bytes }, [bytes]);
  });

  onMethod(connection, measureMethod, async ({ symbol, format, options = {} }: RenderParams) => {
    try {
      return { margin: await scanMargin(symbol, format, options, (await host.engine()).zxing, locale, pause) };
    } catch (error) {
      return { error: asFailure(error, locale) };
    }
  });

  onMethod(connection, joinMethod, ({ symbols }: { symbols: DecodedSymbol[] }) => ({ sets: joinParts(symbols) }));

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
