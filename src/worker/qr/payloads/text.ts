/** Plain text: everything that is nothing else. */
import type { PayloadKind } from './kind';

export const text: PayloadKind = {
  kind: 'text',
  label: { en: 'Text', 'zh-cn': '文本' },
  fields: [{ name: 'text', label: { en: 'Text', 'zh-cn': '文本' }, input: 'lines', required: true }],
  build: (values) => values.text!,
  parse: (value) => (value === '' ? undefined : { text: value }),
};
