/** A contact as vCard 3.0 (RFC 2426) or 4.0 (RFC 6350). */
import type { PayloadValues } from '../../protocol/payload';
import { addressParts, contactFields, requireName } from './contactFields';
import { type ContentLine, componentLines, escapeText, unescapeText } from './contentLines';
import { compactDate, expandedDate } from './dates';
import { splitUnescaped } from './escapes';
import { filled, type PayloadKind } from './kind';

const simple = { TITLE: 'title', EMAIL: 'email', URL: 'url', NOTE: 'note' };
const phones = { CELL: 'mobile', WORK: 'workPhone', HOME: 'homePhone' };
const escaped = (value = '') => escapeText(value);

export const vcard: PayloadKind = {
  kind: 'vcard',
  label: { en: 'Contact (vCard)', 'zh-cn': '联系人（vCard）' },
  fields: [
    ...contactFields,
    { name: 'version', label: { en: 'Version', 'zh-cn': '版本' }, input: 'choice', choices: ['3.0', '4.0'] },
  ],
  build(values) {
    requireName('vcard', values);
    const { version = '3.0', lastName, firstName, organization, birthday, url } = values;
    const lines = [
      'BEGIN:VCARD',
      `VERSION:${version}`,
      `N:${escaped(lastName)};${escaped(firstName)};;;`,
      `FN:${escaped(displayName(values))}`,
      ...(organization ? [`ORG:${escaped(organization)}`] : []),
      ...Object.entries(phones).flatMap(([type, name]) => (values[name] ? [`TEL;TYPE=${type}:${values[name]}`] : [])),
      // A URL is no text value, so it has no escapes.
      ...Object.entries(simple).flatMap(([key, name]) =>
        values[name] ? [`${key}:${name === 'url' ? url : escaped(values[name])}`] : [],
      ),
      ...(addressParts.some((part) => values[part])
        ? [`ADR:;;${addressParts.map((part) => escaped(values[part])).join(';')}`]
        : []),
      ...(birthday ? [`BDAY:${version === '3.0' ? birthday : compactDate(birthday)}`] : []),
      'END:VCARD',
    ];
    return `${lines.join('\r\n')}\r\n`;
  },
  parse(text) {
    if (!/^\s*begin:vcard/i.test(text)) return undefined;
    const lines = componentLines(text, 'VCARD');
    return lines && valuesOf(lines);
  },
};

/** Chinese, Japanese and Korean names start with the family name and have no space. */
function displayName({ firstName, lastName, organization }: PayloadValues): string {
  const parts = [firstName, lastName].filter((part) => part !== undefined);
  if (parts.length === 0) return organization!;
  return /[\u3040-\u9fff\uac00-\ud7af]/.test(parts.join('')) ? parts.reverse().join('') : parts.join(' ');
}

function valuesOf(lines: ContentLine[]): PayloadValues {
  const first = (name: string) => lines.find((line) => line.name === name);
  const textOf = (line: ContentLine | undefined) => line && unescapeText(line.value);
  const parts = (line: ContentLine | undefined) => splitUnescaped(line?.value ?? '', ';').map(unescapeText);
  const name = first('N');
  const [lastName, firstName] = name ? parts(name) : [undefined, textOf(first('FN'))];
  const address = parts(first('ADR')).slice(2);
  return filled({
    version: first('VERSION')?.value.trim() === '4.0' ? '4.0' : undefined,
    firstName,
    lastName,
    organization: parts(first('ORG')).filter(Boolean).join(' '),
    birthday: expandedDate(first('BDAY')?.value ?? ''),
    ...Object.fromEntries(Object.entries(simple).map(([key, field]) => [field, textOf(first(key))])),
    ...Object.fromEntries(addressParts.map((part, i) => [part, address[i]])),
    ...phoneValues(lines),
  });
}

/** The first number of each type; one without a known type is the mobile phone. */
function phoneValues(lines: ContentLine[]): PayloadValues {
  const values: PayloadValues = {};
  for (const { name, parameters, value } of lines) {
    if (name !== 'TEL') continue;
    const type = Object.entries(phones).find(([key]) => parameters.includes(key));
    values[type?.[1] ?? 'mobile'] ??= value.replace(/^tel:/i, '').replace(/\s/g, '');
  }
  return values;
}
