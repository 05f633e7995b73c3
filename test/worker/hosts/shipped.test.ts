/** Every file of dist/, with one byte flipped: it is refused by whatever loads it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../scripts/seal.mjs';
import { loadShipped } from '../../../src/worker/hosts/shipped/loadShipped';
import type * as packageSums from '../../../src/worker/hosts/shipped/packageSums';
import { readShipped } from '../../../src/worker/hosts/shipped/readShipped';
import { spawnNodeDecodeThread } from '../../../src/worker/hosts/spawnNodeDecodeThread';
import { spawnNodeThread } from '../../../src/worker/hosts/spawnNodeThread';
import { createDecodePool } from '../../../src/worker/qr/decode/pool';
import { type LintThread, lintThreads } from '../../../src/worker/service/lintThreads';
import { allLoaded } from '../service/allLoaded';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'shipped-'));
const dist = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(join(root, 'dist'), dist, { recursive: true, filter: (file) => !/\.map$|[\\/]meta$/.test(file) });
cpSync(join(root, 'package.json'), join(folder, 'package.json'));

const shipped = readdirSync(dist).filter((file) => /\.(js|css|wasm|json)$/.test(file));
/** What Node or VS Code loads, which nobody of ours looks at. */
const ENTRIES = ['cli.js', 'extension.js'];

const flipped = (bytes: Uint8Array): Buffer => {
  const changed = Buffer.from(bytes);
  changed[bytes.length >> 1]! ^= 1;
  return changed;
};

/** While a file of the copy has one byte flipped. */
function withFlipped<T>(name: string, use: () => T): T {
  const file = join(dist, name);
  const bytes = readFileSync(file);
  writeFileSync(file, flipped(bytes));
  const back = () => writeFileSync(file, bytes);
  const result = use();
  if (result instanceof Promise) return result.finally(back) as T;
  back();
  return result;
}

describe('the hashes of the build', () => {
  const sums = new Map(shipped.map((name) => [name, sha256(readFileSync(join(dist, name)))]));
  const texts = shipped.filter((name) => extname(name) === '.js').map((name) => readFileSync(join(dist, name), 'utf8'));

  it.each(shipped.filter((name) => !ENTRIES.includes(name)))('%s: one stands in what loads it', (name) => {
    expect(texts.some((text) => text.includes(sums.get(name)!))).toBe(true);
  });

  it('leave no mark without a hash', () => {
    expect(texts.filter((text) => /sum-of:[\w-]+\.\w/.test(text))).toEqual([]);
  });

  it.each(shipped)('%s with one byte flipped is not run', (name) => {
    const file = join(dist, name);
    const refused = expect.objectContaining({ code: 'file-changed', data: { file } });
    withFlipped(name, () => {
      expect(() => readShipped(file, sums.get(name)!)).toThrow(refused);
      expect(() => loadShipped(file, sums.get(name)!)).toThrow(refused);
    });
    expect(readShipped(file, sums.get(name)!).length).toBeGreaterThan(0);
  });

  it('refuse what is not there', () => {
    const file = join(dist, 'gone.js');
    expect(() => readShipped(file, sums.get('cli.js')!)).toThrow(expect.objectContaining({ code: 'file-changed' }));
  });
});

