/**
 * Every message between the panel's page and the extension, both ways, and what of the panel
 * outlives a reload.
 */
import type { SetSize } from '../../worker/protocol/methods';
import type { PayloadForm, PayloadValues } from '../../worker/protocol/payload';
import type { Corners } from '../../worker/protocol/picture';
import { makingChoices, type ScanMargin } from '../../worker/protocol/style';
import type { Level, Mode } from '../../worker/protocol/symbol';
import { type MakeOptions, makeOptionsFields } from './makeOptions';
import {
  bytes,
  type Check,
  count,
  type Fields,
  fields,
  flag,
  list,
  oneOf,
  type Parsed,
  record,
  text,
} from './messageFields';
import type { PanelStrings } from './panelStrings';

export type { PayloadField } from '../../worker/protocol/payload';
export type { MakeOptions, PanelStrings, PayloadForm, ScanMargin };

export const SAVE_FORMATS = ['png', 'jpeg', 'svg', 'pdf', 'terminal'] as const;
/** PNG for the clipboard is painted by `needPng`: only the page can put a picture there. */
export const COPY_FORMATS = ['svg', 'dataUri', 'markdown', 'markdownInside', 'html', 'terminal'] as const;
const SHEET_FORMATS = ['html', 'pdf'] as const;
export type SaveFormat = (typeof SAVE_FORMATS)[number];
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** A dropped or pasted picture of more bytes is refused. */
export const MAX_DROPPED_BYTES = 64 * 1024 * 1024;

const TABS = ['make', 'read', 'batch'] as const;
export type Tab = (typeof TABS)[number];

/** What a batch takes from its rows; empty is none. */
const batchChoices = { column: text(1000), kind: text(40), pattern: text(200) } satisfies Fields;

/** A form's kind, and its values by field name. */
const payload = { kind: text(40), values: record(text(10_000), 60) } satisfies Fields;

/**
 * What the page may say. `view` is the `PanelState.view` that the user saw: the extension drops a
 * message about an older one, so an index never means another symbol than the one that was clicked.
 */
const pageMessages = {
  /** Encode this text again with another wanted level. */
  changeLevel: { view: count, index: count, level: oneOf(makingChoices.level) },
  /**
   * Make every symbol again with other choices. Of no view: several may follow each other faster
   * than they are answered.
   */
  changeOptions: { options: fields(makeOptionsFields) },
  /** Divide a text that is too long for one symbol over a numbered set. */
  split: { view: count, index: count },
  save: { view: count, index: count, format: oneOf(SAVE_FORMATS) },
  /** Every symbol into a folder. */
  saveAll: { view: count, format: oneOf(SAVE_FORMATS) },
  /** Every symbol on labelled pages to print. */
  sheetAll: { view: count, format: oneOf(SHEET_FORMATS) },
  copyAs: { view: count, index: count, format: oneOf(COPY_FORMATS) },
  /** The picture as it would be saved: answered by `png` with the same number. */
  needPng: { view: count, index: count, request: count },
  /**
   * The card is near the window: answered by `margin`, before that by `picture` where the page
   * cannot draw the look, or by `symbol` with why not.
   */
  needLook: { view: count, index: count },
  /** Ask for a picture file: answered by `logoFile`. */
  pickLogo: {},
  /** Save the picture beside the document that was edited last, and put a link to it there. */
  insertImage: { view: count, index: count },
  /** Show the form of the text's kind, filled in: answered by `fillForm`. */
  editAsForm: { view: count, index: count },
  /** Something with the text of a made symbol. */
  madeText: { view: count, index: count, action: oneOf(['copy'] as const) },
  /** Something with the text of a symbol that was read. */
  readText: { view: count, picture: count, symbol: count, action: oneOf(['copy', 'insert', 'open'] as const) },
  /** The bytes of a picture, to be shown: answered by `pictureBytes`. */
  needPicture: { view: count, picture: count },
  /** Something with the text that several symbols gave together. */
  setText: { view: count, set: count, action: oneOf(['copy', 'insert', 'open'] as const) },
  /** A picture that was dropped on or pasted into the page. */
  decodeDropped: { name: text(260), bytes: bytes(MAX_DROPPED_BYTES) },
  /** The forms of all payload kinds: answered by `forms`. */
  needForms: {},
  /** What would these values give? Answered by `capacity` with the same number. */
  needCapacity: { request: count, ...payload },
  /** Make the symbol of these values: answered by `state`, or by `capacity` with the error. */
  makePayload: { request: count, ...payload },
  /**
   * The page has started from the state of this view; answered by `state` when there is a newer
   * one.
   */
  loaded: { view: count },
  /** Answered by `state`. */
  batchChoose: batchChoices,
  /** Save all symbols of the batch into a folder, as the page shows it at this moment. */
  batchRun: { ...batchChoices, format: oneOf(SAVE_FORMATS) },
  /** Save them as labelled pages to print. */
  batchSheet: { ...batchChoices, format: oneOf(SHEET_FORMATS) },
  batchCancel: {},
  /** Open the list of rows that failed as a document. */
  batchReport: {},
  switchTab: { tab: oneOf(TABS) },
  /** Make symbols of whatever is selected in the editor from now on, or no more. */
  follow: { on: flag },
  /** Give the focus back to the text editor. */
  leave: {},
} satisfies Record<string, Fields>;

