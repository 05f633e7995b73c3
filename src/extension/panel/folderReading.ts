/**
 * The table of the Read tab: the pictures of a folder or of the workspace, read in the background;
 * rows go to the page a few at a time, and the bytes of a picture only while it is looked at.
 */
import { isPartOf } from '../../worker/protocol/picture';
import type { ReadFile } from '../features/readPictures';
import { timeLeft } from '../features/timeLeft';
import type { FolderRow, FolderState } from './contract';
import type { FolderRun, Handlers, PartContext } from './panelParts';
import type { ReadPicture } from './shown';

/** The page is told so often. */
const TOLD_EVERY_MS = 250;
/** Rows in one message. */
const MAX_ROWS = 2000;
/** More of a text stands on the picture's card. */
const MAX_ROW_CHARACTERS = 1000;
/** Of a larger file or picture there is no thumbnail. */
const MAX_THUMBNAIL_BYTES = 16 * 1024 * 1024;
const MAX_THUMBNAIL_PIXELS = 40e6;

interface Folder {
  state: FolderState;
  run: FolderRun;
  /** By number: the order of the paths. */
  files: Map<number, ReadFile>;
  rows: FolderRow[];
  /** Read, but not yet among the rows. */
  fresh: [number: number, file: ReadFile][];
  since: number;
  timer?: ReturnType<typeof setTimeout>;
}

type Answered =
  | 'folderRows'
  | 'folderOpen'
  | 'folderCopy'
  | 'folderCancel'
  | 'folderExport'
  | 'needThumbnail'
  | 'choosePictures';

/**
 * @param show brings the tab to the front and the pictures on it, with their cards; none at the start
 * of a folder
 */
