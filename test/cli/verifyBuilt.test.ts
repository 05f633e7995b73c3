/** The hashes that the build puts into the program, against a folder as VS Code installs it. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackInto } from './unpackInto';

describe('the hashes in the program', () => {
  const built = mkdtempSync(join(tmpdir(), 'verify-'));
  beforeAll(() => unpackInto(built));
  afterAll(() => rmSync(built, { recursive: true }));
  const verifyHere = (...args: string[]) =>
    spawnSync(process.execPath, [join(built, 'dist/cli.js'), 'verify', ...args], { encoding: 'utf8' });

  it('find the folder of the program as it was built, but for what cannot prove itself', () => {
    const { status, stdout, stderr } = verifyHere();
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^\d+ files are as they were built\.\n$/),
    });
    expect(stderr).toContain(
      'dist/cli.js, dist/cliVerify.js, dist/extension.js, dist/installCheck.js, dist/partSums.js.',
    );
  });

  it('find each file that was changed', () => {
    const changed = [
      'dist/linter.js',
      'media/l10n/bundle.l10n.zh-cn.json',
      'package.json',
      'readme.md',
      'dist/zxing_reader.wasm',
    ];
    for (const name of changed) appendFileSync(join(built, name), '\n');
    // Written anew by VS Code: white space is no change.
    const { status, stdout } = verifyHere(built, '--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).differences.map(({ file }: { file: string }) => file)).toEqual(
      changed.filter((name) => name !== 'package.json').sort(),
    );
  });
});
