import { describe, expect, it } from 'vitest';
import { MASK, type PayloadValues } from '../../../../src/worker/protocol/payload';
import { payloadKind, payloadKinds, recognise } from '../../../../src/worker/qr/payloads/index';
import { buildPayload } from '../../../../src/worker/qr/payloads/kind';

const build = (kind: string, values: PayloadValues) => buildPayload(payloadKind(kind), values);
const faultOf = (kind: string, values: PayloadValues) => {
  try {
    return build(kind, values);
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, unknown> };
    return { code, field: data.field };
  }
};

describe('build', () => {
  it.each<[string, PayloadValues, string]>([
    ['wifi', { ssid: 'a;b', password: 'p"a:s,s\\word' }, 'WIFI:T:WPA;S:a\\;b;P:p\\"a\\:s\\,s\\\\word;;'],
    ['wifi', { ssid: 'CAFE', security: 'nopass', hidden: 'true' }, 'WIFI:T:nopass;S:"CAFE";H:true;;'],
    ['wifi', { ssid: 'x', security: 'SAE', password: '123', transitionDisabled: 'true' }, 'WIFI:T:SAE;R:1;S:x;P:123;;'],
    [
      'email',
      { to: 'a@b.example', subject: 'A & B', body: 'x\ny' },
      'mailto:a@b.example?subject=A%20%26%20B&body=x%0D%0Ay',
    ],
    ['sms', { number: '+1 23', message: 'hi: there' }, 'SMSTO:+123:hi: there'],
    ['phone', { number: '*100#' }, 'tel:*100%23'],
    [
      'geo',
      { latitude: '39.9', longitude: '-116', label: '天 (安)' },
      'geo:39.9,-116?q=39.9,-116(%E5%A4%A9%20(%E5%AE%89))',
    ],
    [
      'otpauth',
      { issuer: 'A B', account: 'me@x', secret: 'abc 234', digits: '8' },
      'otpauth://totp/A%20B:me%40x?secret=ABC234&issuer=A%20B&digits=8',
    ],
    ['otpauth', { account: 'a', secret: 'ABCD', type: 'hotp' }, 'otpauth://hotp/a?secret=ABCD&counter=0'],
    [
      'epc',
      { name: 'A', iban: 'DE89370400440532013000', amount: '1.50' },
      'BCD\n002\n1\nSCT\n\nA\nDE89370400440532013000\nEUR1.50',
    ],
    ['mecard', { firstName: 'Li', lastName: 'Wang', mobile: '1' }, 'MECARD:N:Wang,Li;TEL:1;;'],
    [
      'vcard',
      { firstName: '小明', lastName: '王', note: 'a;b\nc', birthday: '2000-01-31', version: '4.0' },
      'BEGIN:VCARD\r\nVERSION:4.0\r\nN:王;小明;;;\r\nFN:王小明\r\nNOTE:a\\;b\\nc\r\nBDAY:20000131\r\nEND:VCARD\r\n',
    ],
    [
      'event',
      { summary: 'S', start: '2026-02-28', end: '2026-02-28' },
      'BEGIN:VEVENT\r\nSUMMARY:S\r\nDTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\nEND:VEVENT\r\n',
    ],
    [
      'event',
      { summary: 'S', start: '2026-02-28T09:30Z' },
      'BEGIN:VEVENT\r\nSUMMARY:S\r\nDTSTART:20260228T093000Z\r\nEND:VEVENT\r\n',
    ],
  ])('%s %j', (kind, values, text) => {
    expect(build(kind, values)).toBe(text);
  });

  it.each<[string, PayloadValues, string, string]>([
    ['wifi', {}, 'field-missing', 'ssid'],
    ['wifi', { ssid: 'x' }, 'field-missing', 'password'],
    ['wifi', { ssid: 'x', password: 'short' }, 'field-invalid', 'password'],
    ['wifi', { ssid: 'x', security: 'nopass', password: 'long enough' }, 'field-invalid', 'password'],
    ['wifi', { ssid: '十一个汉字的网络名称长' }, 'field-invalid', 'ssid'],
    ['wifi', { ssid: 'x', security: 'none' }, 'field-invalid', 'security'],
    ['wifi', { name: 'x' }, 'field-unknown', 'name'],
    ['wifi', { ssid: 'x', __proto__: null, constructor: 'y' } as never, 'field-unknown', 'constructor'],
    ['url', { url: 'example.com' }, 'field-invalid', 'url'],
    ['url', { url: 'javascript:alert(1)' }, 'field-invalid', 'url'],
    ['phone', { number: '12;34' }, 'field-invalid', 'number'],
    ['geo', { latitude: '91', longitude: '0' }, 'field-invalid', 'latitude'],
    ['otpauth', { account: 'a', secret: 'ABC1' }, 'field-invalid', 'secret'],
    ['otpauth', { account: 'a:b', secret: 'ABCD' }, 'field-invalid', 'account'],
    ['epc', { name: 'A', iban: 'DE89370400440532013001' }, 'field-invalid', 'iban'],
    ['epc', { name: 'A', iban: 'DE89370400440532013000', text: 'a', reference: 'b' }, 'field-invalid', 'text'],
    ['vcard', { note: 'x' }, 'field-missing', 'firstName'],
    ['vcard', { lastName: 'x', birthday: '2001-02-29' }, 'field-invalid', 'birthday'],
    ['event', { summary: 'a', start: '2026-01-02', end: '2026-01-01' }, 'field-invalid', 'end'],
    ['event', { summary: 'a', start: '2026-01-02', end: '2026-01-03T10:00' }, 'field-invalid', 'end'],
    ['event', { summary: 'a', start: '2026-01-02T24:00' }, 'field-invalid', 'start'],
    ['email', {}, 'field-missing', 'to'],
  ])('%s %j is refused', (kind, values, code, field) => {
    expect(faultOf(kind, values)).toEqual({ code, field });
  });

  it('keeps a wrong secret out of the fault', () => {
    try {
      build('otpauth', { account: 'a', secret: 'hunter1' });
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify((error as { data: unknown }).data)).not.toMatch(/hunter/i);
    }
    expect(() => payloadKind('fax')).toThrow('kind-unknown');
    expect(() => build('email', { to: 'a\ud800' })).toThrow('text-lone-surrogate');
  });
});