export function folderReading(
  { actions, platform, send, notice }: PartContext,
  show: (pictures: ReadPicture[]) => Promise<void>,
  now: () => number = Date.now,
) {
  let folder: Folder | undefined;
  let turn = 0;

  const isShown = (each: Folder) => folder === each;
  const named = (id: number): Folder | undefined => (folder?.state.id === id ? folder : undefined);

  /** Undefined when it cannot be told: what was read is shown all the same. */
  const described = (texts: string[]) =>
    actions.describe(texts).catch((error: unknown) => {
      platform.log(error);
      return undefined;
    });
  const rowsOf = async (fresh: Folder['fresh']): Promise<FolderRow[]> => {
    const texts = fresh.flatMap(([, { picture }]) => picture.symbols.map(({ text }) => text));
    const meanings = texts.length > 0 ? await described(texts) : [];
    let next = 0;
    return fresh.flatMap(([number, { uri, picture }]): FolderRow[] => {
      const base = { picture: number, path: actions.pathOf(uri), secret: false, kind: '', text: '' };
      if (picture.error) return [{ ...base, text: picture.error.message, result: 'failed' }];
      if (picture.symbols.length === 0) return [{ ...base, result: 'none' }];
      return picture.symbols.map(({ text, secret, part }, symbol) => ({
        ...base,
        symbol,
        secret,
        // A part may be the end of a secret, which shows only when all parts are there.
        text: secret || part ? '' : text.slice(0, MAX_ROW_CHARACTERS),
        kind: meanings ? (meanings[next++]?.known?.label ?? platform.strings.folderText) : '',
        result: 'code',
        ...(part && { part: { number: part.index + 1, count: part.count } }),
      }));
    });
  };

  const tell = (each: Folder) => {
    const { state } = each;
    const left = (state.count ?? 0) - state.done;
    const seconds = state.running ? timeLeft(state.done - state.known, left, now() - each.since) : undefined;
    if (seconds === undefined) delete state.secondsLeft;
    else state.secondsLeft = seconds;
    send({ type: 'folder', folder: { ...state } });
  };

  /** Makes rows of what was read since, and tells the page of them. */
  const flush = async (each: Folder): Promise<void> => {
    clearTimeout(each.timer);
    each.timer = undefined;
    const rows = await rowsOf(each.fresh.splice(0));
    const from = each.rows.length;
    for (const row of rows) each.rows.push(row);
    if (!isShown(each)) return;
    tell(each);
    sendRows(each, from);
  };

  const sendRows = ({ state, rows }: Folder, start: number) => {
    for (let from = start; from < rows.length; from += MAX_ROWS)
      send({ type: 'folderRows', folder: state.id, from, rows: rows.slice(from, from + MAX_ROWS) });
  };

  const take = (each: Folder, file: ReadFile, number: number) => {
    const { state, files, fresh } = each;
    files.set(number, file);
    fresh.push([number, file]);
    state.done++;
    state.codes += file.picture.symbols.length;
    if (file.picture.error) state.failed++;
    else if (file.picture.symbols.length === 0) state.without++;
    if (file.isKnown) state.known++;
    each.timer ??= setTimeout(() => void flush(each).catch(platform.log), TOLD_EVERY_MS);
  };

  const finish = async (each: Folder): Promise<void> => {
    try {
      await each.run.done;
    } catch (error) {
      platform.log(error);
      if (isShown(each)) notice('error', platform.notices.folderStopped);
    }
    const { state } = each;
    state.running = false;
    state.cancelled = state.done < (state.count ?? 1);
    await flush(each);
  };

  const bytesOf = async ({ files }: Folder, number: number): Promise<Uint8Array | undefined> => {
    const file = files.get(number);
    if (!file) return undefined;
    const { width, height, error } = file.picture;
    if (error || width * height > MAX_THUMBNAIL_PIXELS) return undefined;
    const bytes = await platform.readFile(file.uri).catch(() => undefined);
    return bytes && bytes.length <= MAX_THUMBNAIL_BYTES ? bytes : undefined;
  };

  const handlers: Handlers<Answered> = {
    folderRows({ folder: id, from }) {
      const each = named(id);
      if (!each) return;
      tell(each);
      sendRows(each, from);
    },
    async folderOpen({ folder: id, picture }) {
      const each = named(id);
      const file = each?.files.get(picture);
      if (file) await show(withOtherParts(file, each!.files));
    },
    async folderCopy({ folder: id, picture, symbol }) {
      const text = named(id)?.files.get(picture)?.picture.symbols[symbol]?.text;
      if (text === undefined) return;
      await platform.copyText(text);
      notice('done', platform.notices.textCopied);
    },
    folderCancel: ({ folder: id }) => named(id)?.run.cancel(),
    async folderExport({ folder: id, format }) {
      const each = named(id);
      if (!each) return;
      const files = [...each.files].sort(([a], [b]) => a - b);
      const pictures = files.map(([, { uri, picture }]) => ({ path: actions.pathOf(uri), picture }));
      const saved = await actions.exportPictures(each.state.name, format, pictures);
      if (saved !== undefined) notice('done', platform.notices.saved(saved));
    },
    async needThumbnail({ folder: id, picture }) {
      const each = named(id);
      const bytes = each && (await bytesOf(each, picture));
      send({ type: 'thumbnail', folder: id, picture, ...(bytes && { bytes }) });
    },
    choosePictures: ({ what }) => actions.choosePictures(what),
  };

  const close = () => {
    folder?.run.cancel();
    clearTimeout(folder?.timer);
    folder = undefined;
  };

  return {
    handlers,
    /** Begins to read, and resolves when the table is shown. */
    async start(name: string, roots: string[]): Promise<void> {
      close();
      const state: FolderState = {
        id: ++turn,
        name,
        done: 0,
        codes: 0,
        without: 0,
        failed: 0,
        known: 0,
        running: true,
        cancelled: false,
      };
      const each: Folder = { state, files: new Map(), rows: [], fresh: [], since: now(), run: noRun };
      folder = each;
      await show([]);
      each.run = actions.readPictures(roots, {
        found(count) {
          state.count = count;
          each.since = now();
          if (isShown(each)) tell(each);
        },
        read: (file, number) => take(each, file, number),
      });
      void finish(each).catch(platform.log);
    },
    /** Ends the reading, and shows the table no more. */
    close,
    state: (): { folder?: FolderState } => (folder ? { folder: { ...folder.state } } : {}),
  };
}

/** More symbols than a set may have. */
const MAX_SHOWN = 17;

/** The file, and those that hold the other parts of its divided texts: together they are a text. */
function withOtherParts(file: ReadFile, files: ReadonlyMap<number, ReadFile>): ReadPicture[] {
  const parts = file.picture.symbols.flatMap(({ part }) => part ?? []);
  const isOther = (other: ReadFile) =>
    other !== file && other.picture.symbols.some((symbol) => parts.some((part) => isPartOf(symbol, part)));
  const others = parts.length > 0 ? [...files.values()].filter(isOther) : [];
  return [file, ...others].slice(0, MAX_SHOWN).map(({ name, uri, picture }) => ({ name, uri, picture }));
}

/** Before the reading has begun. */
const noRun: FolderRun = { done: Promise.resolve(), cancel: () => {} };
