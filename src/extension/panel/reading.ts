/** The Read tab's half of the session: which pictures are shown, and what is done with the texts found in them. */
import { pictureCard } from './cards';
import type { SavedState } from './contract';
import type { Handlers, PartContext } from './panelParts';
import type { ReadPicture } from './shown';

/** `show` brings the tab to the front before the page is drawn anew. */
export function reading({ actions, platform, send, notice, view, redraw }: PartContext, show: () => void) {
  let read: ReadPicture[] = [];

  const showPictures = (pictures: ReadPicture[]) => {
    read = pictures;
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

  const handlers: Handlers<'readText' | 'needPicture' | 'decodeDropped'> = {
    async readText({ picture, symbol, action }) {
      const text = read[picture]?.picture.symbols[symbol]?.text;
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
    },
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
      if (picture) showPictures([{ name, bytes, picture }]);
    },
  };

  return {
    handlers,
    showPictures,
    read: () => read,
    cards: () => read.map(({ name, picture }) => pictureCard(name, picture)),
    async restore(old: SavedState): Promise<void> {
      const next = await decodeAgain(old.pictures);
      // A command may have shown something newer while this was running.
      if (read.length === 0) read = next;
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
