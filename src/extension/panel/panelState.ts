/** What the panel's page shows. */

import type { Link } from '../../worker/protocol/link';
import type { TextField } from '../../worker/protocol/meaning';
import type { SetSize } from '../../worker/protocol/methods';
import type { Corners, DecodedSymbol, Orientation } from '../../worker/protocol/picture';
import type { PictureToolKind } from '../../worker/protocol/pictureTools';
import type { Level, Mode } from '../../worker/protocol/symbol';
import type { AttemptWord } from './attemptWords';
import type { FolderState } from './folderState';
import type { MakeOptions } from './makeOptions';
import type { PanelStrings } from './panelStrings';
import type { SavedState } from './savedFields';
import type { SaveFormat } from './saveFormats';
import type { Tab } from './tabs';
import type { KeptTools } from './toolFields';

/** A text's symbol as the page needs it. */
export interface SymbolCard {
  /** At most `MAX_SHOWN_CHARACTERS` of it. */
  text: string;
  /** UTF-16 length of the whole text. */
  length: number;
  /** Holds a password or key: masked until the user asks, never persisted. */
  secret: boolean;
  wantedLevel: Level;
  /** Of the file that the bytes come from; then there is no text. */
  fileName?: string;
  /** One symbol of a set: index from 0. */
  part?: { index: number; count: number };
  /**
   * The level of a set was chosen for the fewest symbols: what level H would take; null: more than
   * a set can have.
   */
  atH?: SetSize | null;
  /** What the text is, or (bare) is like: a kind of the form, in the user's language. */
  kind?: { label: string; bare: boolean };
  /** Too long for one symbol, but not for a set. */
  splittable?: boolean;
  symbol?: {
    version: number;
    level: Level;
    mask: number;
    /** Modules a side. */
    size: number;
    /** Row by row, eight modules a byte, first in the highest bit, as base64. */
    modules: string;
    segments: { mode: Mode; characters: number }[];
    usedBits: number;
    capacityBits: number;
    /** Of the text as UTF-8. */
    bytes: number;
    /** Bytes that fit into the largest symbol of each level. */
    capacities: Record<Level, number>;
    /** Engines that read the finished symbol back. */
    engines: string[];
  };
  /** Why there is no symbol; in the user's language. */
  error?: string;
}

/** A text out of one symbol or several. One that holds a secret comes without it until it is asked for. */
export interface ReadText {
  /** At most `MAX_SHOWN_CHARACTERS` of it; empty where it is hidden. */
  text: string;
  /** UTF-16 length of the whole text; 0 where it is hidden. */
  length: number;
  /** Holds a password or key. */
  secret: boolean;
  /** The text and its secret fields are left out. */
  hidden: boolean;
  /** What the text is, or (bare) is like, in the user's language. */
  kind?: { label: string; bare: boolean };
  fields: TextField[];
  link?: Link;
}

export interface ReadSymbol extends ReadText {
  format: string;
  version?: number;
  level?: Level;
  charset?: DecodedSymbol['charset'];
  corners: Corners;
  mirrored: boolean;
  inverted: boolean;
  engine: string;
  attempt: string;
  /** The tools that the picture was changed with before it was read there. */
  after: PictureToolKind[];
  part?: { index: number; count: number };
}

export interface PictureCard {
  /** The same as long as this picture is shown, however often it is read again. */
  key: string;
  name: string;
  /** Pixels as stored; the corners are in these. */
  width: number;
  height: number;
  orientation?: Orientation;
  type?: string;
  ms: number;
  cutOff: boolean;
  /** In which ways it was tried. */
  tried: AttemptWord[];
  notes: string[];
  error?: string;
  symbols: ReadSymbol[];
  /** What a new page begins with; absent: nothing is done to it. */
  tools?: KeptTools;
}

/**
 * One text over several symbols, of one picture or of several; the text is empty while a part is
 * missing.
 */
export interface ReadSet extends ReadText {
  count: number;
  /** Indexes from 0. */
  missing: number[];
  /** Where the parts stand, in their order: the picture's name and the symbol's number from 1. */
  parts: { index: number; picture: string; number: number }[];
  /**
   * The text is not the one that the symbols were made of: parts of different sets were taken for
   * one.
   */
  mixed: boolean;
  /** The codes carry no check value. */
  unchecked?: boolean;
}

/** A batch that is set up or running. */
export interface BatchState {
  /** Of the document or file. */
  name: string;
  columns: string[];
  /** Found out, where the source was bytes. */
  encoding?: string;
  /** Kinds whose fields columns can fill in. */
  kinds: { kind: string; label: string }[];
  column: string;
  kind: string;
  pattern: string;
  /** Why there is no plan. */
  error?: string;
  /** Rows that have a text. */
  count: number;
  /** The first of the rows that failed, and how many there are. */
  failures: { line: number; message: string }[];
  failureCount: number;
  /** The first rows, with their file names: a picture as data address, or why there is none. */
  preview: { name: string; picture?: string; error?: string }[];
  running?: { done: number; count: number };
}

/**
 * Everything the page shows. The first one stands in the page itself, the next ones come by
 * message.
 */
export interface PanelState {
  version: 1;
  view: number;
  locale: 'en' | 'zh-cn';
  strings: PanelStrings;
  tab: Tab;
  /** Symbols and pictures of before the reload are being made and read again. */
  busy: boolean;
  options: MakeOptions;
  /** What the choices are reset to. */
  defaults: MakeOptions;
  /** The file format that was chosen last. */
  saveFormat: SaveFormat;
  /** What is selected in the editor is what is shown. */
  following: boolean;
  symbols: SymbolCard[];
  pictures: PictureCard[];
  sets: ReadSet[];
  /** The page is to read the picture of the clipboard, once. */
  wantsClipboard?: boolean;
  /** A table of a folder's pictures; its rows come by message. */
  folder?: FolderState;
  batch?: BatchState;
  /** What the page hands to `setState`, and nothing else. */
  saved: SavedState;
}

/** What a form's values would give, or what is wrong with them. */
export type Capacity =
  | { bytes: number; capacity: number; level: Level; version: number; error?: undefined }
  /** `field` is the one to correct, where it is one. */
  | { error: string; field?: string };