describe('recognise', () => {
  it.each<[string, string, PayloadValues]>([
    ['wifi:S:net;T:WPA2;P:"CAFEBABE";H:TRUE;;', 'wifi', { ssid: 'net', password: 'CAFEBABE', hidden: 'true' }],
    ['WIFI:S:open;;', 'wifi', { ssid: 'open', security: 'nopass' }],
    ['MATMSG:TO:a@b;SUB:x\\;y;BODY:z;;', 'email', { to: 'a@b', subject: 'x;y', body: 'z' }],
    ['mailto:?to=a@b&Subject=1+1', 'email', { to: 'a@b', subject: '1+1' }],
    ['sms:+123?body=a%20b', 'sms', { number: '+123', message: 'a b' }],
    ['tel:+1-234', 'phone', { number: '+1-234' }],
    ['geo:1.5,2,100;u=35', 'geo', { latitude: '1.5', longitude: '2' }],
    [
      'BEGIN:VCARD\nVERSION:2.1\nFN:Ada\nitem1.TEL;TYPE="work,voice":+1\nNOTE:a\n  b\nEND:VCARD',
      'vcard',
      { firstName: 'Ada', workPhone: '+1', note: 'a b' },
    ],
    [
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART;TZID=Asia/Shanghai:20260101T090000\r\nEND:VEVENT\r\nEND:VCALENDAR',
      'event',
      { summary: 'x', start: '2026-01-01T09:00' },
    ],
    [
      'otpauth://totp/Example:ada@x?secret=jbswy3dp&issuer=Example',
      'otpauth',
      { issuer: 'Example', account: 'ada@x', secret: 'JBSWY3DP' },
    ],
    ['HTTPS://EXAMPLE.COM/A', 'url', { url: 'HTTPS://EXAMPLE.COM/A' }],
    ['https://a b', 'text', { text: 'https://a b' }],
    ['WIFI:', 'text', { text: 'WIFI:' }],
    ['mailto:%ff', 'text', { text: 'mailto:%ff' }],
  ])('%j', (text, kind, values) => {
    expect(recognise(text)).toEqual({ kind, values });
  });

  it('knows nothing of the empty text', () => {
    expect(recognise('')).toBeUndefined();
  });
});

describe('a kind', () => {
  it('keeps a secret out of the fault that was typed into another field', () => {
    const typed = 'https://ada:hunter2@git.example.org/x';
    expect(() => buildPayload(payloadKind('phone'), { number: typed })).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ field: 'number', value: MASK }) }),
    );
  });

  it('labels every field in both languages', () => {
    for (const { label, fields } of payloadKinds)
      for (const each of [label, ...fields.map((field) => field.label)]) expect(each.en && each['zh-cn']).toBeTruthy();
  });
});
