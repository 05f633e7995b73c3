/** `lint` in a folder of its own. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/lint';

/** The folder of the test that runs. */
export let dir = '';

/** A new folder for each test: `beforeEach(newFolder)`. */
export function newFolder(): void {
  dir = mkdtempSync(join(tmpdir(), 'lint-'));
}

export function put(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

export async function cli(args: string[], stdin: string | Uint8Array = '', command = run, distDir = dir) {
  const out: Uint8Array[] = [];
  let err = '';
  const code = await command(args, {
    stdout: (data) => void out.push(Buffer.from(data)),
    stderr: (text) => void (err += text),
    stdin: async () => Buffer.from(stdin),
    isTty: false,
    locale: 'en',
    distDir,
  });
  const bytes = Buffer.concat(out);
  return { code, bytes, out: bytes.toString(), err };
}
