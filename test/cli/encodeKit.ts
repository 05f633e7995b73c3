/** `encode` with a folder of its own for what it writes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../../src/cli/encode';

const distDir = dirname(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));

/** Removed after the tests of the file that asks for it. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'encode-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

export async function encode(args: string[], stdin: Uint8Array = new Uint8Array()) {
  const out: Uint8Array[] = [];
  let stderr = '';
  const code = await run(args, {
    stdout: (data) => out.push(Buffer.from(data as string)),
    stderr: (text) => (stderr += text),
    stdin: async () => stdin,
    isTty: false,
    locale: 'en',
    distDir,
  });
  return { code, stdout: Buffer.concat(out), stderr };
}
