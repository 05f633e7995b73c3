import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/encode';
import { writePng } from '../../src/worker/qr/png';
import { readContents, readTexts } from '../worker/qr/readTexts';

const distDir = dirname(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
const folder = mkdtempSync(join(tmpdir(), 'encode-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function encode(args: string[], stdin: Uint8Array = new Uint8Array()) {
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

const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;

describe('encode', () => {
  it('writes a PNG that reads as the text', async () => {
    const path = join(folder, 'a.png');
    expect(await encode(['你好, QR', '--format', 'png', '-o', path])).toMatchObject({ code: 0, stderr: '' });
    expect(await readTexts(readFileSync(path))).toEqual(['你好, QR']);
  });

  it.skipIf(!hasZbar)('is read by zbarimg (skipped without it)', async () => {
    const path = join(folder, 'b.png');
    await encode(['https://example.com/?a=1', '-o', path]);
    expect(execFileSync('zbarimg', ['-q', '--raw', path]).toString()).toBe('https://example.com/?a=1\n');
  });

  it('takes the format from the name and writes to stdout otherwise', async () => {
    await encode(['a', '-o', join(folder, 'c.jpg')]);
    expect(readFileSync(join(folder, 'c.jpg')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    await encode(['a', '-o', join(folder, 'c.pdf')]);
    expect(readFileSync(join(folder, 'c.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await encode(['a'])).stdout.toString()).toMatch(/^[█▀▄ \n]+$/);
    expect(await readTexts((await encode(['a', '--format', 'png'])).stdout)).toEqual(['a']);
  });

  it('keeps standard input as it is', async () => {
    const { stdout } = await encode(['-', '--format', 'json'], Buffer.from('\ufeffa b\r\n'));
    expect(JSON.parse(stdout.toString())).toMatchObject({
      text: '\ufeffa b\r\n',
      level: 'H',
      readBack: { engines: ['zxing-wasm', '@zxing/library'] },
    });
    expect((await encode([], Buffer.from('x'))).code).toBe(0);
    expect((await encode(['-'], Uint8Array.of(0xff))).code).toBe(2);
  });

  it('tells when the level was lowered', async () => {
    const { code, stdout, stderr } = await encode(['a'.repeat(1300), '--format', 'json', '--no-verify']);
    expect({ code, ...JSON.parse(stdout.toString()) }).toMatchObject({ code: 0, level: 'Q', wantedLevel: 'H' });
    expect(stderr).toContain('1273');
    expect(JSON.parse(stdout.toString()).readBack).toBeUndefined();
  });

  it('tells when the level was raised, and never rounds a contrast up to what would do', async () => {
    const { stderr } = await encode(['hi', '--level', 'L', '--boost-level', '--format', 'json']);
    expect(stderr).toContain('L, so it was made at H');
    expect((await encode(['hi', '--dark', '#777777', '--format', 'json'])).stderr).toContain('4.4:1');
  });

  it('builds a payload from its fields, and keeps a secret out of the title', async () => {
    const args = ['--kind', 'wifi', '--field', 'ssid=a;b', '--field', 'password=12=45678', '--format'];
    expect(JSON.parse((await encode([...args, 'json'])).stdout.toString()).text).toBe(
      'WIFI:T:WPA;S:a\\;b;P:12=45678;;',
    );
    expect((await encode([...args, 'svg'])).stdout.toString()).not.toContain('<title>');
    expect((await encode(['https://example.com', '--format', 'svg'])).stdout.toString()).toContain(
      '<title>https://example.com',
    );
    const epc = ['--kind', 'epc', '--field', 'name=A', '--field', 'iban=DE89370400440532013000', '--format', 'json'];
    expect(JSON.parse((await encode(epc)).stdout.toString()).level).toBe('M');
  });

  it('writes a set of numbered files that read as its parts', async () => {
    const text = 'part by part, 一二三; '.repeat(150);
    expect((await encode([text, '--split', '--level', 'H', '--eci', '-o', join(folder, 'set.png')])).code).toBe(0);
    const reads = await Promise.all([1, 2, 3].map((n) => readTexts(readFileSync(join(folder, `set-${n}.png`)))));
    expect(reads.flat().join('')).toBe(text);
    expect((await encode([text, '--split', '--format', 'png'])).code).toBe(2);
    const lines = (await encode([text, '--split', '--level', 'H', '--format', 'json'])).stdout
      .toString()
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).part.index)).toEqual([0, 1, 2]);
    const fewest = await encode([text, '--split', '--format', 'json']);
    const levels = fewest.stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).level);
    expect([levels.length, new Set(levels).size]).toEqual([2, 1]);
    expect(fewest.stderr).toMatch(new RegExp(`${levels[0]}.* 2 .*H.* 3 .*--level H`));
    expect((await encode([text, '--split', '--level', 'H', '--format', 'json'])).stderr).toBe('');
    expect((await encode(['short', '--split', '-o', join(folder, 'one.svg')])).code).toBe(0);
    expect(readFileSync(join(folder, 'one.svg')).toString()).toContain('<svg');
  });

  it('writes a file for each row of a table, and tells the rows that failed', async () => {
    const table = join(folder, 'table.csv');
    writeFileSync(table, 'name,link\n你/好,https://example.com/1\nb,\nB,https://example.com/3\n');
    const { code, stderr } = await encode([
      '--batch',
      table,
      '--column',
      'link',
      '--name',
      '{n} {name}',
      '--out-dir',
      join(folder, 'out'),
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('table.csv:3:');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['1 你_好.png', '3 B.png']);
    expect(await readTexts(readFileSync(join(folder, 'out', '3 B.png')))).toEqual(['https://example.com/3']);
  });

  it('writes a file for each line', async () => {
    const out = join(folder, 'lines');
    expect((await encode(['--batch', '-', '--out-dir', out, '--format', 'svg'], Buffer.from('a\n\nb\n'))).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['1.svg', '2.svg']);
  });

  it('numbers equal names, and writes over nothing that is there unless it is told to', async () => {
    const out = join(folder, 'kept');
    const batch = (text: string, ...more: string[]) =>
      encode(['--batch', '-', '--name', '{text}', '--out-dir', out, '--format', 'svg', ...more], Buffer.from(text));
    expect((await batch('a\nA\na\n')).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['A-2.svg', 'a-3.svg', 'a.svg']);
    writeFileSync(join(out, 'a.svg'), 'mine');
    const { code, stderr } = await batch('b\na\n');
    expect([code, stderr.includes(join(out, 'a.svg')), readFileSync(join(out, 'a.svg'), 'utf8')]).toEqual([
      2,
      true,
      'mine',
    ]);
    expect(readdirSync(out)).not.toContain('b.svg');
    expect((await batch('b\na\n', '--force')).code).toBe(0);
    expect(readFileSync(join(out, 'a.svg'), 'utf8')).toContain('<svg');
    expect((await encode(['a', '--force'])).code).toBe(2);
  });

  it('writes over no part of another set unless it is told to', async () => {
    const set = (...more: string[]) =>
      encode(['x'.repeat(2000), '--split', '--level', 'H', '-o', join(folder, 'long.svg'), ...more]);
    expect((await set()).code).toBe(0);
    writeFileSync(join(folder, 'long-2.svg'), 'mine');
    rmSync(join(folder, 'long-1.svg'));
    expect(await set()).toMatchObject({ code: 2, stderr: expect.stringContaining('long-2.svg') });
    expect([readdirSync(folder).includes('long-1.svg'), readFileSync(join(folder, 'long-2.svg'), 'utf8')]).toEqual([
      false,
      'mine',
    ]);
    expect((await set('--force')).code).toBe(0);
  });

  it.each([
    ['a password in an address', ['https://ada:hunter2@git.example.org/x']],
    ['keys on the move', ['otpauth-migration://offline?data=hunter2']],
    [
      'the end of a set that is one',
      [`${'x'.repeat(2000)} https://ada:${'y'.repeat(900)}hunter2@git.example.org`, '--split'],
    ],
  ])('tells no secret in titles: %s', async (_name, args) => {
    const { stdout } = await encode([...args, '--format', 'svg']);
    expect(stdout.toString()).toContain('<svg');
    expect(stdout.toString()).not.toContain('<title>');
  });

  it('takes a version, a mask, and bytes that are no text', async () => {
    const json = async (...args: string[]) =>
      JSON.parse((await encode([...args, '--format', 'json'])).stdout.toString());
    expect(await json('a', '--symbol-version', '7', '--mask', '3')).toMatchObject({ version: 7, mask: 3, level: 'H' });
    expect((await encode(['a', '--mask', '8'])).code).toBe(2);
    expect((await encode(['a', '--symbol-version', '0'])).code).toBe(2);
    const bytes = Uint8Array.of(0, 255, 128, 7);
    const path = join(folder, 'bytes.svg');
    expect((await encode(['--bytes', '-o', path], bytes)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).not.toContain('<title>');
    const { stdout } = await encode(['--bytes', '--format', 'png'], bytes);
    expect((await readContents(stdout)).map((read) => [...read])).toEqual([[...bytes]]);
    expect((await encode(['text', '--bytes'])).code).toBe(2);
  });

  it('prints a batch or a set on one sheet, with files or without', async () => {
    const sheet = join(folder, 'sheet.html');
    const captions = () =>
      readFileSync(sheet, 'utf8')
        .match(/<figcaption>[^<]*/g)!
        .map((each) => each.slice(12));
    const table = Buffer.from('name,link\nA,https://example.com/1\nB,\nC,https://example.com/3\n');
    const { code, stderr } = await encode(
      ['--batch', '-', '--column', 'link', '--name', '{name}', '--sheet', sheet],
      table,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('-:3:');
    expect(captions()).toEqual(['A', 'C']);
    expect((await encode(['x'.repeat(4000), '--split', '--level', 'H', '--sheet', sheet])).code).toBe(0);
    expect(captions()).toEqual(['1 / 4', '2 / 4', '3 / 4', '4 / 4']);
    const limited = await encode(['x'.repeat(500), '--split', '--symbol-version', '10', '--format', 'json']);
    const versions = limited.stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).version);
    expect(versions.length).toBeGreaterThan(1);
    expect(Math.max(...versions)).toBeLessThanOrEqual(10);
    const pdf = join(folder, 'sheet.pdf');
    expect(
      (await encode(['--batch', '-', '--out-dir', join(folder, 'both'), '--sheet', pdf], Buffer.from('a\nb\n'))).code,
    ).toBe(0);
    expect([readdirSync(join(folder, 'both')).length, readFileSync(pdf).subarray(0, 5).toString()]).toEqual([
      2,
      '%PDF-',
    ]);
    for (const wrong of [
      ['a', '--sheet', pdf],
      ['--batch', '-', '--sheet', 'a.png'],
      ['a', '--split', '--mask', '1'],
    ])
      expect((await encode(wrong, Buffer.from('a'))).code).toBe(2);
  });

  it('says which file cannot be written, and why', async () => {
    const { code, stderr } = await encode(['a', '-o', join(folder, 'none', 'a.png')]);
    expect([code, stderr.includes(join('none', 'a.png')), stderr.includes('ENOENT')]).toEqual([2, true, true]);
    writeFileSync(join(folder, 'file'), '');
    expect((await encode(['--batch', '-', '--out-dir', join(folder, 'file')], Buffer.from('a'))).stderr).toContain(
      'EEXIST',
    );
  });

  it('draws shapes and a logo, raises the level for it and tells the scan margin', async () => {
    const logo = join(folder, 'logo.png');
    writeFileSync(logo, writePng(new Uint8Array(20 * 20).fill(90), 20, 20));
    const path = join(folder, 'styled.png');
    const style = ['--modules', 'dots', '--finders', 'circle', '--logo', logo, '--logo-share', '0.25', '--scale', '5'];
    const { code, stderr } = await encode(['styled', '--level', 'L', ...style, '--scan-margin', '-o', path]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/\d+ of 100/);
    expect(await readTexts(readFileSync(path))).toEqual(['styled']);
    expect(
      JSON.parse((await encode(['styled', '--level', 'L', ...style, '--format', 'json'])).stdout.toString()).level,
    ).not.toBe('L');
  });

  it('does not write what cannot be read', async () => {
    const path = join(folder, 'pale.svg');
    expect((await encode(['a', '--dark', '#fefefe', '-o', path])).code).toBe(2);
    expect(() => readFileSync(path)).toThrow();
  });

  it.each([
    [['a', 'b']],
    [['a', '--level', 'X']],
    [['a', '--kind', 'text']],
    [['--batch', 'x']],
    [['--batch', '/nonexistent', '--out-dir', 'x']],
    [['a', '--batch', 'x', '--out-dir', 'y']],
    [['--batch', 'x', '--out-dir', 'y', '--split']],
    [['a', '--out-dir', 'y']],
    [['--kind', 'fax']],
    [['--kind', 'wifi', '--field', 'name']],
    [['--kind', 'wifi', '--field', 'nonsense=1']],
    [['a', '--field', 'x=1']],
    [['a', '--logo', '/nonexistent.png']],
    [['a', '--logo-share', '0.2']],
    [['a', '--modules', 'stars']],
    [['a', '--finders', 'none']],
    [['a', '--margin', '-1']],
    [['a', '--margin=1.5']],
    [['a', '--dark', 'red']],
    [['a', '--nonsense']],
    [['a', '-o', 'file.bmp']],
    [['a', '--scale', '0']],
    [['']],
  ])('refuses %j', async (args) => {
    const { code, stdout, stderr } = await encode(args);
    expect({ code, stdout: stdout.length }).toEqual({ code: 2, stdout: 0 });
    expect(stderr).not.toBe('');
  });

  it('has help', async () => {
    expect((await encode(['--help'])).stdout.toString()).toContain('--level');
  });
});
