/**
 * How long the language server's thread takes from a typed character to the answer with the
 * diagnostics.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { linkTransports } from '../src/worker/protocol/messagePort';
import { composeFile, dockerfile } from './lintCorpus';

const STROKES = 200;
/** As somebody types who has been at it for some minutes. */
export const WARM = 400;
const cut = (text: string) => `${text.split('\n').slice(0, 500).join('\n')}\n`;

/**
 * Rows of a table: median and slowest-but-one-in-twenty of a 500-line compose file and a 500-line
 * Dockerfile, both with findings.
 */
export async function keystrokes(): Promise<string[]> {
  const worker = new Worker(join(__dirname, '../dist/worker.js'), { stderr: true, stdout: true });
  const { reader, writer } = linkTransports({
    send: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.on('message', listener),
    onClose: (listener) => worker.on('exit', listener),
  });
  const connection = createMessageConnection(reader, writer);
  connection.onRequest('files/read', () => ({ text: null }));
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const rows = ['| 500 lines | findings | median | 95 % |', '| --- | --- | --- | --- |'];
  for (const [name, text] of [
    ['compose.yaml', cut(composeFile(60))],
    ['Dockerfile', cut(dockerfile(260))],
  ] as const) {
    const uri = `file:///w/${name}`;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'x', version: 1, text },
    });
    const times: number[] = [];
    let findings = 0;
    for (let stroke = 0; stroke < WARM + STROKES; stroke++) {
      const at = { line: 4, character: 0 };
      const start = performance.now();
      const contentChanges = [
        { range: { start: at, end: stroke % 2 ? { line: 4, character: 1 } : at }, text: stroke % 2 ? '' : '#' },
      ];
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: stroke + 2 },
        contentChanges,
      });
      const { items } = await connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      if (stroke >= WARM) times.push(performance.now() - start);
      findings = items.length;
    }
    times.sort((a, b) => a - b);
    rows.push(
      `| ${name} | ${findings} | ${times[STROKES >> 1]!.toFixed(1)} | ${times[Math.floor(STROKES * 0.95)]!.toFixed(1)} |`,
    );
  }
  connection.dispose();
  await worker.terminate();
  return rows;
}
