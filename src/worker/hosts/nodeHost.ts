/**
 * What both Node hosts give the server: the wasm beside the bundles, threads to decode and to lint,
 * the date.
 */
import { type DecodeEngine, prepareEngine } from '../qr/decode/decodeImage';
import { createDecodePool, type DecodePool } from '../qr/decode/pool';
import type { ServerHost } from '../server';
import { type LintThreads, lintThreads } from '../service/lintThreads';
import { decodeThreads, machine } from './decodeThreads';
import { localDate } from './localDate';
import './nodeCodecs';
import { readWasm } from './shipped/readWasm';
import { spawnNodeDecodeThread } from './spawnNodeDecodeThread';
import { spawnNodeLintThread } from './spawnNodeLintThread';

const startEngine = async (distDir: string) =>
  prepareEngine(readWasm(distDir, 'zxing_reader.wasm'), () => performance.now());

/** @param distDir folder of decodeWorker.js, lintWorker.js and zxing_reader.wasm */
export function nodeHost(distDir: string): Omit<ServerHost, 'files'> {
  let engine: Promise<DecodeEngine> | undefined;
  let pool: DecodePool | undefined;
  let linter: LintThreads | undefined;
  /** One that does not start is tried again with the next symbol. */
  const start = () => {
    const mine = startEngine(distDir);
    mine.catch(() => (engine = undefined));
    return mine;
  };
  return {
    engine: () => (engine ??= start()),
    decodePool: (locale) =>
      (pool ??= createDecodePool({
        spawn: () => spawnNodeDecodeThread(distDir),
        size: decodeThreads(machine.cores() - 1),
        locale,
      })),
    linter: (warn) => (linter ??= lintThreads({ spawn: () => spawnNodeLintThread(distDir), warn })).lint,
    today: localDate,
    dispose: () => {
      pool?.close();
      linter?.close();
    },
  };
}
