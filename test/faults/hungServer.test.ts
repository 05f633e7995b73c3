/** A thread of the server that really hangs: noticed, told, and left; the real one under real work is not. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { startNodeWorker } from '../../src/extension/startNodeWorker';
import { linkTransports } from '../../src/worker/protocol/messagePort';
import { watchedLink } from '../../src/worker/protocol/watchedLink';
import { withHostileThreads } from './hostileThread';

const HANGS = 1;
const WAITS = 5;

/** A request to a thread of which that becomes; how long until it is known to hang, in ms. */
async function asks(distDir: string, request: object) {
  const { link, terminate } = startNodeWorker(distDir, () => {});
  const told: string[] = [];
  const watched = watchedLink(link, () => told.push('hung'), 50);
  const closed = new Promise<void>((resolve) => watched.onClose(() => resolve(void told.push('closed'))));
  watched.onMessage(() => {});
  const start = performance.now();
  watched.send({ id: 1, method: 'm', ...request }, []);
  await closed;
  return { told, ms: performance.now() - start, end: terminate };
}

it('an endless loop is noticed, and the thread ends', () =>
  withHostileThreads(async (distDir) => {
    const { told, ms, end } = await asks(distDir, { bytes: [HANGS] });
    expect(told).toEqual(['hung', 'closed']);
    expect(ms).toBeGreaterThan(13 * 45);
    await end();
  }));

it.skipIf(process.platform === 'win32')('a call of the system that never returns is noticed, too', () =>
  withHostileThreads(async (distDir) => {
    // Opened for reading it waits for somebody who writes.
    const pipe = join(distDir, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { told, end } = await asks(distDir, { bytes: [WAITS], pipe });
    expect(told).toEqual(['hung', 'closed']);
    const ended = end();
    // The system keeps it; nobody may wait for its end.
    expect(await Promise.race([ended.then(() => 'ended'), later(300)])).toBe('later');
    writeFileSync(pipe, '');
    await ended;
  }),
);

it('the server itself answers the watch', async () => {
  const { link, terminate } = startNodeWorker(resolve('dist'), () => {});
  const answer = new Promise((heard) => link.onMessage(heard));
  link.send('alive?', []);
  expect(await answer).toBe('alive');
  await terminate();
});

it('the server under the heaviest work lives: 5,000 files, a report of them, 300 full symbols', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'many-'));
  const { link, terminate } = startNodeWorker(resolve('dist'), () => {});
  const told: string[] = [];
  const { reader, writer } = linkTransports(watchedLink(link, () => told.push('hung')));
  const connection = createMessageConnection(reader, writer);
  connection.listen();
  try {
    const uris = Array.from({ length: 5000 }, (_, i) => {
      const name = join(folder, `${i}.Dockerfile`);
      writeFileSync(name, 'FROM node:latest\nCOPY . /app\n');
      return pathToFileURL(name).href;
    });
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'many' }];
    const initializationOptions = { ownWorkspaceCheck: true };
    await connection.sendRequest('initialize', {
      ...{ processId: null, rootUri: null, capabilities: {}, workspaceFolders, initializationOptions },
    });
    await connection.sendNotification('initialized', {});
    const { files } = await connection.sendRequest<{ files: unknown[] }>('compliance/check', { uris });
    expect(files).toHaveLength(5000);
    await connection.sendRequest('compliance/report', { format: 'html', uris });
    // While it works at these it answers others.
    let isDone = false;
    const texts = Array.from({ length: 300 }, (_, i) => `${i}${'x'.repeat(1200)}`);
    const made = connection.sendRequest('qr/encode', { texts }).then(() => (isDone = true));
    await connection.sendRequest('qr/describe', { texts: ['a'] });
    expect(isDone).toBe(false);
    await made;
  } finally {
    rmSync(folder, { recursive: true });
    connection.dispose();
    await terminate();
  }
  expect(told).toEqual([]);
}, 240_000);

const later = (ms: number) => new Promise<'later'>((resolve) => setTimeout(resolve, ms, 'later'));
