/** A contact as MeCard (NTT docomo), much shorter than a vCard. */
import { addressParts, contactFields, requireName } from './contactFields';
import { compactDate, expandedDate } from './dates';
import { escapeBackslash, semicolonItems, splitUnescaped, unescapeBackslash } from './escapes';
import { filled, type PayloadKind } from './kind';

const escaped = (value = '') => escapeBackslash(value, '\\;:,"');
const keys = { ORG: 'organization', TITLE: 'title', TEL: 'mobile', EMAIL: 'email', URL: 'url', NOTE: 'note' };
/** MeCard has one kind of number. */
const unknown = ['workPhone', 'homePhone'];

export const mecard: PayloadKind = {
  kind: 'mecard',
  label: { en: 'Contact (MeCard, compact)', 'zh-cn': '联系人（MeCard，紧凑）' },
  fields: contactFields.filter((field) => !unknown.includes(field.name)),
  build(values) {
    requireName('mecard', values);
    const { lastName, firstName, birthday } = values;
    const list = (parts: (string | undefined)[]) => parts.map(escaped).join(',');
    const items = [
      lastName || firstName ? `N:${list([lastName, firstName])};` : '',
      ...Object.entries(keys).map(([key, name]) => (values[name] ? `${key}:${escaped(values[name])};` : '')),
      addressParts.some((part) => values[part]) ? `ADR:,,${list(addressParts.map((part) => values[part]))};` : '',
      birthday ? `BDAY:${compactDate(birthday)};` : '',
    ];
    return `MECARD:${items.join('')};`;
  },
  parse(text) {
    if (!/^mecard:/i.test(text)) return undefined;
    const items = semicolonItems(text.slice('MECARD:'.length));
    const list = (key: string) => splitUnescaped(items.get(key)?.[0] ?? '', ',').map(unescapeBackslash);
    const [lastName, firstName] = list('N');
    const address = list('ADR').slice(2);
    const values = filled({
      lastName,
      firstName,
      ...Object.fromEntries(
        Object.entries(keys).map(([key, name]) => [name, unescapeBackslash(items.get(key)?.[0] ?? '')]),
      ),
      ...Object.fromEntries(addressParts.map((part, i) => [part, address[i]])),
      birthday: expandedDate(items.get('BDAY')?.[0] ?? ''),
    });
    return Object.keys(values).length ? values : undefined;
  },
};
