/** A one-time password seed for authenticator apps (Google Authenticator's key URI format). */
import { percentDecoded, queryFields } from './escapes';
import { type Field, filled, type PayloadKind } from './kind';

const defaults: Record<string, string> = { type: 'totp', algorithm: 'SHA1', digits: '6', period: '30' };
/** The format forbids a colon: it parts the issuer from the account. */
const noColon = (value: string) => !value.includes(':');
const count = (value: string) => /^\d{1,9}$/.test(value);
/** Empties what is the default anyway. */
const unless = (usual: string) => (value: string) => (value.trim() === usual ? '' : value.trim());
const fields: Field[] = [
  {
    name: 'type',
    label: { en: 'Type', 'zh-cn': '类型' },
    input: 'choice',
    choices: ['totp', 'hotp'],
    choiceLabels: {
      totp: { en: 'By time (TOTP)', 'zh-cn': '按时间（TOTP）' },
      hotp: { en: 'By counter (HOTP)', 'zh-cn': '按计数（HOTP）' },
    },
  },
  { name: 'issuer', label: { en: 'Service', 'zh-cn': '服务' }, input: 'text', example: 'Example', valid: noColon },
  {
    name: 'account',
    label: { en: 'Account', 'zh-cn': '账号' },
    input: 'text',
    required: true,
    example: 'ada@example.com',
    valid: noColon,
  },
  {
    name: 'secret',
    label: { en: 'Secret (Base32)', 'zh-cn': '密钥（Base32）' },
    input: 'secret',
    required: true,
    example: 'A-Z 2-7',
    clean: (value) => value.replace(/[\s=-]/g, '').toUpperCase(),
    valid: (value) => /^[A-Z2-7]{2,}$/.test(value),
  },
  {
    name: 'algorithm',
    label: { en: 'Algorithm', 'zh-cn': '算法' },
    input: 'choice',
    choices: ['SHA1', 'SHA256', 'SHA512'],
  },
  { name: 'digits', label: { en: 'Digits', 'zh-cn': '位数' }, input: 'choice', choices: ['6', '7', '8'] },
  {
    name: 'period',
    label: { en: 'Seconds a code is valid', 'zh-cn': '有效秒数' },
    input: 'number',
    example: '30',
    clean: unless('30'),
    valid: count,
    only: { field: 'type', values: ['totp'] },
  },
  {
    name: 'counter',
    label: { en: 'Counter', 'zh-cn': '计数器' },
    input: 'number',
    example: '0',
    clean: unless('0'),
    valid: count,
    only: { field: 'type', values: ['hotp'] },
  },
];

export const otpauth: PayloadKind = {
  kind: 'otpauth',
  label: { en: 'One-time password', 'zh-cn': '一次性密码' },
  fields,
  build({ type = 'totp', issuer, account, secret, ...rest }) {
    const label = [issuer, account].flatMap((part) => (part === undefined ? [] : [encodeURIComponent(part)])).join(':');
    // A counter is what hotp needs; apps refuse it without.
    const query = Object.entries({ secret, issuer, ...(type === 'hotp' ? { counter: '0' } : {}), ...rest })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(value!)}`);
    return `otpauth://${type}/${label}?${query.join('&')}`;
  },
  parse(text) {
    const match = /^otpauth:\/\/(totp|hotp)\/([^?]*)\?([^#]*)$/i.exec(text);
    const query = match && queryFields(match[3]!);
    const label = match && percentDecoded(match[2]!);
    const secret = fields[3]!.clean!(query?.get('secret') ?? '');
    if (!match || !query || label == null || !fields[3]!.valid!(secret)) return undefined;
    const colon = label.indexOf(':');
    const type = match[1]!.toLowerCase();
    const values: Record<string, string | undefined> = {
      type,
      issuer: query.get('issuer') ?? label.slice(0, Math.max(colon, 0)),
      account: colon < 0 ? label : label.slice(colon + 1),
      secret,
      algorithm: query.get('algorithm')?.toUpperCase().replace('-', ''),
      digits: query.get('digits'),
      period: query.get('period'),
      counter: query.get('counter'),
    };
    for (const [name, value] of Object.entries(defaults)) if (values[name] === value) delete values[name];
    if (type === 'hotp' && values.counter === '0') delete values.counter;
    return values.account ? filled(values) : undefined;
  },
};