/** The messages of the page, one shape per `type`. */
export type PanelMessage = {
  [T in keyof typeof pageMessages]: { type: T } & Parsed<(typeof pageMessages)[T]>;
}[keyof typeof pageMessages];

/**
 * The message that `value` is, freshly built from checked parts, or undefined when it is no message
 * of ours. Never throws.
 */
export function parsePanelMessage(value: unknown): PanelMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, ...rest } = value as Record<string, unknown>;
  if (typeof type !== 'string' || !Object.hasOwn(pageMessages, type)) return undefined;
  const checked = fields(pageMessages[type as keyof typeof pageMessages] as Fields)(rest);
  return checked && ({ type, ...checked } as PanelMessage);
}

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

export interface ReadSymbol {
  text: string;
  length: number;
  secret: boolean;
  /** The whole text is an http, https or mailto link. */
  link: boolean;
  format: string;
  version?: number;
  level?: Level;
  charset?: { name: string; from: 'eci' | 'ascii' | 'guess' };
  corners: Corners;
  mirrored: boolean;
  inverted: boolean;
  engine: string;
  attempt: string;
  part?: { index: number; count: number };
}

export interface PictureCard {
  name: string;
  /** Pixels as stored; the corners are in these. */
  width: number;
  height: number;
  type?: string;
  ms: number;
  cutOff: boolean;
  notes: string[];
  error?: string;
  symbols: ReadSymbol[];
}

/** One text over several symbols, of one picture or of several. */
export interface ReadSet {
  count: number;
  /** Indexes from 0. */
  missing: number[];
  /** Where the parts stand, in their order: the picture's name and the symbol's number from 1. */
  parts: { index: number; picture: string; number: number }[];
  /** Empty while a part is missing. */
  text: string;
  length: number;
  secret: boolean;
  link: boolean;
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
  /** What is selected in the editor is what is shown. */
  following: boolean;
  symbols: SymbolCard[];
  pictures: PictureCard[];
  sets: ReadSet[];
  batch?: BatchState;
  /** What the page hands to `setState`, and nothing else. */
  saved: SavedState;
}

/** What a form's values would give, or what is wrong with them. */
export type Capacity =
  | { bytes: number; capacity: number; level: Level; version: number; error?: undefined }
  /** `field` is the one to mend, where it is one. */
  | { error: string; field?: string };

/** What the extension may say. */
export type HostMessage =
  | { type: 'state'; state: PanelState }
  | { type: 'symbol'; view: number; index: number; card: SymbolCard; saved: SavedState }
  | { type: 'forms'; forms: PayloadForm[] }
  | { type: 'fillForm'; kind: string; values: PayloadValues }
  | { type: 'png'; request: number; bytes?: Uint8Array }
  /** As SVG in a data address. */
  | { type: 'picture'; view: number; index: number; address: string }
  | { type: 'scanMargin'; view: number; index: number; scanMargin: ScanMargin }
  | { type: 'logoFile'; name: string; bytes: Uint8Array }
  | { type: 'following'; on: boolean }
  | { type: 'batchProgress'; done: number; count: number }
  | { type: 'capacity'; request: number; capacity: Capacity }
  | { type: 'pictureBytes'; view: number; picture: number; bytes?: Uint8Array }
  | { type: 'notice'; kind: 'done' | 'error'; text: string };

/** More symbols or pictures than this are not kept over a reload. */
export const MAX_SAVED_ITEMS = 200;
/** More than any set of sixteen symbols holds (113,424 digits). */
export const MAX_SAVED_CHARACTERS = 120_000;

const savedFields = {
  version: oneOf([1] as const),
  tab: oneOf(TABS),
  /** Texts that hold a secret are left out. */
  symbols: list(
    fields({ text: text(MAX_SAVED_CHARACTERS), level: oneOf(makingChoices.level), exact: flag, split: flag }),
    MAX_SAVED_ITEMS,
  ),
  options: fields(makeOptionsFields),
  /** URIs of the pictures; dropped and pasted ones have none and are left out. */
  pictures: list(text(4000), MAX_SAVED_ITEMS),
} satisfies Fields;

/** What restores the panel after a reload: the inputs, never a result, never a secret. */
export type SavedState = Parsed<typeof savedFields>;

/**
 * The saved state in `value` (VS Code hands back what the page once stored), or undefined when it
 * is none of ours. Never throws.
 */
export const parseSavedState: Check<SavedState> = fields(savedFields);
