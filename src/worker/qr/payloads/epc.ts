/**
 * A SEPA credit transfer (European Payments Council EPC069-12, version 002), which asks for level
 * M.
 */
import { fault } from '../../protocol/errors';
import { withoutEnd } from '../../text/withoutEnd';
import { type Field, filled, type PayloadKind } from './kind';

const oneLine = (longest: number) => (value: string) => !/[\r\n]/.test(value) && [...value].length <= longest;
const compact = (value: string) => value.replace(/\s/g, '').toUpperCase();

/** ISO 13616: the rest of the number, letters as 10 to 35, modulo 97 is 1. */
function isIban(value: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(value)) return false;
  const digits = (value.slice(4) + value.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

const fields: Field[] = [
  {
    name: 'name',
    label: { en: 'Payee', 'zh-cn': '收款人' },
    input: 'text',
    required: true,
    example: 'Red Cross (1-70)',
    valid: oneLine(70),
  },
  {
    name: 'iban',
    label: { en: 'IBAN', 'zh-cn': '国际银行账号（IBAN）' },
    input: 'text',
    required: true,
    example: 'DE89370400440532013000',
    clean: compact,
    valid: isIban,
  },
  {
    name: 'bic',
    label: { en: 'BIC', 'zh-cn': '银行识别码（BIC）' },
    input: 'text',
    example: 'COBADEFFXXX',
    clean: compact,
    valid: (value) => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(value),
  },
  {
    name: 'amount',
    label: { en: 'Amount in euro', 'zh-cn': '金额（欧元）' },
    input: 'number',
    example: '12.34',
    valid: (value) => /^(0|[1-9]\d{0,8})(\.\d{1,2})?$/.test(value) && Number(value) >= 0.01,
  },
  {
    name: 'purpose',
    label: { en: 'Purpose code', 'zh-cn': '用途代码' },
    input: 'text',
    example: 'CHAR',
    valid: (value) => /^[A-Z0-9]{1,4}$/.test(value),
  },
  {
    name: 'reference',
    label: { en: 'Structured reference (ISO 11649)', 'zh-cn': '结构化附言（ISO 11649）' },
    input: 'text',
    example: 'RF18539007547034',
    valid: (value) => /^[A-Z0-9]{1,35}$/i.test(value),
  },
  {
    name: 'text',
    label: { en: 'Remittance text', 'zh-cn': '附言' },
    input: 'text',
    example: '1-140',
    valid: oneLine(140),
  },
  {
    name: 'information',
    label: { en: 'Note to the payer', 'zh-cn': '给付款人的说明' },
    input: 'text',
    example: '1-70',
    valid: oneLine(70),
  },
];

/** Fields by line, from the fifth on. */
const order = ['bic', 'name', 'iban', 'amount', 'purpose', 'reference', 'text', 'information'];
const maxBytes = 331;

export const epc: PayloadKind = {
  kind: 'epc',
  label: { en: 'SEPA payment', 'zh-cn': '欧洲支付（SEPA）' },
  level: 'M',
  fields,
  build(values) {
    if (values.reference && values.text)
      throw fault('field-invalid', { kind: 'epc', field: 'text', value: values.text, expected: 'reference | text' });
    const lines = order.map((name) =>
      name === 'amount' && values.amount ? `EUR${values.amount}` : (values[name] ?? ''),
    );
    const text = withoutEnd(['BCD', '002', '1', 'SCT', ...lines].join('\n'), '\n');
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > maxBytes)
      throw fault('field-invalid', { kind: 'epc', field: 'text', value: `${bytes}`, expected: `<= ${maxBytes}` });
    return text;
  },
  parse(text) {
    const [tag, version, charset, code, ...lines] = text.split(/\r?\n/);
    if (tag !== 'BCD' || !/^00[12]$/.test(version ?? '') || !/^[1-8]$/.test(charset ?? '') || code !== 'SCT')
      return undefined;
    const values = filled(Object.fromEntries(order.map((name, i) => [name, lines[i]])));
    if (values.amount) values.amount = values.amount.replace(/^EUR/, '');
    return values.name && values.iban ? values : undefined;
  },
};
