/** Every message between the panel's page and the extension, both ways. */
import type { PayloadForm, PayloadValues } from '../../worker/protocol/payload';
import type { DecodedPicture } from '../../worker/protocol/picture';
import { exportFormats } from '../../worker/protocol/pictureMethods';
import { makingChoices, type ScanMargin } from '../../worker/protocol/style';
import type { AttemptWord } from './attemptWords';
import type { FolderRow, FolderState } from './folderState';
import { type MakeOptions, makeOptionsFields } from './makeOptions';
import { bytes, count, type Fields, fields, flag, oneOf, type Parsed, record, text } from './messageFields';
import type { Capacity, PanelState, ReadSet, ReadSymbol, SymbolCard } from './panelState';
import type { PanelStrings } from './panelStrings';
import { rowChoiceFields } from './rowChoice';
import type { SavedState } from './savedFields';
import { SAVE_FORMATS } from './saveFormats';
import { TABS } from './tabs';
import { keptToolsFields, toolFields } from './toolFields';

export type { PayloadField } from '../../worker/protocol/payload';
export type { FolderRow, FolderState } from './folderState';
export type { BatchState, PictureCard, ReadSet, ReadSymbol, ReadText } from './panelState';
export type { RowChoice } from './rowChoice';
export type { SaveFormat } from './saveFormats';
export type { Tab } from './tabs';
export type { KeptTools, PictureToolChoices } from './toolFields';
export type { Capacity, MakeOptions, PanelState, PanelStrings, PayloadForm, SavedState, ScanMargin, SymbolCard };

/** PNG for the clipboard is painted by `needPng`: only the page can put a picture there. */
export const COPY_FORMATS = ['svg', 'dataUri', 'markdown', 'markdownInside', 'html', 'terminal'] as const;
const SHEET_FORMATS = ['html', 'pdf'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** A dropped or pasted picture of more bytes is refused. */
export const MAX_DROPPED_BYTES = 64 * 1024 * 1024;

/** Commands of ours that need nothing to be open. */
export const BEGINNINGS = ['selection', 'text', 'clipboard', 'sample', 'samplePicture', 'table', 'history'] as const;
export type Beginning = (typeof BEGINNINGS)[number];
/** What can be done with a text that was read. */
const READ_ACTIONS = ['copy', 'insert', 'open', 'edit', 'compare', 'save'] as const;
export type ReadAction = (typeof READ_ACTIONS)[number];

/** A symbol in a picture. */
const symbolPlace = { view: count, picture: count, symbol: count } satisfies Fields;

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
  /** Split a text that is too long for one symbol into a numbered set. */
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
  readText: { ...symbolPlace, action: oneOf(READ_ACTIONS) },
  /** Show the secret that a symbol holds: answered by `readSymbol`. */
  reveal: symbolPlace,
  /** The bytes of a symbol, to be shown: answered by `symbolBytes`. */
  needBytes: symbolPlace,
  /** Read them in another character set, or ('') as they were found: answered by `readSymbol`. */
  readAs: { ...symbolPlace, charset: text(40), revealed: flag },
  /** The bytes of a picture, to be shown: answered by `pictureBytes`. */
  needPicture: { view: count, picture: count },
  /**
   * Read the picture of this key again, with one number more each time: answered by `changedPicture`
   * where it is changed, and by `readAgain` unless a newer one or `cancelReading` of the same key
   * came. Of no view: what an older one has found may be shown meanwhile.
   */
  readAgain: { key: text(40), request: count, harder: flag, otherCodes: flag, ...toolFields },
  /** The tools of a picture are open or set so, for the next page: answered by `saved`. */
  keepTools: { key: text(40), ...keptToolsFields },
  cancelReading: { key: text(40) },
  /** Something with the text that several symbols gave together. */
  setText: { view: count, set: count, action: oneOf(READ_ACTIONS) },
  /** Show the secret that a set holds: answered by `readSet`. */
  revealSet: { view: count, set: count },
  /** The bytes of all its parts, in order: answered by `setBytes`. */
  needSetBytes: { view: count, set: count },
  /** A picture that was dropped on or pasted into the page. */
  decodeDropped: { name: text(260), bytes: bytes(MAX_DROPPED_BYTES) },
  /** The picture of the clipboard is being read: it need not be asked for again. */
  clipboardAsked: {},
  /** The rows of the table from a number on: answered by `folder` and `folderRows`. */
  folderRows: { folder: count, from: count },
  /** Show a picture of the table with its card: answered by `state`. */
  folderOpen: { folder: count, picture: count },
  folderCopy: { folder: count, picture: count, symbol: count },
  /** Read no more pictures; what was read stays. */
  folderCancel: { folder: count },
  /** Which rows are looked at, for the next page: answered by `saved`. */
  folderChoose: { folder: count, ...rowChoiceFields },
  folderExport: { folder: count, format: oneOf(exportFormats) },
  /** Answered by `thumbnail`. */
  needThumbnail: { folder: count, picture: count },
  /** Ask for pictures, or for a folder of them, and read them. */
  choosePictures: { what: oneOf(['pictures', 'folder'] as const) },
  /** What an empty tab offers to begin with. */
  begin: { with: oneOf(BEGINNINGS) },
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

type ChangedPicture = NonNullable<DecodedPicture['changed']>;

/** How reading a picture again ended. */
export interface ReadAgainOutcome {
  /** Codes that were not read before; with one or more a `state` came before this. */
  found: number;
  /** In which ways it was tried. */
  tried: AttemptWord[];
  /** The time limit ended the search. */
  cutOff: boolean;
  /** Why it could not be read at all, in the user's language. */
  error?: string;
}

/** What the extension may say. */
export type HostMessage =
  | { type: 'state'; state: PanelState }
  | { type: 'symbol'; view: number; index: number; card: SymbolCard; saved: SavedState }
  | { type: 'saved'; saved: SavedState }
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
  | { type: 'readSymbol'; view: number; picture: number; symbol: number; card: ReadSymbol }
  | { type: 'readSet'; view: number; set: number; card: ReadSet }
  | { type: 'symbolBytes'; view: number; picture: number; symbol: number; bytes: Uint8Array; charsets: string[] }
  | { type: 'setBytes'; view: number; set: number; bytes: Uint8Array }
  | { type: 'folder'; folder: FolderState }
  | { type: 'folderRows'; folder: number; from: number; rows: FolderRow[] }
  | { type: 'thumbnail'; folder: number; picture: number; bytes?: Uint8Array }
  | { type: 'changedPicture'; key: string; request: number; changed: ChangedPicture }
  | ({ type: 'readAgain'; key: string; request: number } & ReadAgainOutcome)
  | { type: 'notice'; kind: 'done' | 'error'; text: string };
