/** Everything that windows ask for, at once, of one server as it is shipped. */
import { resolve } from 'node:path';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { startNodeWorker } from '../../src/extension/startNodeWorker';
import { linkTransports } from '../../src/worker/protocol/messagePort';
import type { windows } from './windows';

export interface Asked {
  method: string;
  ms: number;
  isRight: boolean;
}

/** @returns each request's answer, and how many answers the server sent in all */
export async function askAll(all: ReturnType<typeof windows>): Promise<{ asked: Asked[]; answers: number }> {
  const { link, terminate } = startNodeWorker(resolve('dist'), () => undefined);
  let answers = 0;
  link.onMessage((message) => {
    if (typeof message === 'object' && message && 'id' in message && !('method' in message)) answers++;
  });
  const { reader, writer } = linkTransports(link);
  const connection = createMessageConnection(reader, writer);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  for (const { textDocument } of all) await connection.sendNotification('textDocument/didOpen', { textDocument });
  const asked = await Promise.all(
    all.flatMap(({ requests }) =>
      requests.map(async ({ method, params, isAnswer }) => {
        const start = performance.now();
        const result = await connection.sendRequest(method, params).catch((error: unknown) => error);
        return { method, ms: performance.now() - start, isRight: isAnswer(result) };
      }),
    ),
  );
  await connection.sendRequest('shutdown');
  await terminate();
  // Those of `initialize` and `shutdown` are not counted.
  return { asked, answers: answers - 2 };
}
