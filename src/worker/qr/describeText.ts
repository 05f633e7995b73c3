/** What a text out of a symbol means to a person: its kind, its fields by name, and where it leads. */
import type { Locale } from '../protocol/finding';
import type { TextField, TextMeaning } from '../protocol/meaning';
import { applies, type PayloadField, type PayloadValues } from '../protocol/payload';
import { judgeLink } from './link/judgeLink';
import { payloadKind } from './payloads';
import { knownText } from './payloads/knownText';
import { holdsSecret } from './secret';

/** Kinds that have one part: the text itself. */
const WHOLE = ['url', 'text'];
/** Kinds whose text may be an address. */
const ADDRESSES = ['url', 'text', 'email'];

const YES: Record<Locale, string> = { en: 'Yes', 'zh-cn': '是' };

/** In linear time, whatever the text. */
export function describeText(text: string, locale: Locale): TextMeaning {
  const known = knownText(text, locale);
  const link = !known || known.bare || ADDRESSES.includes(known.kind) ? judgeLink(text, locale) : undefined;
  const hasFields = known && !known.bare && !WHOLE.includes(known.kind);
  return {
    ...(known && { known }),
    fields: hasFields ? fieldsOf(payloadKind(known.kind).fields, known.values, locale) : [],
    ...(link && { link }),
  };
}

/** `2026-01-31T09:30Z` as `2026-01-31 09:30 UTC`. */
const inWords = (value: string, input: PayloadField['input']): string =>
  input === 'datetime' ? value.replace('T', ' ').replace('Z', ' UTC') : value;

function fieldsOf(fields: readonly PayloadField[], values: PayloadValues, locale: Locale): TextField[] {
  return fields.flatMap((field) => {
    const { name, label, shortLabel = label, input, choices, choiceLabels } = field;
    // What a choice is when nothing is said is told where it has a name of its own.
    const value = values[name] || (choiceLabels && applies(field, fields, values) ? choices?.[0] : undefined);
    if (!value) return [];
    const shown = input === 'flag' ? YES[locale] : (choiceLabels?.[value]?.[locale] ?? inWords(value, input));
    return [{ label: shortLabel[locale], value: shown, secret: input === 'secret' || holdsSecret(shown) }];
  });
}
