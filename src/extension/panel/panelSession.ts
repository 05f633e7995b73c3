/** What the panel does, without VS Code: holds what is shown, answers the page's messages, and tells what the page has to draw. */
import type { EncodedText } from '../../worker/protocol/methods';
import type { PayloadForm, PayloadValues } from '../../worker/protocol/payload';
import type { DecodedPicture } from '../../worker/protocol/picture';
import type { Level } from '../../worker/protocol/symbol';
import { measure, pictureCard, symbolCard } from './cards';
import {
  type CopyFormat,
  type HostMessage,
  type PanelMessage,
  type PanelState,
  parsePanelMessage,
  type SavedState,
  type SaveFormat,
  type Tab,
} from './contract';
import type { panelNotices } from './panelNotices';
import type { PanelStrings } from './panelStrings';
import { savedState } from './savedState';
import type { Made, MadeSymbol, ReadPicture } from './shown';

/** What the panel asks of the commands and their worker. Each may throw: the message of the error is shown. */
export interface PanelActions {
  /** One answer per text, in order. */
  encode(texts: string[], level: Level): Promise<EncodedText[]>;
  /** Every kind of payload with its fields. */
  forms(): Promise<PayloadForm[]>;
  /** The symbol of a filled-in form. */
  encodePayload(kind: string, values: PayloadValues, level: Level): Promise<EncodedText>;
  /** One answer per picture, in order. */
  decode(pictures: { name: string; bytes: Uint8Array }[]): Promise<DecodedPicture[]>;
  /** Renders, asks for a place and writes; the name of the file, or undefined when the user turned away. */
  save(made: MadeSymbol, format: SaveFormat): Promise<string | undefined>;
  /** Renders and puts it as text on the clipboard. */
  copyAs(made: MadeSymbol, format: CopyFormat): Promise<void>;
}

/** What the panel asks of the editor. */
export interface PanelPlatform {
  locale: 'en' | 'zh-cn';
  strings: PanelStrings;
  notices: ReturnType<typeof panelNotices>;
  copyText(text: string): Promise<void>;
  insertText(text: string): Promise<boolean>;
  openLink(text: string): Promise<boolean>;
  readFile(uri: string): Promise<Uint8Array>;
}

export type PanelSession = ReturnType<typeof panelSession>;

const DEFAULT_LEVEL: Level = 'H';

