import { MessageChannel, type MessagePort } from 'node:worker_threads';
import 'vscode-jsonrpc/node';
import { afterEach, expect, test } from 'vitest';
import { createMessageConnection } from 'vscode-jsonrpc';
import { linkTransports, type MessageLink, moveWith } from '../../../src/worker/protocol/messagePort';

const link = (port: MessagePort): MessageLink => ({
  send: (message, transfer) => port.postMessage(message, transfer),
  onMessage: (listener) => port.on('message', listener),
  onClose: (listener) => port.on('close', listener),
});

const open: MessagePort[] = [];
function pair() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const [a, b] = [port1, port2].map((port) => {
    const { reader, writer } = linkTransports(link(port));
    return createMessageConnection(reader, writer);
  });
  a!.listen();
  b!.listen();
  return [a!, b!] as const;
}
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

test('a request is answered and bytes arrive as bytes', async () => {
  const [client, server] = pair();
  server.onRequest('double', ({ bytes }: { bytes: Uint8Array }) => ({ bytes: bytes.map((b) => 2 * b) }));
  const answer = await client.sendRequest<{ bytes: Uint8Array }>('double', { bytes: Uint8Array.of(1, 2, 3) });
  expect(answer.bytes).toEqual(Uint8Array.of(2, 4, 6));
});

test('marked buffers move, unmarked ones are copied, and a view of a larger buffer is never moved', async () => {
  const [client, server] = pair();
  server.onRequest('length', ({ bytes }: { bytes: Uint8Array }) => bytes.length);
  const moving = new Uint8Array(8);
  expect(await client.sendRequest('length', moveWith({ bytes: moving }, [moving]))).toBe(8);
  expect(moving.byteLength).toBe(0);
  const copied = new Uint8Array(8);
  expect(await client.sendRequest('length', { bytes: copied })).toBe(8);
  expect(copied.byteLength).toBe(8);
  const view = new Uint8Array(16).subarray(4, 8);
  expect(await client.sendRequest('length', moveWith({ bytes: view }, [view]))).toBe(4);
  expect(view.byteLength).toBe(4);
});

test('the end of the other side is noticed', async () => {
  const [client] = pair();
  const closed = new Promise<void>((resolve) => client.onClose(resolve));
  open[1]!.close();
  await closed;
});

test('a message that cannot be cloned rejects its request and leaves the connection alive', async () => {
  const [client, server] = pair();
  server.onRequest('ping', () => 'pong');
  await expect(client.sendRequest('ping', { f: () => 1 })).rejects.toThrow();
  expect(await client.sendRequest('ping', {})).toBe('pong');
});
