/** Pictures whose names and codes want more than to be read: in the report and in tables of a folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as decode } from '../../src/cli/decode';
import { run as report } from '../../src/cli/report';
import { assessmentFormats } from '../../src/worker/compliance/index';
import type { Assessment } from '../../src/worker/protocol/assessment';
import type { exportFormats } from '../../src/worker/protocol/pictureMethods';
import { parseCsv } from '../../src/worker/qr/batch/csv';
import { writePng } from '../../src/worker/qr/png';
import { cellText } from '../../src/worker/text/cellText';
import { UNSAFE, visible } from '../../src/worker/text/visible';
import { faultsOf } from '../worker/compliance/assess/report/wellFormed';
import { drawSymbol } from '../worker/qr/decode/drawSymbol';
import { cli, dir, newFolder, put } from './lintKit';
import { distDir } from './secretPictures';

/** Names of files may hold all but NUL and the slash. */
const NAMES = [
  '<img src=x onerror=alert(1)>.png',
  '=HYPERLINK("x").png',
  '@SUM(1).png',
  '-rf.png',
  '\u001b]0;title\u0007\u001b[31mred\u009b0m.png',
  'a\u202egnp.exe\u2066.png',
  '[l](javascript:alert(1)) `x` | ![i](x) **b**.png',
  '::error::x\n##vso[task.setvariable]y.png',
];
const TEXTS = [
  '<script>alert(1)</script>',
  '=1+1',
  '+1',
  'a\u0000b\u0008c\r\n=2',
  '\u001b[2J\u009b0m',
  'https://example.org/\u202egnp.exe',
  '[a](command:x) ![x](http://evil.example/x) | `c` |',
  '::set-output name=a::b\n##vso[x]',
];
const SEED = 'JBSWY3DPEHPK3PXP';
/** A seed behind each of them, so that each picture is found. */
const secretOf = (text: string) => `otpauth://totp/${text}?secret=${SEED}`;

const lineless = (text: string) => text.replaceAll('\n', '');
const expectInert = (text: string) => expect(lineless(text)).not.toMatch(UNSAFE);
const expectCells = (rows: readonly (readonly unknown[])[]) => {
  for (const cell of rows.flat().map((each) => String(each ?? ''))) {
    expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expectInert(cell);
  }
};
const putPicture = (name: string, text: string) => {
  const { data, width, height } = drawSymbol(text, { errorCorrectionLevel: 'L', scale: 3 });
  put(name, writePng(data, width, height));
};
const cellsOf = (csv: string) => parseCsv(csv.slice(1)).map(({ fields }) => fields);

describe('the report', () => {
  beforeAll(() => {
    newFolder();
    for (const [i, name] of NAMES.entries()) putPicture(name, secretOf(TEXTS[i]!));
    put('broken\u001b[31m\u202e.png', 'no picture');
  });
  const reported = async (...args: string[]) => {
    const told = await cli([dir, '--pictures', ...args], '', report, distDir);
    expect(told.code).toBe(2);
    expectInert(told.err);
    expect(told.err + told.out).not.toContain(SEED);
    return told.out;
  };

  it('as JSON has each name as it is, and none of the texts', async () => {
    const out = await reported('--format', 'json');
    expectInert(out);
    const { files, findings } = JSON.parse(out) as Assessment;
    expect(files.map(({ path }) => path).sort()).toEqual([...NAMES].sort());
    expect(findings.map(({ path }) => path).sort()).toEqual([...NAMES].sort());
    for (const text of TEXTS) expect(JSON.stringify(findings)).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  it('as a page is well formed, and runs nothing', async () => {
    const out = await reported('--format', 'html');
    expect(faultsOf(out)).toEqual([]);
    expectInert(out);
    expect(out).toContain('&lt;img src=x onerror=alert(1)&gt;.png');
  });

  it('as Markdown has no markup of the names', async () => {
    const out = await reported('--format', 'markdown');
    expectInert(out);
    const outsideCode = out.replace(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, '').replaceAll('<br>', '');
    expect(outsideCode).not.toMatch(/<|(?<!\\)\]\(|(?<!\\)!\[/);
  });

  it('as tables has no formula', async () => {
    const rows = cellsOf(await reported('--format', 'csv'));
    expectCells(rows);
    for (const name of NAMES) expect(rows.filter((row) => row.includes(cellText(name)))).toHaveLength(1);
    const book = join(dir, 'report.xlsx');
    await reported('--format', 'xlsx', '-o', book);
    const { sheets } = await readXlsx(readFileSync(book));
    expectCells(sheets.flatMap((sheet) => sheet.rows));
    for (const name of NAMES) expect(sheets[0]!.rows.filter((row) => row.includes(cellText(name)))).toHaveLength(1);
  });

  it('is told of in each format that there is', () =>
    expect([...assessmentFormats].sort()).toEqual(['csv', 'html', 'json', 'markdown', 'xlsx']));
});

describe('the table of a folder', () => {
  beforeAll(() => {
    newFolder();
    for (const [i, name] of NAMES.entries()) putPicture(name, TEXTS[i]!);
  });
  const exported = async (format: (typeof exportFormats)[number]) => {
    const file = join(dir, `codes.${format}`);
    const { code, out, err } = await cli([dir, '--export', file, '--force'], '', decode, distDir);
    expect([code, out]).toEqual([0, '']);
    expectInert(err);
    return readFileSync(file, 'utf8');
  };
  /** Paths stand in it as the command line was given them. */
  const pathOf = (name: string) => join(dir, name);
  const expected = new Map(NAMES.map((name, i) => [name, TEXTS[i]!]));

  it('as JSON and as JSON lines gives names and texts back as they are', async () => {
    const json = await exported('json');
    const lines = await exported('jsonl');
    for (const text of [json, lines]) expectInert(text);
    type Read = { path: string; symbols: { text: string }[] };
    const parsedLines = lines
      .trimEnd()
      .split('\n')
      .map((line): Read => JSON.parse(line));
    for (const read of [JSON.parse(json) as Read[], parsedLines])
      expect(new Map(read.map(({ path, symbols }) => [path, symbols[0]!.text]))).toEqual(
        new Map([...expected].map(([name, text]) => [pathOf(name), text])),
      );
  });

  it('as comma-separated values has no formula', async () => {
    const rows = cellsOf(await exported('csv'));
    expectCells(rows);
    for (const [name, text] of expected)
      expect(rows).toContainEqual(expect.arrayContaining([cellText(pathOf(name)), cellText(text)]));
  });

  it('as Markdown has one line for each, without markup', async () => {
    const out = await exported('md');
    expectInert(out);
    const [, , ...rows] = out.trimEnd().split('\n');
    expect(rows).toHaveLength(NAMES.length);
    for (const row of rows) expect(row.replace(/\\./g, '')).not.toMatch(/[<>`[\]!*]/);
    expect(out.replaceAll('\\', '')).toContain(visible('a\u202egnp.exe\u2066.png').replaceAll('\\', ''));
  });
});
