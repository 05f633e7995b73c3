import { expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import {
  type EncodedText,
  encodeMethod,
  encodePayloadMethod,
  payloadFormsMethod,
  scanMarginMethod,
} from '../../../src/worker/protocol/methods';
import type { PayloadForm } from '../../../src/worker/protocol/payload';
import { payloadKinds } from '../../../src/worker/qr/payloads';
import { qrService } from '../../../src/worker/service/qrService';
import { testEngine } from '../qr/decode/engine';

const engine = await testEngine();
const handlers = new Map<string, (params: unknown) => unknown>();
const connection = {
  onRequest: (method: string, handler: (params: unknown) => unknown) => handlers.set(method, handler),
};
qrService(
  connection as unknown as Connection,
  { engine: async () => engine, decodePool: () => expect.unreachable() },
  'en',
);
const ask = async <T>(method: string, params: unknown) => (await handlers.get(method)!(params)) as T;

it('takes the level that a kind demands, whatever is asked for', async () => {
  const options = { level: 'H', boostLevel: true };
  const make = async (kind: string, values: Record<string, string>) =>
    (await ask<{ item: EncodedText }>(encodePayloadMethod.method, { kind, values, options })).item;
  const payment = await make('epc', { name: 'A', iban: 'DE89370400440532013000' });
  expect(payment).toMatchObject({ wantedLevel: 'M', symbol: { level: 'M' } });
  const item = async (boostLevel: boolean) =>
    (
      await ask<{ items: EncodedText[] }>(encodeMethod.method, {
        texts: [payment.text],
        options: { level: 'H', boostLevel },
      })
    ).items[0];
  expect(await item(true)).toMatchObject({ wantedLevel: 'M', symbol: { level: 'M' } });
  // The level was chosen on the card.
  expect(await item(false)).toMatchObject({ wantedLevel: 'H', symbol: { level: 'H' } });
  expect(await make('url', { url: 'https://example.com' })).toMatchObject({ wantedLevel: 'H', symbol: { level: 'H' } });
});

it('hands out every form as plain data, with what its choices are called and when a field applies', async () => {
  const { forms } = await ask<{ forms: PayloadForm[] }>(payloadFormsMethod.method, {});
  expect(structuredClone(forms)).toEqual(forms);
  expect(forms.map(({ kind }) => kind)).toEqual(payloadKinds.map(({ kind }) => kind));
  for (const { fields } of forms)
    for (const { choices, choiceLabels, only } of fields) {
      if (choiceLabels) expect(Object.keys(choiceLabels)).toEqual(choices);
      if (only)
        expect(fields.find(({ name }) => name === only.field)?.choices).toEqual(
          expect.arrayContaining([...only.values]),
        );
    }
});

it('makes a symbol while another is still being measured', async () => {
  const make = async (text: string) =>
    (await ask<{ items: EncodedText[] }>(encodeMethod.method, { texts: [text] })).items[0]!;
  const first = await make('first');
  const order: string[] = [];
  const measured = ask(scanMarginMethod.method, { symbol: first.symbol, format: 'png' }).then(() =>
    order.push('measured'),
  );
  // As a message of its own, which comes when the thread is free.
  await new Promise((resolve) => setTimeout(resolve));
  await make('second').then(() => order.push('made'));
  await measured;
  expect(order).toEqual(['made', 'measured']);
});
