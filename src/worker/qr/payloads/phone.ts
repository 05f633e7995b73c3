/** A number to call (RFC 3966). */
import { percentDecoded } from './escapes';
import type { Field, PayloadKind } from './kind';

/** A phone number; spaces are dropped, the other visual separators of RFC 3966 stay. */
export const phoneNumber: Field = {
  name: 'number',
  label: { en: 'Phone number', 'zh-cn': '电话号码' },
  input: 'phone',
  required: true,
  example: '+86-10-12345678',
  clean: (value) => value.replace(/\s/g, ''),
  valid: (value) => /^\+?[0-9*#().-]*[0-9*#][0-9*#().-]*$/.test(value),
};

export const phone: PayloadKind = {
  kind: 'phone',
  label: { en: 'Phone call', 'zh-cn': '拨打电话' },
  fields: [phoneNumber],
  build: (values) => `tel:${values.number!.replace(/#/g, '%23')}`,
  parse(text) {
    const match = /^tel:([^;?]+)/i.exec(text);
    const number = match && percentDecoded(match[1]!)?.replace(/\s/g, '');
    return number && phoneNumber.valid!(number) ? { number } : undefined;
  },
};
