/** What is done with a text that was read: always with the whole text, never with what the page shows. */
import type { TextMeaning } from '../../worker/protocol/meaning';
import { fileNameOf } from '../fileNameOf';
import type { ReadAction } from './contract';
import type { PartContext } from './panelParts';
import type { Source } from './shown';

/** A text out of one symbol or several. */
export interface ReadText {
  text: string;
  secret: boolean;
  /** As they stood in the symbols. */
  bytes: Uint8Array;
  meaning?: TextMeaning;
}

/** Files of these kinds are known to other programs by their extension. */
const EXTENSIONS: Record<string, string> = { vcard: 'vcf', event: 'ics' };

/** A name of our own making, without a word of a secret. */
function contentName({ text, secret, meaning }: ReadText): string {
  const { kind = 'text', bare = true } = meaning?.known ?? {};
  const extension = isText(text) ? (!bare && Object.hasOwn(EXTENSIONS, kind) && EXTENSIONS[kind]) || 'txt' : 'bin';
  return `${secret ? 'qr-code' : fileNameOf(text)}.${extension}`;
}

/** U+FFFD stands for bytes that mean nothing as text. */
const isText = (text: string): boolean => !text.includes('\ufffd');

/** @param make makes a symbol and shows it on the Make tab */
export function readActions(
  { actions, platform, send, notice }: PartContext,
  make: (source: Source) => Promise<unknown>,
) {
  const { notices } = platform;

  const done: Record<ReadAction, (read: ReadText) => Promise<unknown>> = {
    async copy({ text }) {
      await platform.copyText(text);
      notice('done', notices.textCopied);
    },
    async insert({ text }) {
      if (await platform.insertText(text)) notice('done', notices.textInserted);
      else notice('error', notices.noEditor);
    },
    open: ({ text, secret, meaning }) => platform.openLink(text, meaning?.link, secret),
    async edit({ text, bytes, meaning }) {
      await make(isText(text) ? { text } : { bytes: Uint8Array.from(bytes), name: 'qr-code' });
      const known = meaning?.known;
      if (known && !known.bare && known.kind !== 'text')
        send({ type: 'fillForm', kind: known.kind, values: known.values });
    },
    async compare({ text, secret }) {
      const answer = await platform.compare(text, secret);
      notice(answer === 'none' ? 'error' : 'done', notices.compared(answer, secret));
    },
    async save(read) {
      const name = await actions.saveContent(contentName(read), Uint8Array.from(read.bytes));
      if (name !== undefined) notice('done', notices.saved(name));
    },
  };
  return (read: ReadText, action: ReadAction): Promise<unknown> => done[action](read);
}
