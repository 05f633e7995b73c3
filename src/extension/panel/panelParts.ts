/**
 * What the parts of the panel's session share: what they may ask for, and how they tell the page.
 */
import type { BatchPiece, BatchPreview, BatchSource, BatchSymbols, SheetEntry } from '../../worker/protocol/batch';
import type { Link } from '../../worker/protocol/link';
import type { TextMeaning } from '../../worker/protocol/meaning';
import type { EncodedText } from '../../worker/protocol/methods';
import type { PayloadForm, PayloadValues } from '../../worker/protocol/payload';
import type { DecodedPicture, DecodedSet, DecodedSymbol, DecodeOptions } from '../../worker/protocol/picture';
import type { PathPicture, PictureFormat } from '../../worker/protocol/pictureMethods';
import type { ScanMarginResult } from '../../worker/protocol/style';
import type { Level } from '../../worker/protocol/symbol';
import type { Remembered, ShownCodes } from '../features/historyEntries';
import type { ReadFile } from '../features/readPictures';
import type { WindowWork } from '../windowWork';
import type { Beginning, CopyFormat, HostMessage, PanelMessage, SaveFormat } from './contract';
import type { MakeOptions } from './makeOptions';
import type { Compared, panelNotices } from './panelNotices';
import type { PanelStrings } from './panelStrings';
import type { MadeSymbol, Source } from './shown';

/** A finished symbol on its way out: with what its file name comes from. */
export interface Outgoing {
  source: Source;
  item: MadeSymbol;
}

export type BatchWanted = BatchSource;
export type SheetFormat = 'html' | 'pdf';

