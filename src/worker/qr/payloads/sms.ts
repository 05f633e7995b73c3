/**
 * A text message ready to send: SMSTO:, which every phone reads; sms: (RFC 5724) and mmsto: are
 * read too.
 */
import { percentDecoded, queryFields } from './escapes';
import { filled, type PayloadKind } from './kind';
import { phoneNumber } from './phone';

export const sms: PayloadKind = {
  kind: 'sms',
  label: { en: 'Text message', 'zh-cn': '短信' },
  fields: [phoneNumber, { name: 'message', label: { en: 'Message', 'zh-cn': '内容' }, input: 'lines' }],
  // Nothing is escaped here: the number has no colon, and all after the second one is the message.
  build: ({ number, message }) => `SMSTO:${number}${message === undefined ? '' : `:${message}`}`,
  parse(text) {
    const simple = /^(?:smsto|mmsto):([^:?]+)(?::([\s\S]*))?$/i.exec(text);
    if (simple) return withNumber(simple[1]!, simple[2]);
    const uri = /^(?:sms|mms|smsto|mmsto):([^?;]+)[^?]*(?:\?([^#]*))?$/i.exec(text);
    if (!uri) return undefined;
    return withNumber(percentDecoded(uri[1]!) ?? '', queryFields(uri[2] ?? '')?.get('body'));
  },
};

function withNumber(raw: string, message: string | undefined) {
  const number = raw.replace(/\s/g, '');
  return phoneNumber.valid!(number) ? filled({ number, message }) : undefined;
}
