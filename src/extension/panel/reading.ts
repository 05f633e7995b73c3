/**
 * The Read tab's half of the session: which pictures are shown, and what is done with the texts
 * found in them.
 */
import type { TextMeaning } from '../../worker/protocol/meaning';
import {
  type DecodedPicture,
  type DecodedSet,
  type DecodedSymbol,
  withSecretParts,
} from '../../worker/protocol/picture';
import { nameOfUri } from '../features/readPictures';
import type { KeptTools, SavedState } from './contract';
import type { Handlers, PartContext } from './panelParts';
import { type ReadText, readActions } from './readActions';
import { pictureCard, readSymbol } from './readCards';
import { bytesOfSet, partsOf, readSet } from './readSets';
import type { ReadPicture, Source } from './shown';

type Answered =
  | 'keepTools'
  | 'readText'
  | 'setText'
  | 'reveal'
  | 'revealSet'
  | 'needSetBytes'
  | 'needBytes'
  | 'readAs'
  | 'needPicture';

/**
 * `show` brings the tab to the front before the page is drawn anew; `make` makes a symbol and shows
 * it on the Make tab.
 */
export function reading(context: PartContext, show: () => void, make: (source: Source) => Promise<unknown>) {
  const { actions, platform, send, view, redraw, saved } = context;
  let read: ReadPicture[] = [];
  let sets: DecodedSet[] = [];
  /** By the text, also by one that was read anew. */
  let meanings = new Map<string, TextMeaning>();
  /** Counts what was shown: the sets of anything but the newest are dropped. */
  let turn = 0;
  /** Counts how often all was taken away: what would come back after that is dropped. */
  let clears = 0;
  /** Symbols as they were found, by those that were read anew. */
  const found = new WeakMap<DecodedSymbol, DecodedSymbol>();
  const act = readActions(context, make);

  const joined = async (pictures: ReadPicture[]): Promise<DecodedSet[]> => {
    const parts = partsOf(pictures);
    return parts.length > 0 ? actions.join(parts) : [];
  };
  const described = async (texts: string[]): Promise<Map<string, TextMeaning>> => {
    const distinct = [...new Set(texts)];
    const answers = distinct.length > 0 ? await actions.describe(distinct) : [];
    return new Map(distinct.flatMap((text, i) => (answers[i] ? [[text, answers[i]]] : [])));
  };
  const allOf = async (pictures: ReadPicture[]) => {
    const sets = await joined(pictures);
    const symbols = pictures.flatMap(({ picture }) => picture.symbols);
    return { sets, meanings: await described([...symbols, ...sets].flatMap(({ text }) => text ?? [])) };
  };

  /** A picture that is read again keeps its key, one that is shown anew gets another. */
  let generation = 0;
  const keyOf = (index: number) => `${generation}.${index}`;
  /** Of the pictures that are shown, by their keys. */
  let tools = new Map<string, KeptTools>();

  const setPictures = async (pictures: ReadPicture[], next: number): Promise<void> => {
    const mine = ++turn;
    const known = await allOf(pictures);
    if (mine !== turn) return;
    read = pictures;
    ({ sets, meanings } = known);
    if (generation !== next) tools = new Map();
    generation = next;
    show();
    redraw();
  };
  const showPictures = (pictures: ReadPicture[]) => setPictures(pictures.map(ownCopy), generation + 1);

  const bytesOf = async ({ bytes, uri }: ReadPicture) =>
    bytes ?? (uri === undefined ? undefined : await platform.readFile(uri));

  const decodeAgain = async (kept: SavedState['pictures']) => {
    const files = (await Promise.all(kept.map(readAgain))).flatMap((file) => file ?? []);
    const answers = files.length > 0 ? await actions.decode(files.map(({ name, bytes }) => ({ name, bytes }))) : [];
    return files.flatMap(({ name, uri, tools }, i) =>
      answers[i] ? { entry: { name, uri, picture: answers[i] }, tools } : [],
    );
  };

  /** A picture that was deleted in the meantime is left out. */
  const readAgain = async ({ uri, tools }: SavedState['pictures'][number]) => {
    try {
      return { uri, tools, name: nameOfUri(uri), bytes: await platform.readFile(uri) };
    } catch {
      return undefined;
    }
  };

  /** With what its set says of it. */
  const symbolAt = (picture: number, symbol: number): DecodedSymbol | undefined => {
    const one = read[picture]?.picture.symbols[symbol];
    return one && withSecretParts([one], sets)[0];
  };
  const textOf = ({ text, secret, bytes }: DecodedSymbol): ReadText => ({
    text,
    secret,
    bytes,
    meaning: meanings.get(text),
  });
  const sendSymbol = (picture: number, symbol: number, isRevealed: boolean) => {
    const one = symbolAt(picture, symbol);
    if (one) send({ type: 'readSymbol', view: view(), picture, symbol, card: readSymbol(one, meanings, isRevealed) });
  };

  const handlers: Handlers<Answered> = {
    keepTools({ type: _, key, ...now }) {
      if (!read.some((_, i) => keyOf(i) === key)) return;
      tools.set(key, now);
      send({ type: 'saved', saved: saved() });
    },
    readText({ picture, symbol, action }) {
      const one = symbolAt(picture, symbol);
      return one && act(textOf(one), action);
    },
    setText({ set, action }) {
      const one = sets[set];
      if (one?.text === undefined) return undefined;
      const { text, secret } = one;
      return act({ text, secret, bytes: bytesOfSet(one, read), meaning: meanings.get(text) }, action);
    },
    reveal: ({ picture, symbol }) => sendSymbol(picture, symbol, true),
    revealSet({ set }) {
      if (sets[set]) send({ type: 'readSet', view: view(), set, card: readSet(sets[set], read, meanings, true) });
    },
    needSetBytes({ set }) {
      const one = sets[set];
      if (one?.text !== undefined) send({ type: 'setBytes', view: view(), set, bytes: bytesOfSet(one, read) });
    },
    async needBytes({ picture, symbol }) {
      const one = symbolAt(picture, symbol);
      if (!one) return;
      const asked = view();
      // Only a plain array passes to the page as bytes.
      const bytes = Uint8Array.from(one.bytes);
      const { charsets } = await actions.readBytes(bytes, '');
      send({ type: 'symbolBytes', view: asked, picture, symbol, bytes, charsets: [...charsets] });
    },
    async readAs({ picture, symbol, charset, revealed }) {
      const shown = read[picture]?.picture;
      const old = shown?.symbols[symbol];
      if (!shown || !old) return;
      const first = found.get(old) ?? old;
      const { text, secret } = charset === '' ? first : await actions.readBytes(first.bytes, charset);
      const more = await described([text]);
      if (shown.symbols[symbol] !== old) return;
      const anew: DecodedSymbol =
        charset === ''
          ? first
          : { ...first, text, secret: first.secret || secret, charset: { name: charset, from: 'chosen' } };
      if (anew !== first) found.set(anew, first);
      shown.symbols[symbol] = anew;
      for (const [each, meaning] of more) meanings.set(each, meaning);
      sendSymbol(picture, symbol, revealed);
    },
    async needPicture({ picture }) {
      const entry = read[picture];
      if (!entry) return;
      const asked = view();
      try {
        const bytes = await bytesOf(entry);
        send({ type: 'pictureBytes', view: asked, picture, ...(bytes && { bytes }) });
      } catch {
        send({ type: 'pictureBytes', view: asked, picture });
      }
    },
  };

  return {
    handlers,
    showPictures,
    read: () => read,
    /** By the key that its card has. */
    find: (key: string) => read.find((_, i) => keyOf(i) === key),
    bytesOf,
    /** Shows another answer for one of the pictures. */
    replace: (key: string, picture: DecodedPicture) =>
      setPictures(
        read.map((entry, i) => (keyOf(i) === key ? { ...entry, picture } : entry)),
        generation,
      ),
    cards: () =>
      read.map(({ name, picture }, i) => ({
        ...pictureCard(name, picture, sets, meanings),
        key: keyOf(i),
        ...(tools.has(keyOf(i)) && { tools: tools.get(keyOf(i))! }),
      })),
    sets: () => sets.map((set) => readSet(set, read, meanings, false)),
    /** The sets that the pictures make. */
    found: () => sets,
    saved: (): SavedState['pictures'] =>
      read.flatMap(({ uri }, i) => (uri === undefined ? [] : { uri, tools: tools.get(keyOf(i)) ?? null })),
    /** Shows nothing; what is being read at the moment will be shown. */
    clear(): void {
      read = [];
      sets = [];
      meanings = new Map();
      tools = new Map();
      generation++;
      clears++;
    },
    async restore(old: SavedState): Promise<void> {
      const [mine, before] = [turn, clears];
      const restored = await decodeAgain(old.pictures);
      const next = restored.map(({ entry }) => entry);
      const known = await allOf(next);
      // A command may have shown something newer while this was running.
      if (mine !== turn || before !== clears) return;
      read = next;
      ({ sets, meanings } = known);
      generation++;
      tools = new Map(restored.flatMap(({ tools }, i) => (tools ? [[keyOf(i), tools] as const] : [])));
    },
  };
}

/** Reading a symbol in another character set changes only what is shown, not what a table holds of it. */
const ownCopy = (entry: ReadPicture): ReadPicture => ({
  ...entry,
  picture: { ...entry.picture, symbols: [...entry.picture.symbols] },
});
