/** A web address; taken as it is, because a normalised one may point elsewhere. */
import type { PayloadKind } from './kind';

const isWebAddress = (value: string) => /^https?:\/\/[^\s\u0000-\u001f\u007f]+$/i.test(value) && URL.canParse(value);

export const url: PayloadKind = {
  kind: 'url',
  label: { en: 'Web address', 'zh-cn': '网址' },
  fields: [
    {
      name: 'url',
      label: { en: 'Address', 'zh-cn': '网址' },
      input: 'url',
      required: true,
      example: 'https://example.com/',
      clean: (value) => value.trim(),
      valid: isWebAddress,
    },
  ],
  build: (values) => values.url!,
  parse: (value) => (isWebAddress(value) ? { url: value } : undefined),
};
