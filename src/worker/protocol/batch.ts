/**
 * A table or list of texts to symbols: what is asked for and what comes back, piece by piece.
 * Everything here passes structured clone.
 */
import type { Failure } from './errors';
import type { RenderFormat, RenderOptions } from './style';
import type { EncodeOptions, QrSymbol } from './symbol';

export interface BatchSource {
  /** The file as stored (encoding detected), or text that is open in an editor. */
  content: Uint8Array | string;
  /** True: a table with a header row (comma, semicolon or tab); false: one text a line. */
  table: boolean;
  /** Of a table: a header's name, or a number from 1; default 1. */
  column?: string;
  /**
   * Of a table: build this payload kind from the columns that bear its fields' names; `column` is
   * not used then.
   */
  kind?: string;
  /**
   * Of the files' names without extension, default `{n}`; `{n}`, `{text}` and every column's name
   * are filled in.
   */
  namePattern?: string;
}

/** One row as it would be made: for the preview grid. */
export interface BatchPreviewRow {
  /** Line of the source, from 1. */
  line: number;
  /** Safe and unique, without extension. */
  name: string;
  /** Empty when there is an error. A secret is masked. */
  text: string;
  secret: boolean;
  error?: Failure;
}

export interface BatchPreview {
  /** Header names of a table, else empty. */
  columns: string[];
  /** Of the columns, the one that is likely meant: to be asked for in the next request. */
  likeliest?: string;
  /** How the bytes were understood; absent for text. */
  encoding?: string;
  /** Rows in all. */
  count: number;
  /** The first rows, 100 at most. */
  rows: BatchPreviewRow[];
}

export interface BatchParams extends BatchSource {
  options?: EncodeOptions;
  format: RenderFormat;
  render?: RenderOptions;
  /** The rows of this piece: index from 0, and how many at most; default 100. */
  from: number;
  take?: number;
}

export interface BatchFile {
  line: number;
  /** With extension. */
  name: string;
  /** What it encodes holds a password, a key or a token. */
  secret: boolean;
  bytes: Uint8Array;
}

/**
 * The files of one piece; every one was read back. Ask on from `next` until it is absent; to
 * cancel, stop asking.
 */
export interface BatchPiece {
  files: BatchFile[];
  failures: { line: number; name: string; error: Failure }[];
  next?: number;
  count: number;
}

/** A symbol of a sheet to print. */
export interface SheetEntry {
  symbol: QrSymbol;
  label: string;
}

/** The symbols of one piece, each read back, with the names of their files as labels. */
export interface BatchSymbols extends Omit<BatchPiece, 'files'> {
  entries: SheetEntry[];
}

/** A printable overview (A4, labelled) of symbols in one look. */
export interface SheetParams {
  entries: SheetEntry[];
  render?: RenderOptions;
  format: 'html' | 'pdf';
  title?: string;
}
