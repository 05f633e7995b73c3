/** `encode` from the shell's side: one text, one symbol. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePng } from '../../src/worker/qr/png';
import { readContents, readTexts } from '../worker/qr/readTexts';
import { encode, ownFolder } from './encodeKit';

const folder = ownFolder();
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
