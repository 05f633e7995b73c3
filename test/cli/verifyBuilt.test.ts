/** The hashes that the build puts into the program, against a folder as VS Code installs it. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagedSources } from '../../scripts/shippedFiles.mjs';

describe('the hashes in the program', () => {
  const built = mkdtempSync(join(tmpdir(), 'verify-'));
  beforeAll(() => {
    cpSync('dist', join(built, 'dist'), { recursive: true, filter: (file) => !/[\\/]meta$/.test(file) });
    for (const [name, content] of packagedSources()) {
      mkdirSync(dirname(join(built, name)), { recursive: true });
      writeFileSync(join(built, name), content);
    }
  });
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
