// Runs programs for the kit and reads their JSON.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Runs a program to its end and answers its stdout; throws with its last output when it fails. */
export const run = (cmd, args, opt) => {
  const r = spawnSync(cmd, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...opt });
  if (r.status !== 0)
    throw new Error(
      `${cmd} ${args.join(' ')} failed (${r.status ?? r.signal ?? r.error})\n${(r.stdout ?? '').slice(-2000)}${(r.stderr ?? '').slice(-4000)}`,
    );
  return r.stdout;
};

/** npm in a folder, with no script of any package run. */
export const npm = (cwd, ...args) =>
  run('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    shell: process.platform === 'win32',
  });

/** A file's JSON. */
export const json = (f) => JSON.parse(fs.readFileSync(f, 'utf8'));
