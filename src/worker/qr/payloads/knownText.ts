/** What a text is, or else is like, with the kind's name in the user's language. */
import type { Locale } from '../../protocol/finding';
import type { KnownText } from '../../protocol/methods';
import { payloadKind, recognise } from './index';
import { suggest } from './suggest';

/** Undefined for plain text. */
export function knownText(text: string, locale: Locale): KnownText | undefined {
  const known = recognise(text);
  const found = known?.kind === 'text' ? suggest(text) : known;
  return found && { ...found, label: payloadKind(found.kind).label[locale], bare: found !== known };
}
