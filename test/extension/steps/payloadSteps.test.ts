/** The form in steps, answered by a script in the place of VS Code's quick input. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { payloadSteps } from '../../../src/extension/steps/payloadSteps';
import type { EncodedText } from '../../../src/worker/protocol/methods';
import type { PayloadForm, PayloadValues } from '../../../src/worker/protocol/payload';
import { type Input, next, shown, startAgain } from './stepsKit';

vi.mock('vscode', async () => (await import('./stepsKit')).vscode);

const label = (text: string) => ({ en: text, 'zh-cn': text });
const form: PayloadForm = {
  kind: 'wifi',
  label: label('Wi-Fi'),
  fields: [
    { name: 'ssid', label: label('Name'), input: 'text', required: true },
    { name: 'password', label: label('Password'), input: 'secret' },
  ],
};
const made: PayloadValues[] = [];
const make = async (_kind: string, values: PayloadValues): Promise<EncodedText> => {
  made.push({ ...values });
  const error = { code: 'field-missing', message: 'The password is needed.', data: { field: 'password' } } as const;
  return (values.password ? { text: 'x' } : { text: '', secret: false, error }) as EncodedText;
};

const active = ({ activeItems }: Input) => activeItems[0]?.label;
const MAKE = '$(check) Make QR Code';

/** Up to the list of fields, with a name given. */
async function toList(): Promise<{ list: Input; done: Promise<void> }> {
  const done = payloadSteps([form], { kind: 'wifi', values: {} }, make);
  (await next()).press();
  const name = await next();
  name.type('home');
  name.press();
  return { list: await next(), done };
}

describe('the form in steps', () => {
  beforeEach(() => {
    startAgain();
    made.length = 0;
  });

  it('is at the row that makes the symbol when the fields are there, and again after each further one', async () => {
    const { list, done } = await toList();
    expect(active(list)).toBe(MAKE);
    list.activeItems = [list.items!.find((item) => item.label === 'Password')!];
    list.press();
    const password = await next();
    password.type('secret word');
    password.press();
    const again = await next();
    expect(active(again)).toBe(MAKE);
    again.press();
    await done;
    expect(made).toEqual([{ ssid: 'home', password: 'secret word' }]);
  });

  it('stays at the field that is wrong, with the reason, until its value changes: Enter reopens nothing', async () => {
    const { list, done } = await toList();
    list.press();
    const password = await next();
    expect(password.validationMessage).toBe('The password is needed.');
    for (let press = 0; press < 5; press++) password.press();
    password.type('x');
    expect(password.validationMessage).toBeUndefined();
    password.type('');
    password.press();
    expect(password.validationMessage).toBe('The password is needed.');
    await Promise.resolve();
    expect([shown.length, made.length]).toEqual([0, 1]);
    password.type('secret word');
    password.press();
    const again = await next();
    expect(active(again)).toBe(MAKE);
    again.press();
    await done;
    expect(made).toHaveLength(2);
  });
});