/** `send` hands a message to the page, or drops it when there is no page: the next page starts from `state()`. */
export function panelSession(actions: PanelActions, platform: PanelPlatform, send: (message: HostMessage) => void) {
  const { notices } = platform;
  let view = 0;
  let tab: Tab = 'make';
  let busy = false;
  let made: Made[] = [];
  let read: ReadPicture[] = [];

  const saved = () => savedState(tab, { made, read });
  const notice = (kind: 'done' | 'error', text: string) => send({ type: 'notice', kind, text });
  const tellFailure = (error: unknown) => notice('error', notices.failed(error instanceof Error ? error.message : String(error)));
  const state = (): PanelState => ({
    version: 1,
    view,
    locale: platform.locale,
    strings: platform.strings,
    tab,
    busy,
    symbols: made.map(({ item, level }) => symbolCard(item, level)),
    pictures: read.map(({ name, picture }) => pictureCard(name, picture)),
    saved: saved(),
  });
  const redraw = () => {
    view++;
    send({ type: 'state', state: state() });
  };

  const showSymbols = (items: EncodedText[]) => {
    made = items.map((item) => ({ item, level: item.error ? DEFAULT_LEVEL : item.wantedLevel }));
    tab = 'make';
    redraw();
  };
  const showPictures = (pictures: ReadPicture[]) => {
    read = pictures;
    tab = 'read';
    redraw();
  };

  const restore = async (old: SavedState) => {
    tab = old.tab;
    busy = true;
    redraw();
    const [symbols, pictures] = await Promise.allSettled([encodeAgain(old.symbols), decodeAgain(old.pictures)]);
    busy = false;
    // A command may have shown something newer while this was running.
    if (made.length === 0 && symbols.status === 'fulfilled') made = symbols.value;
    if (read.length === 0 && pictures.status === 'fulfilled') read = pictures.value;
    redraw();
    for (const result of [symbols, pictures]) if (result.status === 'rejected') tellFailure(result.reason);
  };

  const encodeAgain = async (symbols: SavedState['symbols']): Promise<Made[]> => {
    const groups = await Promise.all(
      [...new Set(symbols.map(({ level }) => level))].map(async (level) => {
        const texts = symbols.filter((symbol) => symbol.level === level).map(({ text }) => text);
        return { level, items: texts.length > 0 ? await actions.encode(texts, level) : [] };
      }),
    );
    return symbols.flatMap(({ level }) => {
      const item = groups.find((group) => group.level === level)?.items.shift();
      return item ? { item, level } : [];
    });
  };

  const decodeAgain = async (uris: string[]): Promise<ReadPicture[]> => {
    const files = (await Promise.all(uris.map(readAgain))).flatMap((file) => file ?? []);
    const answers = files.length > 0 ? await actions.decode(files.map(({ name, bytes }) => ({ name, bytes }))) : [];
    return files.flatMap(({ name, uri }, i) => (answers[i] ? { name, uri, picture: answers[i] } : []));
  };

  /** A picture that was deleted in the meantime is left out. */
  const readAgain = async (uri: string) => {
    try {
      return { uri, name: nameOf(uri), bytes: await platform.readFile(uri) };
    } catch {
      return undefined;
    }
  };

  const changeLevel = async (index: number, level: Level) => {
    const entry = made[index];
    if (!entry) return;
    entry.level = level;
    const [item] = await actions.encode([entry.item.text], level);
    // Something newer is shown, or another level was chosen while this one was made.
    if (!item || made[index] !== entry || entry.level !== level) return;
    entry.item = item;
    send({ type: 'symbol', view, index, card: symbolCard(item, level), saved: saved() });
  };

  const finished = ({ item }: Made): MadeSymbol | undefined => (item.error ? undefined : item);

  const actOnText = async (action: 'copy' | 'insert' | 'open', text: string) => {
    if (action === 'copy') {
      await platform.copyText(text);
      notice('done', notices.textCopied);
    } else if (action === 'insert') {
      if (await platform.insertText(text)) notice('done', notices.textInserted);
      else notice('error', notices.noEditor);
    } else {
      await platform.openLink(text);
    }
  };

  const sendPicture = async (index: number) => {
    const entry = read[index];
    if (!entry) return;
    const asked = view;
    try {
      const bytes = entry.bytes ?? (entry.uri === undefined ? undefined : await platform.readFile(entry.uri));
      send({ type: 'pictureBytes', view: asked, picture: index, ...(bytes && { bytes }) });
    } catch {
      send({ type: 'pictureBytes', view: asked, picture: index });
    }
  };

  const decodeDropped = async (name: string, bytes: Uint8Array) => {
    const [picture] = await actions.decode([{ name, bytes }]);
    if (picture) showPictures([{ name, bytes, picture }]);
  };

  const act = async (message: PanelMessage) => {
    switch (message.type) {
      case 'loaded':
        // The page was drawn from an older state, for example because its tab was moved to another window.
        if (message.view !== view) send({ type: 'state', state: state() });
        return;
      case 'switchTab':
        tab = message.tab;
        return;
      case 'needForms':
        send({ type: 'forms', forms: await actions.forms() });
        return;
      case 'measure': {
        const item = await actions.encodePayload(message.kind, message.values, DEFAULT_LEVEL);
        send({ type: 'measured', request: message.request, measured: measure(item) });
        return;
      }
      case 'makePayload': {
        const item = await actions.encodePayload(message.kind, message.values, DEFAULT_LEVEL);
        if (item.error) send({ type: 'measured', request: message.request, measured: measure(item) });
        else showSymbols([item]);
        return;
      }
      case 'decodeDropped':
        return decodeDropped(message.name, message.bytes);
    }
    if (message.view !== view) return;
    switch (message.type) {
      case 'changeLevel':
        return changeLevel(message.index, message.level);
      case 'save': {
        const symbol = made[message.index] && finished(made[message.index]!);
        const file = symbol && (await actions.save(symbol, message.format));
        if (file !== undefined) notice('done', notices.saved(file));
        return;
      }
      case 'copyAs': {
        const symbol = made[message.index] && finished(made[message.index]!);
        if (!symbol) return;
        await actions.copyAs(symbol, message.format);
        notice('done', notices.copiedAs(message.format.toUpperCase()));
        return;
      }
      case 'madeText': {
        const entry = made[message.index];
        return entry && actOnText(message.action, entry.item.text);
      }
      case 'readText': {
        const symbol = read[message.picture]?.picture.symbols[message.symbol];
        return symbol && actOnText(message.action, symbol.text);
      }
      case 'needPicture':
        return sendPicture(message.picture);
    }
  };

  /** Takes whatever the page sent; a wrong shape is refused in words, a failed action is told, and nothing is thrown. */
  const receive = async (value: unknown): Promise<void> => {
    const message = parsePanelMessage(value);
    if (!message) return notice('error', notices.refused);
    try {
      await act(message);
    } catch (error) {
      tellFailure(error);
    }
  };

  return { showSymbols, showPictures, restore, receive, state };
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
