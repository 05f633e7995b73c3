/**
 * The custom requests beside LSP: who sends each, why, its params and its result. Everything here
 * passes structured clone.
 */
import type { Attestable, AttestParams, AttestResult } from './attest';
import type { BatchParams, BatchPiece, BatchPreview, BatchSource, BatchSymbols, SheetParams } from './batch';
import type { Failure } from './errors';
import type { PayloadForm, PayloadValues, RecognisedPayload } from './payload';
import type { DecodedPicture, DecodeOptions } from './picture';
import type { ScaffoldAnswers, ScaffoldQuestion, ScaffoldResult } from './scaffold';
import type { RenderFormat, RenderOptions, ScanMarginResult } from './style';
import type { EncodeOptions, Level, QrSymbol, ReadBack } from './symbol';

export type { RenderFormat, RenderOptions } from './style';

/** A method name together with the types that travel under it. */
export interface Method<Params, Result> {
  readonly method: string;
  /** Never set; carries the types. */
  readonly types?: [Params, Result];
}

export const method = <Params, Result>(name: string): Method<Params, Result> => ({ method: name });

export interface SplitOptions {
  /** Wanted level; default the one of the fewest symbols. */
  level?: Level;
  /** 1 to 40; symbols are no larger. */
  maxVersion?: number;
  eci?: boolean;
}

export interface SetSize {
  /** Symbols. */
  count: number;
  /** Modules a side. */
  size: number;
}

export interface EncodeParams {
  texts: string[];
  options?: EncodeOptions;
  /** How the symbols will be shown and saved: they are read back as they will look. */
  look?: RenderOptions;
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
      /**
       * It, or the whole that it is a part of, holds a password, a key or a token: into no name,
       * title, log, history or state.
       */
      secret: boolean;
      symbol: QrSymbol;
      readBack: ReadBack;
      wantedLevel: Level;
      bytes: number;
      capacities: Record<Level, number>;
      /** One symbol of a set: index from 0. */
      part?: { index: number; count: number; parity: number };
      /**
       * The level of a set was chosen for the fewest symbols: what level H would take; null: more
       * than a set can have.
       */
      atH?: SetSize | null;
      /** What the text is or is like; absent for plain text. */
      recognised?: KnownText;
      error?: undefined;
    }
  | { text: string; secret: boolean; error: Failure; symbol?: undefined };

/** Extension to server, once per *Generate*: in the order of the texts. */
export const encodeMethod = method<EncodeParams, { items: EncodedText[] }>('qr/encode');

/**
 * Extension to server, for a text that is to be divided over several symbols: one answer per
 * symbol, or one that is an error.
 */
export const encodeSetMethod = method<
  { text: string; options?: SplitOptions; look?: RenderOptions },
  { items: EncodedText[] }
>('qr/encodeSet');

/**
 * Extension to server, for the bytes of a file that is no text: they are taken as they are, and the
 * answer's text is empty.
 */
export const encodeBytesMethod = method<
  { bytes: Uint8Array; options?: EncodeOptions; look?: RenderOptions },
  { item: EncodedText }
>('qr/encodeBytes');

/**
 * Extension to server, when a form is first shown: every kind of payload with its fields, in the
 * order of a menu.
 */
export const payloadFormsMethod = method<Record<string, never>, { forms: PayloadForm[] }>('qr/payloadForms');

export interface EncodePayloadParams {
  kind: string;
  values: PayloadValues;
  options?: EncodeOptions;
  look?: RenderOptions;
}

/**
 * Extension to server, when a form is filled in and while it is: the symbol of the payload's text.
 * Values that the kind does not allow give an error whose `data.field` names the field.
 */
export const encodePayloadMethod = method<EncodePayloadParams, { item: EncodedText }>('qr/encodePayload');

export interface RenderParams {
  symbol: QrSymbol;
  format: RenderFormat;
  options?: RenderOptions;
}

