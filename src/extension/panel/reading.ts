/**
 * The Read tab's half of the session: which pictures are shown, and what is done with the texts
 * found in them.
 */
import type { DecodedSet } from '../../worker/protocol/picture';
import { pictureCard } from './cards';
import type { SavedState } from './contract';
import type { Handlers, PartContext } from './panelParts';
import { partsOf, readSet } from './readSets';
import type { ReadPicture } from './shown';

/** `show` brings the tab to the front before the page is drawn anew. */
export function reading({ actions, platform, send, notice, view, redraw }: PartContext, show: () => void) {
  let read: ReadPicture[] = [];
  let sets: DecodedSet[] = [];
  /** Counts what was shown: the sets of anything but the newest are dropped. */
  let turn = 0;

  const joined = async (pictures: ReadPicture[]): Promise<DecodedSet[]> => {
    const parts = partsOf(pictures);
    return parts.length > 0 ? actions.join(parts) : [];
  };

  const showPictures = async (pictures: ReadPicture[]): Promise<void> => {
    const mine = ++turn;
    const found = await joined(pictures);
    if (mine !== turn) return;
    read = pictures;
    sets = found;
    show();
    redraw();
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

  const act = async (text: string | undefined, action: 'copy' | 'insert' | 'open'): Promise<void> => {
    if (text === undefined) return;
    if (action === 'copy') {
      await platform.copyText(text);
      notice('done', platform.notices.textCopied);
    } else if (action === 'insert') {
      if (await platform.insertText(text)) notice('done', platform.notices.textInserted);
      else notice('error', platform.notices.noEditor);
    } else {
      await platform.openLink(text);
    }
  };

  const handlers: Handlers<'readText' | 'setText' | 'needPicture' | 'decodeDropped'> = {
    readText: ({ picture, symbol, action }) => act(read[picture]?.picture.symbols[symbol]?.text, action),
    setText: ({ set, action }) => act(sets[set]?.text, action),
    async needPicture({ picture }) {
      const entry = read[picture];
      if (!entry) return;
      const asked = view();
      try {
        const bytes = entry.bytes ?? (entry.uri === undefined ? undefined : await platform.readFile(entry.uri));
        send({ type: 'pictureBytes', view: asked, picture, ...(bytes && { bytes }) });
      } catch {
        send({ type: 'pictureBytes', view: asked, picture });
      }
    },
    async decodeDropped({ name, bytes }) {
      const [picture] = await actions.decode([{ name, bytes }]);
      if (picture) await showPictures([{ name, bytes, picture }]);
    },
  };

  return {
    handlers,
    showPictures,
    read: () => read,
    cards: () => read.map(({ name, picture }) => pictureCard(name, picture, sets)),
    sets: () => sets.map((set) => readSet(set, read)),
    async restore(old: SavedState): Promise<void> {
      const mine = turn;
      const next = await decodeAgain(old.pictures);
      const found = await joined(next);
      // A command may have shown something newer while this was running.
      if (mine !== turn) return;
      read = next;
      sets = found;
    },
  };
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
