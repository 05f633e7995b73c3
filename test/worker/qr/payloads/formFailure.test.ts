import { describe, expect, it } from 'vitest';
import { payloadKinds } from '../../../../src/worker/qr/payloads';
import { formFailure } from '../../../../src/worker/qr/payloads/formFailure';
import { buildPayload } from '../../../../src/worker/qr/payloads/kind';

const thrown = (kind: string, values: Record<string, string>): unknown => {
  try {
    return buildPayload(payloadKinds.find((each) => each.kind === kind)!, values);
  } catch (error) {
    return error;
  }
};

describe('a form that cannot be made', () => {
  it('is told in the words that the form shows, and names the field for it to be found', () => {
    const error = thrown('wifi', { ssid: 'x' });
    expect(formFailure(error, 'wifi', 'en')).toEqual({
      code: 'field-missing',
      message: "The kind 'Wi-Fi network' needs the field 'Password'. Fill it in.",
      data: { kind: 'wifi', field: 'password' },
    });
    expect(formFailure(error, 'wifi', 'zh-cn').message).toContain("'密码'");
  });

  it('never shows a name of the engine, whatever the kind', () => {
    for (const { kind, fields, label } of payloadKinds) {
      for (const locale of ['en', 'zh-cn'] as const) {
        const failed = formFailure(thrown(kind, {}), kind, locale);
        const field = fields.find(({ name }) => name === failed.data?.field);
        if (!field) continue;
        expect(failed.message).toContain(`'${label[locale]}'`);
        expect(failed.message).toContain(`'${field.label[locale]}'`);
      }
    }
  });

  it('leaves alone what is about no field', () => {
    expect(formFailure(new Error('x'), 'wifi', 'en').code).toBe('internal');
    expect(formFailure(thrown('wifi', { fax: '1' }), 'wifi', 'en').message).toContain("'fax'");
  });
});
