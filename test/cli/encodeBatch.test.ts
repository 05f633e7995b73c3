/** `encode` for many symbols: rows, lines, sets, sheets. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../worker/qr/readTexts';
import { encode, ownFolder } from './encodeKit';

const folder = ownFolder();

describe('many symbols', () => {
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
});
