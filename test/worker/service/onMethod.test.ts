import { PassThrough } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type Connection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { onMethod } from '../../../src/worker/service/onMethod';

const [up, down] = [new PassThrough(), new PassThrough()];
const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
const server = createMessageConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
client.listen();
server.listen();
afterAll(() => {
  client.dispose();
  server.dispose();
});

const answered: { params: object; cancelled: boolean }[] = [];
onMethod(server as unknown as Connection, { method: 'test/wait' }, async (params: { until?: 'cancelled' }, cancel) => {
  const cancelled = new Promise<void>((resolve) => cancel.onCancellationRequested(() => resolve()));
  if (params.until && !cancel.isCancellationRequested) await cancelled;
  answered.push({ params, cancelled: cancel.isCancellationRequested });
  return {};
});

test.each([
  ['no token', [{ a: 1 }]],
  ['null', [{ a: 1 }, null]],
  ['undefined', [{ a: 1 }, undefined]],
])('%s in place of a token means that nothing is cancelled', async (_name, sent) => {
  await client.sendRequest('test/wait', ...sent);
  expect(answered.pop()).toEqual({ params: { a: 1 }, cancelled: false });
});

test('no parameters at all are an empty object', async () => {
  await client.sendRequest('test/wait');
  await client.sendRequest('test/wait', null);
  expect(answered.splice(0).map(({ params }) => params)).toEqual([{}, {}]);
});

test.each([
  ['alone', [{ until: 'cancelled' }]],
  ['behind null', [{ until: 'cancelled' }, null]],
])('a token %s cancels', async (_name, sent) => {
  const source = new CancellationTokenSource();
  const running = client.sendRequest('test/wait', ...sent, source.token);
  source.cancel();
  await running;
  expect(answered.pop()).toMatchObject({ cancelled: true });
});
