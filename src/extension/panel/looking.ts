/**
 * How the symbols look in the end: the picture of a look that the page cannot draw, what it
 * survives, and the logo in it.
 */
import { symbolCard } from './cards';
import { isStyled, type MakeOptions } from './makeOptions';
import type { Handlers, PartContext } from './panelParts';
import type { Made } from './shown';

export function looking(
  { actions, send, view, saved }: PartContext,
  made: () => Made[],
  options: () => MakeOptions,
): Handlers<'needLook' | 'pickLogo'> {
  /** One after the other, so that what is no longer shown need not be measured. */
  let measured: Promise<unknown> = Promise.resolve();

  return {
    async needLook({ index }) {
      const entry = made()[index];
      if (!entry || entry.item.error) return;
      const { item, source } = entry;
      const asked = view();
      const chosen = options();
      const isShown = () => view() === asked && made()[index] === entry && entry.item === item;
      // Both are asked at once; why there is no picture is what the second answers.
      const picture = isStyled(chosen) ? actions.picture({ source, item }, chosen).catch(() => undefined) : undefined;
      const looked = measured.then(() => (isShown() ? actions.scanMargin({ source, item }, chosen) : undefined));
      measured = looked.catch(() => undefined);
      const address = await picture;
      if (address !== undefined && isShown()) send({ type: 'picture', view: asked, index, address });
      const answer = await looked;
      if (!answer || !isShown()) return;
      const { scanMargin, error } = answer;
      if (!error) return send({ type: 'scanMargin', view: asked, index, scanMargin });
      // What does not read back is not offered: the card becomes one without a symbol.
      entry.item = { text: item.text, secret: item.secret, error };
      send({ type: 'symbol', view: asked, index, card: symbolCard(entry), saved: saved() });
    },
    async pickLogo() {
      const file = await actions.pickLogo();
      if (file) send({ type: 'logoFile', ...file });
    },
  };
}
