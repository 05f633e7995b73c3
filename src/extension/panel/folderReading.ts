/**
 * The table of the Read tab: the pictures of a folder or of the workspace, read in the background;
 * rows go to the page a few at a time, and the bytes of a picture only while it is looked at.
 */
import type { ReadFile } from '../features/readPictures';
import { timeLeft } from '../features/timeLeft';
import type { FolderRow, FolderState, SavedState } from './contract';
import type { FolderRun, Handlers, PartContext } from './panelParts';
import { ALL_ROWS, type RowChoice } from './rowChoice';
import type { ReadPicture } from './shown';
import { withOtherParts } from './withOtherParts';

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
  roots: string[];
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
  | 'folderChoose'
  | 'needThumbnail'
  | 'choosePictures';

/**
 * @param show brings the tab to the front and the pictures on it, with their cards; none at the start
 * of a folder
 */
export function folderReading(
  { actions, platform, send, notice, saved }: PartContext,
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
    folderChoose({ folder: id, filter, sort, descending }) {
      if (folder?.state.id !== id) return;
      folder.state.choice = { filter, sort, descending };
      send({ type: 'saved', saved: saved() });
    },
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

  /** The table of what is yet to be read. */
  const begin = (name: string, roots: string[], choice: RowChoice): Folder => {
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
      choice,
    };
    folder = { state, roots, files: new Map(), rows: [], fresh: [], since: now(), run: noRun };
    return folder;
  };

  /** Unless another has been begun since. */
  const read = (each: Folder) => {
    if (!isShown(each)) return;
    const { state, roots } = each;
    each.run = actions.readPictures(roots, {
      found(count) {
        state.count = count;
        each.since = now();
        if (isShown(each)) tell(each);
      },
      read: (file, number) => take(each, file, number),
    });
    void finish(each).catch(platform.log);
  };

  return {
    handlers,
    /** Begins to read, and resolves when the table is shown. */
    async start(name: string, roots: string[]): Promise<void> {
      const each = begin(name, roots, ALL_ROWS);
      await show([]);
      read(each);
    },
    /** The table of before the reload; what is answered begins to read it. */
    restore({ name, roots, choice }: NonNullable<SavedState['folder']>): () => void {
      const each = begin(name, roots, choice);
      return () => read(each);
    },
    /** Ends the reading, and shows the table no more. */
    close,
    saved: (): SavedState['folder'] =>
      folder ? { name: folder.state.name, roots: folder.roots, choice: folder.state.choice } : null,
    state: (): { folder?: FolderState } => (folder ? { folder: { ...folder.state } } : {}),
  };
}

/** Before the reading has begun. */
const noRun: FolderRun = { done: Promise.resolve(), cancel: () => {} };
