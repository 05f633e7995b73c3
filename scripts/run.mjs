// Starts programs for the other scripts: output captured or shown, times taken, nothing thrown for
// a bad exit code.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const windows = process.platform === 'win32';

/** The path of a program that node_modules brings, e.g. `tsc`. */
export const bin = (name) => path.join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name);

/**
 * Runs a program in the project's folder and answers {code, out, ms}; `out` is stdout and stderr
 * together. `show` also passes the output on as it comes, with a string by whole lines that each
 * begin with it, for programs that run at the same time; `env` is merged over ours; a program that
 * cannot start gives code 127.
 */
export function run(command, args = [], { show = false, env = {}, cwd = root } = {}) {
  const start = Date.now();
  return new Promise((resolve) => {
    let out = '';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...(show === true ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        out += text;
        if (show === true) process.stdout.write(text);
      });
      if (typeof show === 'string') createInterface(stream).on('line', (line) => console.log(show + line));
    }
    child.on('error', (error) => resolve({ code: 127, out: `${out}${error.message}\n`, ms: Date.now() - start }));
    child.on('close', (code) => resolve({ code: code ?? 1, out, ms: Date.now() - start }));
  });
}

/** Runs a script of ours (or a JavaScript file) with this Node. */
export const node = (args, options) => run(process.execPath, args, options);

/** The first of these programs that is on the PATH, as a full path. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const endings = windows ? ['.exe', '.cmd', ''] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))))
    .find((file) => existsSync(file));
}

/** 1234 → `1.2 s` */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
