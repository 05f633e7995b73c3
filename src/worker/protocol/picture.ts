/**
 * What the decoder says about one picture: the shape of `decode --format jsonl` and of the result
 * of `qr/decode`.
 */
import type { Corners } from './corners';
import type { Failure } from './errors';
import type { PictureTool, PictureToolKind } from './pictureTools';
import type { SecretKind } from './secretKind';
import type { Level } from './symbol';

export type { Corners } from './corners';

export const efforts = ['fast', 'normal', 'thorough'] as const;
export type Effort = (typeof efforts)[number];

/**
 * Which symbologies are looked for: the QR Code family (models 1 and 2, Micro QR, rMQR), or
 * everything the engine knows.
 */
export const formatChoices = ['qr', 'all'] as const;
export type Formats = (typeof formatChoices)[number];

export interface DecodedSymbol {
  /** The content as text; `charset` says how the bytes were understood. */
  text: string;
  /** Holds a password, a key or a token: into no name, title, log, history or state. */
  secret: boolean;
  /** Which sort of secret. */
  secretKind?: SecretKind;
  bytes: Uint8Array;
  /**
   * 'QRCode', 'QRCodeModel1', 'MicroQRCode', 'RMQRCode' or, with formats 'all', the name of another
   * symbology.
   */
  format: string;
  version?: number;
  level?: Level;
  /** 0 to 7, where the engine tells. */
  mask?: number;
  /**
   * Name of the character set, and whether the symbol said so (eci) or it was decided by looking at
   * the bytes (guess), and then why: a word such as valid-utf-8. In the panel somebody may have
   * chosen another.
   */
  charset?: { name: string; from: 'eci' | 'ascii' | 'guess' | 'chosen'; reason?: string };
  corners: Corners;
  mirrored?: boolean;
  inverted?: boolean;
  engine: string;
  /** Name of the attempt of the ladder that read it. */
  attempt: string;
  /** The tools that the picture was changed with before it was read there, in order. */
  after?: PictureToolKind[];
  /** Frame or page of the file, from 1 on where it is not the first. */
  frame?: number;
  /** Structured append: index from 0. */
  part?: { index: number; count: number; parity: number };
}

/**
 * Symbols of structured append that belong together: the same number of parts and the same parity.
 */
export interface DecodedSet {
  count: number;
  parity: number;
  /** Indexes from 0 of the parts that were not read. */
  missing: number[];
  /** The whole text, when nothing is missing. */
  text?: string;
  /**
   * The bytes give the parity that the symbols name; false: parts of different sets were taken for
   * one; absent: the symbols name none (0).
   */
  parityHolds?: boolean;
  /** The whole text or one of the parts holds a password, a key or a token. */
  secret: boolean;
  secretKind?: SecretKind;
}

/** Whether a symbol is one of those that a set is joined from. */
export const isPartOf = ({ part }: Pick<DecodedSymbol, 'part'>, set: Pick<DecodedSet, 'count' | 'parity'>): boolean =>
  part?.count === set.count && part.parity === set.parity;

/**
 * The symbols with every part of a secret set marked as one, and as a secret of its sort: the end of
 * a password alone looks like none.
 */
export const withSecretParts = (symbols: readonly DecodedSymbol[], sets: readonly DecodedSet[]): DecodedSymbol[] =>
  symbols.map((symbol) => {
    const set = sets.find((each) => each.secret && isPartOf(symbol, each));
    if (!set) return symbol;
    const secretKind = symbol.secretKind ?? set.secretKind;
    return { ...symbol, secret: true, ...(secretKind && { secretKind }) };
  });

/** By which turn or mirroring a stored picture stands upright: the numbers of Exif (1 is none). */
export type Orientation = 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface DecodedPicture {
  /** Pixels as stored. */
  width: number;
  height: number;
  /** How the picture is to be turned; absent when it stands upright as stored. */
  orientation?: Orientation;
  /** Kind found by content: 'png', 'jpeg', 'bmp', 'gif', 'webp', 'tiff' */
  type?: string;
  symbols: DecodedSymbol[];
  /** Only when a symbol is part of a set. */
  sets?: DecodedSet[];
  /** Wall time in the decode worker. */
  ms: number;
  /** Names of the attempts that were made, in order; each once. */
  tried?: string[];
  /**
   * The picture as the tools left it, where it was asked for: width * height bytes of luminance,
   * row by row.
   */
  changed?: { data: Uint8Array; width: number; height: number };
  /** A deadline ended the search early: more may be in the picture. */
  cutOff?: boolean;
  /** Said to the user but no failure, e.g. the content is no PNG although the name says so. */
  notes?: Failure[];
  error?: Failure;
}

export interface DecodeOptions {
  effort?: Effort;
  formats?: Formats;
  /**
   * Pictures of more pixels are refused before they are decoded; default 100,000,000, at most
   * 400,000,000.
   */
  maxPixels?: number;
  /** A picture's deadline in milliseconds, from 1 to a day; default 10,000. */
  timeoutMs?: number;
  /** What is done to the picture before it is read; corners are still those of the stored one. */
  tools?: PictureTool[];
  /** Longer side of the changed picture that is answered, 1 to 4,000 pixels; absent: none. */
  changedSide?: number;
}
