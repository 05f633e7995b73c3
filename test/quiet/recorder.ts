/** Runs programs of ours under the recorder of sockets, look-ups and child processes. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Recorder {
  /** For `--require`. */
  file: string;
  /** What was reached for so far, each with its stack. */
  reached(): { reached: string; frames: string[] }[];
  /** Names of the scripts that run, or ran, under it: of processes and of threads. */
  watched(): (string | undefined)[];
  remove(): void;
}

/** The bundles that the extension runs in threads: the server, the linter, the decoder, the operation log. */
export const EVERY_THREAD = ['worker.js', 'lintWorker.js', 'decodeWorker.js', 'auditWorker.js'];

interface Line {
  pid: number;
  reached?: string;
  frames?: string[];
  /** The thread that watches itself. */
  watches?: number;
  /** The thread that another one starts. */
  starts?: number;
  name?: string;
}

/**
 * @param within the folder whose code counts, for a process that runs other people's too; its name
 *   is enough
 */
export function recorder(folder: string = mkdtempSync(join(tmpdir(), 'quiet-')), within?: string): Recorder {
  mkdirSync(folder, { recursive: true });
  for (const name of ['watch.cjs', 'inThread.cjs']) copyFileSync(join(import.meta.dirname, name), join(folder, name));
  writeFileSync(join(folder, 'scope.json'), JSON.stringify({ within: within ?? null }));
  return recorderIn(folder);
}

/** One that was made in this folder. */
export function recorderIn(folder: string): Recorder {
  const log = join(folder, 'reached.jsonl');
  const lines = (): Line[] =>
    existsSync(log)
      ? readFileSync(log, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line))
      : [];
  return {
    file: join(folder, 'watch.cjs'),
    reached: () => lines().flatMap(({ reached, frames = [] }) => (reached === undefined ? [] : [{ reached, frames }])),
    watched: () => {
      const all = lines();
      // A thread is named by who starts it.
      return all.flatMap(({ watches, name, pid }) => {
        if (watches === undefined) return [];
        return [name ?? all.find((line) => line.starts === watches && line.pid === pid)?.name];
      });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
