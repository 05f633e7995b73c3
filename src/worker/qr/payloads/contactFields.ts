/** The fields of a person's card, shared by vCard and MeCard. */
import { fault } from '../../protocol/errors';
import type { PayloadValues } from '../../protocol/payload';
import { isDate } from './dates';
import { unixLines } from './escapes';
import type { Field } from './kind';
import { phoneNumber } from './phone';

const plain = { input: 'text', clean: unixLines } as const;
const number = {
  input: 'phone',
  clean: phoneNumber.clean,
  valid: phoneNumber.valid,
  example: phoneNumber.example,
} as const;

export const contactFields: readonly Field[] = [
  { name: 'firstName', label: { en: 'First name', 'zh-cn': '名' }, ...plain },
  { name: 'lastName', label: { en: 'Last name', 'zh-cn': '姓' }, ...plain },
  { name: 'organization', label: { en: 'Organization', 'zh-cn': '单位' }, ...plain },
  { name: 'title', label: { en: 'Job title', 'zh-cn': '职务' }, ...plain },
  { name: 'mobile', label: { en: 'Mobile phone', 'zh-cn': '手机' }, ...number },
  { name: 'workPhone', label: { en: 'Work phone', 'zh-cn': '办公电话' }, ...number },
  { name: 'homePhone', label: { en: 'Home phone', 'zh-cn': '住宅电话' }, ...number },
  { name: 'email', label: { en: 'Email', 'zh-cn': '电子邮件' }, input: 'email', clean: unixLines },
  {
    name: 'url',
    label: { en: 'Website', 'zh-cn': '网站' },
    input: 'url',
    example: 'https://example.com/',
    clean: (value) => value.trim(),
    valid: (value) => /^[a-z][a-z0-9+.-]*:[^\s\u0000-\u001f\u007f\\]+$/i.test(value),
  },
  { name: 'street', label: { en: 'Street', 'zh-cn': '街道' }, ...plain },
  { name: 'city', label: { en: 'City', 'zh-cn': '城市' }, ...plain },
  { name: 'region', label: { en: 'Region', 'zh-cn': '省/州' }, ...plain },
  { name: 'postalCode', label: { en: 'Postal code', 'zh-cn': '邮政编码' }, ...plain },
  { name: 'country', label: { en: 'Country', 'zh-cn': '国家' }, ...plain },
  { name: 'birthday', label: { en: 'Birthday', 'zh-cn': '生日' }, input: 'date', example: '2000-01-31', valid: isDate },
  { name: 'note', label: { en: 'Note', 'zh-cn': '备注' }, input: 'lines', clean: unixLines },
];

/** Order of the address parts that we fill in, after post office box and extended address. */
export const addressParts = ['street', 'city', 'region', 'postalCode', 'country'] as const;

/** @throws field-missing when nobody is named */
export function requireName(kind: string, { firstName, lastName, organization }: PayloadValues): void {
  if (!firstName && !lastName && !organization) throw fault('field-missing', { kind, field: 'firstName' });
}
