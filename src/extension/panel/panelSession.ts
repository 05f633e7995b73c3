/**
 * What the panel does, without VS Code: holds what is shown, answers the page's messages, and tells
 * what the page has to draw.
 */
import { batching } from './batching';
import { type HostMessage, type PanelState, parsePanelMessage, type SavedState, type Tab } from './contract';
import { failureWords } from './failureWords';
import { folderReading } from './folderReading';
import { goingOut } from './goingOut';
import { looking } from './looking';
import { defaultMakeOptions } from './makeOptions';
import { making } from './making';
import type { Handlers, PanelActions, PanelPlatform, PartContext } from './panelParts';
import { reading } from './reading';
import { retrying } from './retrying';
import { savedState } from './savedState';
import type { ReadPicture, Source } from './shown';

/**
 * `send` hands a message to the page, or drops it when there is no page: the next page starts from
 * `state()`.
 */
export function panelSession(actions: PanelActions, platform: PanelPlatform, send: (message: HostMessage) => void) {
  let view = 0;
  /** The first view that showed the same symbols and pictures: what is clicked there means the same here. */
  let since = 0;
  let things: unknown[] = [];
  let tab: Tab = 'make';
  let busy = false;
  let following = false;
  let wantsClipboard = false;

  const notice = (kind: 'done' | 'error', text: string) => send({ type: 'notice', kind, text });
  const tellFailure = (error: unknown) => {
    platform.log(error);
    notice('error', failureWords(error, platform.notices));
  };
  const saved = () =>
    savedState(tab, make.options(), { made: make.made(), pictures: read.saved(), folder: folder.saved() });
  const state = (): PanelState => ({
    version: 1,
    view,
    locale: platform.locale,
    strings: platform.strings,
    tab,
    busy,
    options: make.options(),
    defaults: defaultMakeOptions,
    saveFormat: actions.saveFormat(),
    following,
    symbols: make.cards(),
    pictures: read.cards(),
    sets: read.sets(),
    ...(wantsClipboard && { wantsClipboard }),
    ...folder.state(),
    ...batch.state(),
    saved: saved(),
  });
  const shownCodes = () => ({ made: make.made(), read: read.read(), sets: read.found() });
  const redraw = () => {
    view++;
    const now = [
      ...make.made().map(({ source, item }) => ('text' in source ? item.text : source)),
      undefined,
      ...read.read(),
    ];
    if (now.length !== things.length || now.some((thing, i) => thing !== things[i])) since = view;
    things = now;
    send({ type: 'state', state: state() });
    platform.remember(shownCodes(), following ? 'followed' : 'new');
  };

  const context: PartContext = { actions, platform, send, notice, view: () => view, redraw, saved };
  const make = making(context, () => {
    tab = 'make';
  });
  const read = reading(
    context,
    () => {
      tab = 'read';
    },
    (source) => make.make([source]),
  );

  const folder = folderReading(context, read.showPictures);

  const batch = batching(context, make.options, () => {
    tab = 'batch';
  });

  /** Those of a folder's table stand below it; any others take its place. */
  const showPictures = (pictures: ReadPicture[]): Promise<void> => {
    folder.close();
    return read.showPictures(pictures);
  };

  const own: Handlers<'loaded' | 'switchTab' | 'clipboardAsked' | 'follow' | 'leave' | 'begin' | 'decodeDropped'> = {
    loaded(message) {
      // The page was drawn from an older state, for example because its tab was moved to another
      // window.
      if (message.view !== view) send({ type: 'state', state: state() });
    },
    switchTab(message) {
      tab = message.tab;
    },
    clipboardAsked() {
      wantsClipboard = false;
    },
    follow: ({ on }) => actions.follow(on),
    leave: () => platform.leave(),
    begin: (message) => platform.begin(message.with),
    async decodeDropped({ name, bytes }) {
      const [picture] = await actions.decode([{ name, bytes }]);
      if (picture) await showPictures([{ name, bytes, picture }]);
    },
  };
  const handlers = {
    ...own,
    ...make.handlers,
    ...read.handlers,
    ...folder.handlers,
    ...retrying(context, read),
    ...batch.handlers,
    ...looking(context, make.made, make.options),
    ...goingOut(context, make.made, make.options),
  };

  /** A click may come while the next view of the same is on its way to the page. */
  const isCurrent = (message: { type: string; view: number }): boolean =>
    message.view === view ||
    (message.view >= since && message.view < view && !ASKED_BY_THE_PAGE.includes(message.type));

  /**
   * Takes whatever the page sent; a wrong shape is refused in words, a failed action is told, and
   * nothing is thrown.
   */
  const receive = async (value: unknown): Promise<void> => {
    const message = parsePanelMessage(value);
    if (!message) return notice('error', platform.notices.refused);
    if ('view' in message && message.type !== 'loaded' && !isCurrent(message)) return;
    try {
      await (handlers[message.type] as (message: unknown) => unknown)(message);
    } catch (error) {
      tellFailure(error);
    }
  };

  const restore = async (old: SavedState) => {
    tab = old.tab;
    busy = true;
    const readFolder = old.folder ? folder.restore(old.folder) : () => {};
    redraw();
    const results = await Promise.allSettled([make.restore(old), read.restore(old)]);
    busy = false;
    platform.remember(shownCodes(), 'restored');
    redraw();
    readFolder();
    for (const result of results) if (result.status === 'rejected') tellFailure(result.reason);
  };

  return {
    /**
     * Makes symbols with the choices of the panel and shows them; throws what the encoder throws.
     */
    make: (sources: Source[]) => make.make(sources),
    /** The symbol of a filled-in form; shown unless it is an error, and answered. */
    makePayload: make.makePayload,
    /** Sets a batch up and shows it. */
    showBatch: batch.show,
    showPictures,
    /** Begins to read the pictures of these files and folders, and shows their table. */
    showFolder: folder.start,
    /**
     * Nobody looks any more: the next page begins empty, but for the choices and a batch that is
     * running.
     */
    close(): void {
      make.clear();
      read.clear();
      folder.close();
      batch.clear();
      tab = batch.state().batch ? 'batch' : 'make';
      wantsClipboard = false;
      busy = false;
      redraw();
    },
    /** The page reads the picture of the clipboard as soon as it has the focus. */
    readClipboard(): void {
      tab = 'read';
      wantsClipboard = true;
      redraw();
    },
    setFollowing(on: boolean): void {
      following = on;
      send({ type: 'following', on });
    },
    restore,
    receive,
    state,
    options: make.options,
  };
}

/** The page asks these again by itself for every view. */
const ASKED_BY_THE_PAGE = ['needLook', 'needPicture'];
