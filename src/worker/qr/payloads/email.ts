/** An email ready to send (RFC 6068); MATMSG:, which older phones make, is read too. */
import { fault } from '../../protocol/errors';
import { percentDecoded, queryFields, semicolonItems, unescapeBackslash, unixLines } from './escapes';
import { filled, type PayloadKind } from './kind';

/** Addresses keep their @ and the commas between them. */
const addresses = (text: string) => encodeURIComponent(text).replace(/%40/g, '@').replace(/%2C/g, ',');
const crlf = (text: string) => encodeURIComponent(text.replace(/\n/g, '\r\n'));
const address = { input: 'email', clean: (value: string) => value.replace(/\s/g, '') } as const;

export const email: PayloadKind = {
  kind: 'email',
  label: { en: 'Email', 'zh-cn': '电子邮件' },
  fields: [
    { name: 'to', label: { en: 'To', 'zh-cn': '收件人' }, ...address, example: 'a@example.com' },
    { name: 'cc', label: { en: 'Cc', 'zh-cn': '抄送' }, ...address },
    { name: 'bcc', label: { en: 'Bcc', 'zh-cn': '密送' }, ...address },
    { name: 'subject', label: { en: 'Subject', 'zh-cn': '主题' }, input: 'text', clean: unixLines },
    { name: 'body', label: { en: 'Message', 'zh-cn': '正文' }, input: 'lines', clean: unixLines },
  ],
  build(values) {
    if (Object.keys(values).length === 0) throw fault('field-missing', { kind: 'email', field: 'to' });
    const query = [
      ['cc', values.cc && addresses(values.cc)],
      ['bcc', values.bcc && addresses(values.bcc)],
      ['subject', values.subject && crlf(values.subject)],
      ['body', values.body && crlf(values.body)],
    ].flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
    return `mailto:${addresses(values.to ?? '')}${query.length ? `?${query.join('&')}` : ''}`;
  },
  parse(text) {
    if (/^matmsg:/i.test(text)) return parseMatmsg(text);
    const match = /^mailto:([^?#]*)(?:\?([^#]*))?$/i.exec(text);
    if (!match) return undefined;
    const to = percentDecoded(match[1]!);
    const fields = queryFields(match[2] ?? '');
    if (to === undefined || !fields) return undefined;
    const lines = (name: string) => unixLines(fields.get(name) ?? '');
    const spaceless = (value = '') => value.replace(/\s/g, '');
    const values = filled({
      to: spaceless([to, fields.get('to')].filter(Boolean).join(',')),
      cc: spaceless(fields.get('cc')),
      bcc: spaceless(fields.get('bcc')),
      subject: lines('subject'),
      body: lines('body'),
    });
    return Object.keys(values).length ? values : undefined;
  },
};

function parseMatmsg(text: string) {
  const items = semicolonItems(text.slice('MATMSG:'.length));
  const item = (key: string) => items.get(key)?.map(unescapeBackslash).join(',');
  return item('TO') ? filled({ to: item('TO'), subject: item('SUB'), body: item('BODY') }) : undefined;
}
