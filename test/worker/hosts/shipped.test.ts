/** Every file of dist/, with one byte flipped: it is refused by whatever loads it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../scripts/seal.mjs';
import { loadShipped } from '../../../src/worker/hosts/shipped/loadShipped';
import { readShipped } from '../../../src/worker/hosts/shipped/readShipped';
import { spawnNodeDecodeThread } from '../../../src/worker/hosts/spawnNodeDecodeThread';
import { spawnNodeLintThread } from '../../../src/worker/hosts/spawnNodeLintThread';
import { createDecodePool } from '../../../src/worker/qr/decode/pool';
import { lintThreads } from '../../../src/worker/service/lintThreads';
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
  const dockerfile = join(root, 'samples/Dockerfile');

  it.each<[file: string, args: string[]]>([
    ['cliEncode.js', ['encode', 'a']],
    ['partZxingModules.js', ['encode', 'a']],
    ['zxing_reader.wasm', ['encode', 'a']],
    ['partFflate.js', ['encode', 'a', '-o', join(folder, 'a.pdf')]],
    ['partPixels.js', ['encode', 'a', '--modules', 'rounded', '-o', join(folder, 'a.jpg')]],
    ['partJpeg.js', ['encode', 'a', '--modules', 'rounded', '-o', join(folder, 'a.jpg')]],
    ['partPng.js', ['encode', 'a', '-o', join(folder, 'a.png')]],
    ['cliDecode.js', ['decode', picture('hello.png')]],
    ['decoder.js', ['decode', picture('hello.png')]],
    ['zxing_reader.wasm', ['decode', picture('hello.png')]],
    ['webp-dec.wasm', ['decode', picture('label.webp')]],
    ['partWebp.js', ['decode', picture('label.webp')]],
    ['thread.js', ['decode', picture('hello.png'), picture('label.webp')]],
    ['decodeWorker.js', ['decode', picture('hello.png'), picture('label.webp')]],
    ['cliLint.js', ['lint', dockerfile]],
    ['linter.js', ['lint', dockerfile]],
    ['partPython.js', ['lint', python]],
    ['cliReport.js', ['report', dockerfile]],
    ['partAssess.js', ['report', dockerfile]],
    ['partXlsx.js', ['report', dockerfile, '--format', 'xlsx', '-o', join(folder, 'a.xlsx')]],
    ['cliRecordOperations.js', ['lint', dockerfile]],
    ['cliInit.js', ['init', join(folder, 'new')]],
    ['partScaffold.js', ['init', join(folder, 'new')]],
    ['cliRules.js', ['rules']],
    ['cliLsp.js', ['lsp', '--stdio']],
    ['stdio.js', ['lsp', '--stdio']],
    ['nodeServer.js', ['lsp', '--stdio']],
  ])('names %s and ends with 2: %s', (name, args) => {
    const { status, stdout, stderr } = withFlipped(name, () =>
      spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { encoding: 'utf8', input: '' }),
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

  it('judge no file with a changed linter, and say why', () =>
    withFlipped('linter.js', async () => {
      const told: string[] = [];
      const { lint, close } = lintThreads({ spawn: () => spawnNodeLintThread(dist), warn: (line) => told.push(line) });
      const judged = await lint({ uri: 'file:///w/Dockerfile', text: 'FROM a\n' }, context);
      close();
      expect(judged!.failed).toMatchObject({ code: 'file-changed' });
      expect(told[0]).toContain(join(dist, 'linter.js'));
    }));
});
