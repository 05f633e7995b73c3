/** `decode`: which pictures of a folder are read, and the table of all of them in a file. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/decode';
import { parseCsv } from '../../src/worker/qr/batch/csv';

const root = path.resolve(import.meta.dirname, '../..');
const hello = readFileSync(path.join(root, 'samples/pictures/hello.png'));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'decode-'));
  for (const name of ['b.png', 'a.PNG', 'skip.tmp.png', 'deep/c.png', 'out/d.png', 'node_modules/e.png', 'x.txt']) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), hello);
  }
  writeFileSync(path.join(folder, '.gitignore'), 'out/\n*.tmp.png\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function decode(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await run(args, {
    stdout: (data) => (stdout += String(data)),
    stderr: (text) => (stderr += text),
    stdin: async () => new Uint8Array(),
    isTty: false,
    locale: 'en',
    distDir: path.join(root, 'dist'),
  });
  return { code, stdout, stderr };
}
const at = (name: string) => path.join(folder, name);
const read = async (...args: string[]) =>
  (await decode(...args, '--format', 'jsonl')).stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => path.relative(folder, (JSON.parse(line) as { path: string }).path));

it('reads a folder as the linter searches one: by name, without what git ignores or other people wrote', async () => {
  expect(await read(folder)).toEqual(['a.PNG', 'b.png']);
  expect(await read(folder, '-r')).toEqual(['a.PNG', 'b.png', 'deep/c.png']);
  expect(await read(folder, '-r', '--read-ignored')).toEqual([
    'a.PNG',
    'b.png',
    'deep/c.png',
    'out/d.png',
    'skip.tmp.png',
  ]);
  expect(await read(at('out'))).toEqual(['out/d.png']);
  expect(await read(at('skip.tmp.png'))).toEqual(['skip.tmp.png']);
  expect((await decode(folder)).stderr).toContain('because .gitignore names them: 1;');
});

it('writes a table by the ending of the file, and prints nothing but what it was asked for', async () => {
  const { code, stdout, stderr } = await decode(folder, '--export', at('codes.csv'));
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toContain('Codes: 2, pictures: 2');
  const rows = parseCsv(readFileSync(at('codes.csv'), 'utf8').slice(1)).map(({ fields }) => fields);
  expect(rows.slice(1).map(([where, , text]) => [path.basename(where!), text])).toEqual([
    ['a.PNG', 'Hello from QR Code Master'],
    ['b.png', 'Hello from QR Code Master'],
  ]);
  const both = await decode(folder, '--export', at('codes.json'), '--format', 'json');
  expect(JSON.parse(readFileSync(at('codes.json'), 'utf8'))).toHaveLength(2);
  expect(JSON.parse(both.stdout)).toHaveLength(2);
  for (const ending of ['jsonl', 'md']) await decode(folder, '--export', at(`codes.${ending}`));
  expect(readFileSync(at('codes.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(2);
  expect(readFileSync(at('codes.md'), 'utf8')).toContain('| path | code |');
});

it('overwrites nothing unasked, and refuses before it reads', async () => {
  writeFileSync(at('codes.csv'), 'mine');
  const refused = await decode(folder, '--export', at('codes.csv'));
  expect([refused.code, refused.stdout, readFileSync(at('codes.csv'), 'utf8')]).toEqual([2, '', 'mine']);
  expect((await decode(folder, '--export', at('codes.csv'), '--force')).code).toBe(0);
  expect(readFileSync(at('codes.csv'), 'utf8')).toContain('Hello');
  expect((await decode(folder, '--export', at('codes.xlsx'))).code).toBe(2);
  expect((await decode(folder, '--force')).code).toBe(2);
});

it('says which pictures gave nothing, beside the table', async () => {
  writeFileSync(at('b.png'), 'no picture');
  const { code, stderr } = await decode(folder, '--export', at('codes.csv'));
  expect(code).toBe(2);
  expect(stderr).toContain('b.png: ');
  expect(parseCsv(readFileSync(at('codes.csv'), 'utf8').slice(1))).toHaveLength(3);
});
