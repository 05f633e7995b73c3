/**
 * OpenCV's own detector and pyzbar, in a Python of this machine that has them (Debian:
 * python3-opencv, python3-pyzbar).
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BenchEngine, BenchRead } from './engines';

interface Answer {
  /** Which picture this is about, from 1. */
  number: number;
  ms: number;
  reads?: BenchRead[];
  error?: string;
}

/** Debian's own Python: another one first on the PATH need not have its packages. */
const PYTHON = '/usr/bin/python3';

const SCRIPT = join(__dirname, 'engines.py');

/**
 * @returns undefined when Python or one of the packages is not there, or the OpenCV has no decoder
 * (Debian's has none)
 */
export function pythonEngine(name: 'pyzbar' | 'opencv'): BenchEngine | undefined {
  if (spawnSync(PYTHON, [SCRIPT, name], { input: '' }).status !== 0) return undefined;
  const start = () => {
    const child = spawn(PYTHON, [SCRIPT, name], { stdio: ['pipe', 'pipe', 'ignore'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    // A library that ends the process is noticed by the answer that does not come.
    child.stdin.on('error', () => undefined);
    return { child, lines, count: -1 };
  };
  let running: ReturnType<typeof start> | undefined;
  const next = async (): Promise<Answer> => {
    running!.count++;
    const { value, done } = await running!.lines.next();
    if (!done) {
      const answer = JSON.parse(value) as Answer;
      if (answer.number === running!.count) return answer;
    }
    running!.child.kill();
    running = undefined;
    throw new Error(done ? 'the process ended' : 'an answer out of step');
  };
  return {
    name,
    takes: 'pixels',
    async read(bytes) {
      if (!running) {
        running = start();
        await next();
      }
      running.child.stdin.write(`${Buffer.from(bytes).toString('base64')}\n`);
      const { reads, error, ms } = await next();
      if (!reads) throw new Error(error);
      return { reads, cpuMs: ms };
    },
    close: () => void running?.child.kill(),
  };
}
