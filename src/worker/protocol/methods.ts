/** The custom requests beside LSP: who sends each, why, its params and its result. Everything here passes structured clone. */
import type { Failure } from './errors';
import type { PayloadForm, PayloadValues, RecognisedPayload } from './payload';
import type { DecodedPicture, DecodeOptions } from './picture';
import type { Level, QrSymbol, ReadBack } from './symbol';

/** A method name together with the types that travel under it. */
export interface Method<Params, Result> {
  readonly method: string;
  /** Never set; carries the types. */
  readonly types?: [Params, Result];
}

const method = <Params, Result>(name: string): Method<Params, Result> => ({ method: name });

export interface EncodeOptions {
  /** Wanted level; default H. A text that does not fit falls back to the strongest level that does. */
  level?: Level;
  /** 1 to 40; default the smallest that fits. */
  version?: number;
  /** 0 to 7; default the one with the lowest penalty. */
  mask?: number;
  /** Say in the symbol that a text beyond ASCII is UTF-8, for scanners that guess wrongly; costs 12 bits. */
  eci?: boolean;
  /** Take a stronger level than wanted where the version has room for it anyway. */
  boostLevel?: boolean;
}

export interface SplitOptions {
  /** Wanted level; default H. */
  level?: Level;
  /** 1 to 40; symbols are no larger. */
  maxVersion?: number;
  eci?: boolean;
}

export interface EncodeParams {
  texts: string[];
  options?: EncodeOptions;
}

/** A text's kind with the values of its form. */
export interface KnownText extends RecognisedPayload {
  /** The kind in the user's language. */
  label: string;
  /** Only like that kind: an address or a number without the mark that makes it a payload. */
  bare: boolean;
}

/** One text's answer: a symbol that was read back, or why there is none. */
export type EncodedText =
  | {
      text: string;
      symbol: QrSymbol;
      readBack: ReadBack;
      wantedLevel: Level;
      bytes: number;
      capacities: Record<Level, number>;
      /** One symbol of a set: index from 0. */
      part?: { index: number; count: number; parity: number };
      /** What the text is or is like; absent for plain text. */
      recognised?: KnownText;
      error?: undefined;
    }
  | { text: string; error: Failure; symbol?: undefined };

/** Extension to server, once per *Generate*: in the order of the texts. */
export const encodeMethod = method<EncodeParams, { items: EncodedText[] }>('qr/encode');

/** Extension to server, for a text that is to be divided over several symbols: one answer per symbol, or one that is an error. */
export const encodeSetMethod = method<{ text: string; options?: SplitOptions }, { items: EncodedText[] }>('qr/encodeSet');

/** Extension to server, for the bytes of a file that is no text: they are taken as they are, and the answer's text is empty. */
export const encodeBytesMethod = method<{ bytes: Uint8Array; options?: EncodeOptions }, { item: EncodedText }>('qr/encodeBytes');

/** Extension to server, when a form is first shown: every kind of payload with its fields, in the order of a menu. */
export const payloadFormsMethod = method<Record<string, never>, { forms: PayloadForm[] }>('qr/payloadForms');

export interface EncodePayloadParams {
  kind: string;
  values: PayloadValues;
  options?: EncodeOptions;
}

/**
 * Extension to server, when a form is filled in and while it is: the symbol of the payload's text. Values that the kind does not allow
 * give an error whose `data.field` names the field.
 */
export const encodePayloadMethod = method<EncodePayloadParams, { item: EncodedText }>('qr/encodePayload');

export type RenderFormat = 'png' | 'svg' | 'jpeg' | 'pdf' | 'terminal';

export interface RenderOptions {
  /** Quiet zone in modules; default 4. */
  marginModules?: number;
  /** Pixels a module for png and jpeg; default 8. */
  scale?: number;
  /** #rrggbb; default black on white. */
  dark?: string;
  light?: string;
  /** Title of an svg or pdf; default none. */
  title?: string;
}

export interface RenderParams {
  symbol: QrSymbol;
  format: RenderFormat;
  options?: RenderOptions;
}

/** Extension to server, when a symbol is saved: the file's bytes (text formats as UTF-8). */
export const renderMethod = method<RenderParams, { bytes: Uint8Array }>('qr/render');

export interface DecodeParams {
  /** `bytes` by structured clone; over stdio `base64` instead (JSON has no bytes). */
  pictures: { name: string; bytes?: Uint8Array; base64?: string }[];
  options?: DecodeOptions;
  /** Notified with `decodedNotification` when a picture is done. */
  token?: string;
}

/** Extension to server, once per *Decode*: one answer per picture, in the order asked. */
export const decodeMethod = method<DecodeParams, { pictures: DecodedPicture[] }>('qr/decode');

/** Server to extension: one picture of a running decode request is done (for the progress count). */
export const decodedNotification = method<{ token: string; index: number; done: number; count: number }, void>('qr/decoded');

/** Server to its client, where the host has no file system of its own: the text of a workspace file, or null when there is none. */
export const readFileMethod = method<{ uri: string }, { text: string | null }>('files/read');

/** Extension to server, for *Check Workspace Compliance*: these files' diagnostics, in LSP's words, in the order asked. */
export const checkFilesMethod = method<{ uris: string[] }, { files: { uri: string; diagnostics: unknown[] }[] }>('compliance/check');
