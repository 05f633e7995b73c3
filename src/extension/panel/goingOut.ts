/**
 * The ways out of the panel: copying, saving and inserting what was made, always as it is shown.
 */
import type { MakeOptions } from './makeOptions';
import type { Handlers, Outgoing, PartContext } from './panelParts';
import type { Made } from './shown';

type Answered = 'save' | 'saveAll' | 'sheetAll' | 'copyAs' | 'needPng' | 'insertImage' | 'madeText';

const outgoing = (entry: Made | undefined): Outgoing[] =>
  entry && !entry.item.error ? [{ source: entry.source, item: entry.item }] : [];

export function goingOut(
  { actions, platform, send, notice }: PartContext,
  made: () => Made[],
  options: () => MakeOptions,
): Handlers<Answered> {
  const { notices } = platform;
  const saved = (name: string | undefined) => {
    if (name !== undefined) notice('done', notices.saved(name));
  };
  return {
    async save({ index, format }) {
      actions.rememberFormat(format);
      for (const symbol of outgoing(made()[index])) saved(await actions.save(symbol, format, options()));
    },
    async saveAll({ format }) {
      actions.rememberFormat(format);
      const symbols = made().flatMap(outgoing);
      const folder = symbols.length > 0 ? await actions.saveAll(symbols, format, options()) : undefined;
      if (folder !== undefined) notice('done', notices.savedAll(symbols.length, folder));
    },
    async sheetAll({ format }) {
      const symbols = made().flatMap(outgoing);
      if (symbols.length > 0) saved(await actions.saveSheet(symbols, format, options()));
    },
    async copyAs({ index, format }) {
      for (const symbol of outgoing(made()[index])) {
        const file = await actions.copyAs(symbol, format, options());
        notice('done', file === undefined ? notices.copiedAs[format] : notices.linkCopied(file));
      }
    },
    async needPng({ index, request }) {
      const [symbol] = outgoing(made()[index]);
      try {
        const bytes = symbol && (await actions.png(symbol, options()));
        send({ type: 'png', request, ...(bytes && { bytes }) });
      } catch (error) {
        send({ type: 'png', request });
        throw error;
      }
    },
    async insertImage({ index }) {
      for (const symbol of outgoing(made()[index])) {
        const name = await actions.insertImage(symbol, options());
        if (name !== undefined) notice('done', notices.imageInserted(name));
      }
    },
    async madeText({ index }) {
      const entry = made()[index];
      if (!entry || !('text' in entry.source)) return;
      await platform.copyText(entry.item.text);
      notice('done', notices.textCopied);
    },
  };
}