/** A folder that files of a batch go into. */
export interface BatchFolder {
  name: string;
  /** @param name with extension; nothing is overwritten */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** Told of what goes out: each file as it was written, or the text on the clipboard. */
export type Went = (content: Uint8Array | string) => void;

/** What a batch came to. */
export interface BatchEnd {
  made: number;
  failed: number;
  cancelled: boolean;
  ms: number;
  /** It ended early, by an error. */
  error?: unknown;
}

/** A file that the user has chosen the place of. */
export interface FilePlace {
  /** As the user knows it. */
  name: string;
  write(bytes: Uint8Array): Promise<void>;
}

/** A reading of many pictures in the background. */
export interface FolderRun {
  /** Rejects with why it ended early; not for a cancel. */
  done: Promise<void>;
  /** What was read is kept. */
  cancel(): void;
}

export interface FolderListener {
  /** How many pictures there are. */
  found(count: number): void;
  /** @param number of the picture, in the order of the paths */
  read(file: ReadFile, number: number): void;
}

/**
 * What the panel asks of the commands and their worker. Each may throw: the message of the error is
 * shown.
 */
export interface PanelActions {
  /**
   * One answer per source, in order; a level that is not exact is raised where that costs nothing.
   */
  encode(sources: Source[], level: Level, exact: boolean, options: MakeOptions): Promise<EncodedText[]>;
  /** The text over a numbered set; one answer with an error when it does not fit. */
  encodeSet(text: string, level: Level | undefined, options: MakeOptions): Promise<EncodedText[]>;
  /** Every kind of payload with its fields. */
  forms(): Promise<PayloadForm[]>;
  /** The symbol of a filled-in form. */
  encodePayload(kind: string, values: PayloadValues, level: Level, options: MakeOptions): Promise<EncodedText>;
  /** One answer per picture, in order; `options` stand before those of the settings. */
  decode(
    pictures: { name: string; bytes: Uint8Array }[],
    options?: DecodeOptions,
    signal?: AbortSignal,
  ): Promise<DecodedPicture[]>;
  /** Finds and reads the pictures that these files and folders are or hold. */
  readPictures(roots: string[], listener: FolderListener): FolderRun;
  /** A file as the user knows it. */
  pathOf(uri: string): string;
  /** Asks for a place and writes a table of what was read; the file's name. */
  exportPictures(
    name: string,
    format: PictureFormat,
    pictures: PathPicture[],
    went?: Went,
  ): Promise<string | undefined>;
  /** Asks for pictures or a folder and reads them. */
  choosePictures(what: 'pictures' | 'folder'): Promise<void>;
  /** The sets that parts of one make. */
  join(symbols: DecodedSymbol[]): Promise<DecodedSet[]>;
  /** What each text means, in order. */
  describe(texts: string[]): Promise<TextMeaning[]>;
  /** Bytes in a character set, and which there are. */
  readBytes(
    bytes: Uint8Array,
    charset: string,
  ): Promise<{ text: string; broken: boolean; secret: boolean; charsets: readonly string[] }>;
  /** Asks for a place and writes what was read; the name of the file, or undefined when cancelled. */
  saveContent(name: string, bytes: Uint8Array): Promise<string | undefined>;
  /** The symbol in its look, as SVG in a data address. */
  picture(made: Outgoing, options: MakeOptions): Promise<string>;
  /** What the picture survives as it would be saved, or why it is not offered. */
  scanMargin(made: Outgoing, options: MakeOptions): Promise<ScanMarginResult>;
  /** Asks for a picture file; undefined when the user cancelled. */
  pickLogo(): Promise<{ name: string; bytes: Uint8Array } | undefined>;
  /** The file format that was chosen last. */
  saveFormat(): SaveFormat;
  rememberFormat(format: SaveFormat): void;
  /**
   * Renders, asks for a place and writes; the name of the file, or undefined when the user turned
   * away.
   */
  save(made: Outgoing, format: SaveFormat, options: MakeOptions, went?: Went): Promise<string | undefined>;
  /** The same for many and a folder; the folder's name. */
  saveAll(made: Outgoing[], format: SaveFormat, options: MakeOptions, went?: Went): Promise<string | undefined>;
  /** Renders and puts it as text on the clipboard. */
  /**
   * Markdown links a picture that is saved beside the document, whose name is answered; where there
   * is none it holds the picture.
   */
  copyAs(made: Outgoing, format: CopyFormat, options: MakeOptions, went?: Went): Promise<string | undefined>;
  /** The picture as it would be saved. */
  png(made: Outgoing, options: MakeOptions): Promise<Uint8Array>;
  /** Saves the picture beside the last document and puts a link there; the name of the file. */
  insertImage(made: Outgoing, options: MakeOptions, went?: Went): Promise<string | undefined>;
  /** What a batch would make; throws when the source is no table, or has no such column. */
  previewBatch(wanted: BatchWanted): Promise<BatchPreview>;
  /** Files of some rows, each read back. */
  makePiece(
    wanted: BatchWanted,
    format: SaveFormat,
    from: number,
    take: number,
    level: Level,
    options: MakeOptions,
  ): Promise<BatchPiece>;
  /** Does what takes long so that it is told of when its window ends meanwhile. */
  during: WindowWork['during'];
  /** Asks for a folder; undefined when the user cancelled. */
  batchFolder(): Promise<BatchFolder | undefined>;
  /** The symbols of some rows, each read back. */
  makeSymbols(
    wanted: BatchWanted,
    from: number,
    take: number,
    level: Level,
    options: MakeOptions,
  ): Promise<BatchSymbols>;
  /** Asks where labelled pages are to be saved; undefined when the user cancelled. */
  sheetPlace(title: string, format: SheetFormat): Promise<FilePlace | undefined>;
  /** Labelled pages of symbols. */
  sheet(title: string, entries: SheetEntry[], format: SheetFormat, options: MakeOptions): Promise<Uint8Array>;
  /**
   * Labelled pages of shown symbols in a file; its name, or undefined when the user cancelled.
   */
  saveSheet(made: Outgoing[], format: SheetFormat, options: MakeOptions, went?: Went): Promise<string | undefined>;
  /** All rows of a batch are made, or no more are. */
  batchEnded(end: BatchEnd): void;
  /** Opens a text as a new document. */
  openText(text: string): Promise<void>;
  /** Starts or ends following the selection. */
  follow(on: boolean): void;
}

/** What the panel asks of the editor. */
export interface PanelPlatform {
  locale: 'en' | 'zh-cn';
  strings: PanelStrings;
  notices: ReturnType<typeof panelNotices>;
  /** The level that symbols start from. */
  level(): Level;
  copyText(text: string): Promise<void>;
  insertText(text: string): Promise<boolean>;
  /**
   * @param link what is known of the address
   * @param secret the address holds a secret
   */
  openLink(text: string, link: Link | undefined, secret: boolean): Promise<boolean>;
  /**
   * Holds the text against what is selected in the editor, and shows the difference unless the text
   * is secret.
   */
  compare(text: string, secret: boolean): Promise<Compared>;
  readFile(uri: string): Promise<Uint8Array>;
  /** What is shown now, for the history. */
  remember(shown: ShownCodes, how: Remembered): void;
  /** Runs the command that begins so. */
  begin(how: Beginning): unknown;
  /** What went wrong, for the log. */
  log(error: unknown): void;
  /** Gives the focus to the text editor. */
  leave(): Promise<void>;
}

/** What a part of the session gets. */
export interface PartContext {
  actions: PanelActions;
  platform: PanelPlatform;
  send(message: HostMessage): void;
  notice(kind: 'done' | 'error', text: string): void;
  /** Number of what is shown now. */
  view(): number;
  /** Tells the page that everything is new. */
  redraw(): void;
  /** For the page's `setState`. */
  saved(): Extract<HostMessage, { type: 'symbol' }>['saved'];
}

type Type = PanelMessage['type'];
export type MessageOf<T extends Type> = Extract<PanelMessage, { type: T }>;
/** The messages that a part answers. One that names an older view never gets here. */
export type Handlers<T extends Type> = { [K in T]: (message: MessageOf<K>) => unknown };
