/** Real threads that hang, end, throw, or take all memory: the rest is answered, nothing waits. */
import { expect, it } from 'vitest';
import { startNodeWorker } from '../../src/extension/startNodeWorker';
import { spawnNodeDecodeThread } from '../../src/worker/hosts/spawnNodeDecodeThread';
import { spawnNodeLintThread } from '../../src/worker/hosts/spawnNodeLintThread';
import { createDecodePool } from '../../src/worker/qr/decode/pool';
import { withHostileThreads } from './hostileThread';

/** What a thread is held to, as it tells itself. */
type Limits = { resourceLimits: { maxOldGenerationSizeMb: number }; bundle: string };

const [HANGS, ENDS, HOARDS, THROWS, READS] = [1, 2, 3, 4, 9];

it('decoding: each picture is answered with what became of it, by threads that are replaced', () =>
  withHostileThreads(async (distDir) => {
    const pool = createDecodePool({ spawn: () => spawnNodeDecodeThread(distDir), size: 2 });
    const fates = [READS, HANGS, READS, ENDS, THROWS, READS, HOARDS, READS];
    const answers = await Promise.all(
      fates.map((fate) => pool.decode({ bytes: Uint8Array.of(fate) }, { timeoutMs: fate === HANGS ? 500 : 60_000 })),
    );
    const read = 9;
    expect(answers.map(({ width, error }) => error?.code ?? width)).toEqual([
      ...[read, 'decode-timeout', read, 'decode-crashed', 'decode-crashed', read, 'decode-crashed', read],
    ]);
    pool.close();
  }));

it('linting: its thread has a memory limit', () =>
  withHostileThreads(async (distDir) => {
    const thread = spawnNodeLintThread(distDir);
    const news = new Promise<Limits>((resolve) =>
      thread.onNews((message) => 'bundle' in message && resolve(message as never)),
    );
    thread.post({ limits: true } as never);
    const { resourceLimits, bundle } = await news;
    expect(bundle).toBe('lintWorker.js');
    expect(resourceLimits.maxOldGenerationSizeMb).toBeLessThanOrEqual(1024);
    thread.terminate();
  }));

it('the server: its thread has a memory limit; its end is told, and the process goes on', () =>
  withHostileThreads(async (distDir) => {
    const log: string[] = [];
    const { link } = startNodeWorker(distDir, (line) => log.push(line));
    const news = new Promise<Limits>((resolve) =>
      link.onMessage((message) => 'bundle' in (message as object) && resolve(message as never)),
    );
    const ended = new Promise<void>((resolve) => link.onClose(() => resolve()));
    link.send({ limits: true } as never, []);
    const { resourceLimits, bundle } = await news;
    expect(bundle).toBe('worker.js');
    expect(resourceLimits.maxOldGenerationSizeMb).toBeLessThanOrEqual(1024);
    link.send({ bytes: [THROWS] } as never, []);
    await ended;
    expect(log.join('\n')).toContain('thrown');
  }));
