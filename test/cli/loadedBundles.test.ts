import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));
const told = join(folder, 'told.cjs');
writeFileSync(told, "process.on('exit', () => require('node:fs').writeSync(2, Object.keys(require.cache).join()));");

const application = join(folder, 'app.py');
writeFileSync(application, 'from flask import Flask\n');

const pictures = join(folder, 'pictures');
mkdirSync(pictures);
copyFileSync('samples/pictures/hello.png', join(pictures, 'hello.png'));
writeFileSync(join(pictures, '.gitignore'), 'a/\n');

const touched = join(folder, 'touched.cjs');
writeFileSync(
  touched,
  "process.on('exit', () => require('node:fs').writeSync(2, process.moduleLoadList.map((one) => one + ';').join('')));",
);

/** The bundles that a command has loaded when it ends. */
function loadedBy(...args: string[]): string[] {
  const { stderr } = spawnSync(process.execPath, ['-r', told, 'dist/cli.js', ...args], { encoding: 'utf8' });
  return stderr
    .split(',')
    .map((file) => basename(file.slice(file.lastIndexOf('\n') + 1), '.js'))
    .filter((name) => name !== basename(told));
}

/** The tables of the standard, which pages and reports name. */
const CHECKLIST = ['partClauses', 'partRows', 'partCases'];
/** Behind the data: what was done is written down. */
const RECORDING = 'cliRecordOperations';

// Reading a bundle is most of what a short command takes: what it does not need stays on the disk.
it.each<[does: string, args: string[], bundles: string[]]>([
  ['tells its version', ['--version'], ['cli']],
  ['makes a symbol and proves it', ['encode', 'a'], ['cli', 'cliEncode', 'partZxingWasm', 'partZxingModules']],
  [
    'makes a PDF',
    ['encode', 'a', '-o', join(folder, 'a.pdf')],
    ['cli', 'cliEncode', 'partZxingWasm', 'partZxingModules', 'partFflate'],
  ],
  [
    'proves a picture of a look of its own',
    ['encode', 'a', '--modules', 'rounded', '-o', join(folder, 'a.jpg')],
    ['cli', 'cliEncode', 'partZxingWasm', 'partJpeg', 'partPixels', 'partZxingModules'],
  ],
  [
    'reads a PNG',
    ['decode', 'samples/pictures/hello.png'],
    ['cli', 'cliDecode', 'decoder', 'partZxingWasm', 'partErrors'],
  ],
  [
    'reads a JPEG',
    ['decode', 'samples/pictures/table.jpg'],
    ['cli', 'cliDecode', 'decoder', 'partZxingWasm', 'partErrors'],
  ],
  [
    'reads a WebP',
    ['decode', 'samples/pictures/label.webp'],
    ['cli', 'cliDecode', 'decoder', 'partWebp', 'partZxingWasm', 'partErrors'],
  ],
  [
    'reads the pictures of a folder but those that git ignores',
    ['decode', pictures],
    ['cli', 'cliDecode', 'partGitignore', 'decoder', 'partZxingWasm', 'partErrors'],
  ],
  ['judges a Dockerfile', ['lint', 'samples/Dockerfile'], ['cli', 'cliLint', 'linter']],
  [
    'reports as a page',
    ['report', 'samples/Dockerfile'],
    ['cli', 'cliReport', 'linter', 'partAssess', ...CHECKLIST, 'partTriggers'],
  ],
  [
    'reports as a workbook',
    ['report', 'samples/Dockerfile', '--format', 'xlsx', '-o', join(folder, 'a.xlsx')],
    ['cli', 'cliReport', 'linter', 'partAssess', ...CHECKLIST, 'partXlsx'],
  ],
  ['judges an application', ['lint', application], ['cli', 'cliLint', 'linter', 'partPython']],
])('%s with no more bundles than that takes', (_, args, bundles) => {
  const loaded = loadedBy(...args);
  expect(loaded.filter((name) => name !== RECORDING)).toEqual(bundles);
  if (bundles.length > 1) expect(loaded.at(-1)).toBe(RECORDING);
});

// They load promises, streams and readline: more than a small file takes to lint.
it.each([
  ['lint', 'samples/Dockerfile'],
  ['encode', 'a'],
  ['decode', 'samples/pictures/hello.png'],
])('%s leaves the streams and promises of node:fs alone', (...args) => {
  const { stderr } = spawnSync(process.execPath, ['-r', touched, 'dist/cli.js', ...args], { encoding: 'utf8' });
  expect(stderr).toMatch(/NativeModule crypto;/);
  expect(stderr).not.toMatch(/NativeModule (?:internal\/)?fs\/(?:streams|promises);/);
});
