/** What proves symbols starts as soon as its file is there. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { nodeHost } from '../../../src/worker/hosts/nodeHost';

const folder = mkdtempSync(join(tmpdir(), 'host-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('tries again what did not load', async () => {
  const host = nodeHost(folder);
  await expect(host.engine()).rejects.toMatchObject({ code: 'file-changed' });
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  copyFileSync(file, join(folder, 'zxing_reader.wasm'));
  const engine = host.engine();
  expect(await engine).toHaveProperty('zxing');
  expect(host.engine()).toBe(engine);
  host.dispose();
});
