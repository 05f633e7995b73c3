/** What is told of an action that fails; VS Code and the client are played. */
import { MessageChannel } from 'node:worker_threads';
import { beforeEach, expect, it, vi } from 'vitest';
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import chinese from '../../media/l10n/bundle.l10n.zh-cn.json';
import { linkTransports } from '../../src/worker/protocol/messagePort';

const { played } = vi.hoisted(() => ({
  played: {
    words: {} as Record<string, string>,
    told: [] as string[],
    sendRequest: (..._: unknown[]): Promise<unknown> => Promise.resolve(),
  },
}));
vi.mock('vscode', () => ({
  EventEmitter: class {},
  l10n: {
    t: (english: string, ...values: string[]) =>
      (played.words[english] ?? english).replace(/\{(\d)\}/g, (_, place: number) => values[place]!),
  },
  window: { showErrorMessage: async (text: string) => void played.told.push(text) },
}));
vi.mock('../../src/extension/client', () => ({
  startClient: async () => ({ request: (...asked: unknown[]) => played.sendRequest(...asked) }),
}));
const { guarded } = await import('../../src/extension/guarded');
const { lateServer } = await import('../../src/extension/lateServer');

const log = { error() {} } as never;
const method = { method: 'qr/encode' } as never;
const nothing = () => undefined as never;
const { request } = lateServer(log, nothing, nothing, async () => false, nothing);

beforeEach(() => {
  played.told = [];
  played.words = {};
});

it('quotes a reason that is a sentence without its full stop', async () => {
  for (const reason of ['The file is gone.', '文件不存在。', 'EACCES'])
    await guarded({ log }, () => Promise.reject(new Error(reason)));
  expect(played.told).toEqual(
    ['The file is gone', '文件不存在', 'EACCES'].map(
      (reason) => `QR Code Master could not finish: ${reason}. The log has the details.`,
    ),
  );
});

/** A connection to a server that never answers. */
function unanswering(): { connection: MessageConnection; close(): void } {
  const { port1, port2 } = new MessageChannel();
  const link = {
    send: (message: unknown) => port1.postMessage(message),
    onMessage: (listener: (message: unknown) => void) => void port1.on('message', listener),
    onClose: (listener: () => void) => void port1.on('close', listener),
  };
  const { reader, writer } = linkTransports(link);
  const connection = createMessageConnection(reader, writer);
  connection.listen();
  return {
    connection,
    close() {
      for (const port of [port1, port2]) port.close();
    },
  };
}

it.each([
  ['English', {}, 'The worker ended before it answered. Try again. The log has the details.'],
  ['Chinese', chinese, 'QR Code Master 未能完成：工作线程在答复之前结束。请重试。详情见日志。'],
])('says in %s that the server ended with a request in flight, and what to do', async (_, words, told) => {
  played.words = words;
  const { connection, close } = unanswering();
  played.sendRequest = (asked, params) => connection.sendRequest((asked as { method: string }).method, params);
  const done = guarded({ log }, () => request(method, { texts: ['x'] }));
  await vi.waitFor(() => expect(connection.hasPendingResponse()).toBe(true));
  connection.dispose();
  await done;
  expect(played.told).toEqual([expect.stringContaining(told)]);
  close();
});

it('says how a server is started that ended too often', async () => {
  played.sendRequest = () => Promise.reject(Object.assign(new Error('Client is not running'), { code: -32096 }));
  await guarded({ log }, () => request(method, {}));
  expect(played.told).toEqual([expect.stringContaining('The worker is not running. Run “Restart Worker”')]);
});

it('tells of any other failure as it is, and nothing of a cancelled one', async () => {
  for (const [message, code] of [
    ['refused', -32603],
    ['Cancelled', -32800],
  ] as const) {
    played.sendRequest = () => Promise.reject(Object.assign(new Error(message), { code }));
    await guarded({ log }, () => request(method, {}));
  }
  expect(played.told).toEqual(['QR Code Master could not finish: refused. The log has the details.']);
});