/**
 * Extension to server, when a symbol is copied or saved: the file's bytes (text formats as UTF-8).
 * Refused with `style-not-read-back`, whose message says what to change, when the finished picture
 * does not read back.
 */
export const renderMethod = method<RenderParams, { bytes: Uint8Array }>('qr/render');

/**
 * Extension to server, when a symbol's style is shown or changed: the finished picture's scan
 * margin under disturbances, or why there is none.
 */
export const scanMarginMethod = method<RenderParams, ScanMarginResult>('qr/scanMargin');

/** Extension to server, before a batch: what its rows would become. @public */
export const batchPreviewMethod = method<BatchSource, BatchPreview>('qr/batchPreview');

/**
 * Extension to server, once per piece of a batch, so that progress is shown, cancelling is to stop
 * asking, and memory stays small. @public
 */
export const batchMethod = method<BatchParams, BatchPiece>('qr/batch');

/** Extension to server, once per piece of a batch that is to be printed. @public */
export const batchSymbolsMethod = method<Omit<BatchParams, 'format'>, BatchSymbols>('qr/batchSymbols');

/** Extension to server: one printable file of symbols that were made before. @public */
export const sheetMethod = method<SheetParams, { bytes: Uint8Array }>('qr/sheet');

export interface DecodeParams {
  /** `bytes` by structured clone; over stdio `base64` instead (JSON has no bytes). */
  pictures: { name: string; bytes?: Uint8Array; base64?: string }[];
  options?: DecodeOptions;
  /** Notified with `decodedNotification` when a picture is done. */
  token?: string;
}

/** Extension to server, once per *Decode*: one answer per picture, in the order asked. */
export const decodeMethod = method<DecodeParams, { pictures: DecodedPicture[] }>('qr/decode');

/**
 * Server to extension: one picture of a running decode request is done (for the progress count).
 */
export const decodedNotification = method<{ token: string; index: number; done: number; count: number }, void>(
  'qr/decoded',
);

/**
 * Server to its client, where the host has no file system of its own: the bytes of a workspace
 * file, the text of an open one, null where there is none; absent: it cannot be read.
 */
export const readFileMethod = method<{ uri: string }, { content?: Uint8Array | string | null }>('files/read');

/** What lies in a folder of the workspace. */
export interface FolderEntry {
  name: string;
  isFolder: boolean;
}

/** Server to its client, likewise: what lies in a folder, in name order, or null. */
export const readFolderMethod = method<{ uri: string }, { entries: FolderEntry[] | null }>('files/readFolder');

/**
 * Extension to server, for *Check Workspace Compliance*: the diagnostics, in LSP's words, of those
 * that are deployment files, in the order asked.
 */
export const checkFilesMethod = method<{ uris: string[] }, { files: { uri: string; diagnostics: unknown[] }[] }>(
  'compliance/check',
);

/**
 * Extension to server, for *Write Baseline*: the text of a baseline at that address, of these files,
 * how many findings are in it, and those files that could not be judged.
 */
export const baselineMethod = method<
  { uris: string[]; baseline: string },
  { text: string; count: number; notJudged: string[] }
>('compliance/baseline');

/**
 * Extension to server, before a deployment is made: what is asked, in this order, in both languages.
 */
export const scaffoldQuestionsMethod = method<Record<string, never>, { questions: ScaffoldQuestion[] }>(
  'compliance/scaffoldQuestions',
);

/**
 * Extension to server, when a question was answered and when the files are to be shown: the texts of
 * the whole deployment, written by the extension, or which answer is none.
 */
export const scaffoldMethod = method<{ answers: ScaffoldAnswers }, ScaffoldResult>('compliance/scaffold');

/**
 * Extension to server, when somebody is to attest a row: the configuration that holds at an address,
 * or would be made for it, and the rows, open ones first.
 */
export const attestableMethod = method<{ uri: string }, Attestable>('compliance/attestable');

/** Extension to server: the edit of a configuration that writes an attestation. */
export const attestMethod = method<AttestParams, AttestResult>('compliance/attest');