describe('the command line', () => {
  const picture = (name: string) => join(root, 'samples/pictures', name);
  const python = join(folder, 'app.py');
  writeFileSync(python, 'from flask import Flask\n');
  // An alias is what the short way leaves to the library.
  const compose = join(folder, 'compose.yaml');
  writeFileSync(compose, 'services:\n  a: &a\n    image: nginx:1.27.4\n  b: *a\n');
  const dockerfile = join(root, 'samples/Dockerfile');

  const LOADED: [file: string, args: string[], ofNode?: string[]][] = [
    ['cliEncode.js', ['encode', 'a']],
    ['partZxingModules.js', ['encode', 'a']],
    ['zxing_reader.wasm', ['encode', 'a']],
    ['partFflate.js', ['encode', 'a', '-o', join(folder, 'a.pdf')]],
    ['partPixels.js', ['encode', 'a', '--modules', 'rounded', '-o', join(folder, 'a.jpg')]],
    ['partJpeg.js', ['encode', 'a', '--modules', 'rounded', '-o', join(folder, 'a.jpg')]],
    ['partPng.js', ['encode', 'a', '-o', join(folder, 'a.png')]],
    ['partScanMargin.js', ['encode', 'a', '--scan-margin']],
    ['cliDecode.js', ['decode', picture('hello.png')]],
    ['decoder.js', ['decode', picture('hello.png')]],
    ['zxing_reader.wasm', ['decode', picture('hello.png')]],
    ['partZxingWasm.js', ['decode', picture('hello.png')]],
    // Where there is no WebAssembly.
    ['partZxingLibrary.js', ['decode', picture('hello.png')], ['--jitless']],
    ['partTiff.js', ['decode', join(root, 'test/fixtures/tiff/gray-packbits.tif')]],
    ['partGitignore.js', ['decode', join(root, 'samples/pictures')]],
    ['partErrors.js', ['decode', join(folder, 'nowhere.png')]],
    ['webp-dec.wasm', ['decode', picture('label.webp')]],
    ['partWebp.js', ['decode', picture('label.webp')]],
    ['thread.js', ['decode', picture('hello.png'), picture('label.webp')]],
    ['decodeWorker.js', ['decode', picture('hello.png'), picture('label.webp')]],
    ['cliLint.js', ['lint', dockerfile]],
    ['linter.js', ['lint', dockerfile]],
    ['cliJudgePictures.js', ['lint', '--pictures', picture('hello.png')]],
    ['partPython.js', ['lint', python]],
    ['partYaml.js', ['lint', compose]],
    ['cliReport.js', ['report', dockerfile]],
    ['partAssess.js', ['report', dockerfile]],
    ['partXlsx.js', ['report', dockerfile, '--format', 'xlsx', '-o', join(folder, 'a.xlsx')]],
    ['cliRecordOperations.js', ['lint', dockerfile]],
    ['cliInit.js', ['init', join(folder, 'new')]],
    ['partScaffold.js', ['init', join(folder, 'new')]],
    ['cliRules.js', ['rules']],
    ['partClauses.js', ['rules', 'MLPS-SEC-001']],
    ['partRows.js', ['report', dockerfile]],
    ['partCases.js', ['report', dockerfile]],
    ['partTriggers.js', ['report', dockerfile]],
    ['cliAudit.js', ['audit', 'path']],
    ['cliVerify.js', ['verify']],
    ['partSums.js', ['verify']],
    ['cliLsp.js', ['lsp', '--stdio']],
    ['stdio.js', ['lsp', '--stdio']],
    ['nodeServer.js', ['lsp', '--stdio']],
    ['partProtocol.js', ['lsp', '--stdio']],
  ];
  /** Loaded by it all the same. */
  const ELSEWHERE = {
    'cli.js': 'Node loads it: nobody of ours looks at it',
    'lintWorker.js': 'a thread of the server alone: it is below, among the threads',
  };

  it('is tried with each file that it loads', () => {
    const { commandLineFiles } = createRequire(import.meta.url)(join(root, 'dist/partSums.js')) as typeof packageSums;
    const tried = new Set([...LOADED.map(([name]) => name), ...Object.keys(ELSEWHERE)].map((name) => `dist/${name}`));
    expect([...tried].sort()).toEqual([...commandLineFiles].sort());
  });

  it.each(LOADED)('names %s and ends with 2: %s', (name, args, ofNode = []) => {
    const { status, stdout, stderr } = withFlipped(name, () =>
      spawnSync(process.execPath, [...ofNode, join(dist, 'cli.js'), ...args], { encoding: 'utf8', input: '' }),
    );
    expect(`${stdout}${stderr}`).toContain(join(dist, name));
    expect(`${stdout}${stderr}`).toContain('qr-code-master verify');
    expect(status).toBe(2);
  });

  it('names the code of the log, too, where that is written before the run is at its end', () => {
    const name = 'cliRecordOperations.js';
    const pictures = Array.from({ length: 250 }, (_, i) => join(folder, `nowhere${i}.png`));
    const { status, stderr } = withFlipped(name, () =>
      spawnSync(process.execPath, [join(dist, 'cli.js'), 'decode', ...pictures], { encoding: 'utf8', input: '' }),
    );
    expect(stderr.match(/^qr-code-master: .*/gm)).toEqual([expect.stringContaining(join(dist, name))]);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });
});

describe('threads', () => {
  const context = {
    files: allLoaded({ text: () => null }),
    locale: 'en',
    profile: 'mlps3',
    today: '2026-01-31',
  } as const;

  it.each([
    ['decoder.js', 'hello.png'],
    ['zxing_reader.wasm', 'hello.png'],
    ['webp-dec.wasm', 'label.webp'],
  ])('read no picture with a changed %s, and read it once that is mended', async (name, picture) => {
    const pool = createDecodePool({ spawn: () => spawnNodeDecodeThread(dist), size: 1 });
    const decode = () => pool.decode({ bytes: new Uint8Array(readFileSync(join(root, 'samples/pictures', picture))) });
    const { error, symbols } = await withFlipped(name, decode);
    expect(symbols).toEqual([]);
    expect(error).toMatchObject({ code: 'file-changed', data: { file: join(dist, name) } });
    expect((await decode()).symbols).toHaveLength(1);
    pool.close();
  });

  it.each(['linter.js', 'lintWorker.js'])('judge no file with a changed %s, and say why', (name) => {
    // As the sealed server has it: a source knows no hash.
    const lintWorker = {
      bundle: 'lintWorker.js',
      sum: sha256(readFileSync(join(dist, 'lintWorker.js'))),
      maxHeapMb: 256,
    };
    return withFlipped(name, async () => {
      const told: string[] = [];
      const spawn = (): LintThread => spawnNodeThread(dist, lintWorker, { isDaemon: true });
      const { lint, close } = lintThreads({ spawn, warn: (line) => told.push(line) });
      const judged = await lint({ uri: 'file:///w/Dockerfile', text: 'FROM a\n' }, context);
      close();
      expect(judged!.failed).toMatchObject({ code: 'file-changed' });
      expect(told[0]).toContain(join(dist, name));
    });
  });
});
