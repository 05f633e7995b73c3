/** Workbooks of `report` in LibreOffice, a program of somebody else. It is too large to be brought for tests. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/report';
import { parseCsv } from '../../src/worker/qr/batch/csv';
import { SERVER_SHEET, templateBook } from '../worker/compliance/assess/report/templateBook';
import { cli, dir, newFolder, put } from './lintKit';

const absent = spawnSync('soffice', ['--version']).status !== 0;
const COMPOSE =
  'services:\n  web:\n    image: nginx:latest\n    privileged: true # =HYPERLINK("http://x")\n  数据库:\n    image: postgres:9.4\n  =cmd|x:\n    image: a\n';
/** Commas, double quotes, UTF-8, every sheet as a file of its own; a formula shows what it makes. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

beforeEach(newFolder);

/** Rows of each sheet, by its name; empty cells at the end of a row are left out. */
function opened(book: string): Map<string, string[][]> {
  const profile = pathToFileURL(join(dir, 'profile')).href;
  const args = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', FILTER, '--outdir', join(dir, 'csv')];
  execFileSync('soffice', [...args, book], { stdio: 'ignore', timeout: 60_000 });
  return new Map(
    readdirSync(join(dir, 'csv')).map((name) => [
      name.replace(/^book-|\.csv$/g, ''),
      parseCsv(readFileSync(join(dir, 'csv', name), 'utf8')).map(({ fields }) => trimmed(fields)),
    ]),
  );
}

const trimmed = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

it.skipIf(absent).each([
  ['worksheet', 'tables'],
  ['full', 'tables/全部结果.csv'],
])('opens %s there with all its cells (skipped without soffice)', { timeout: 60_000 }, async (layout, output) => {
  put('compose.yaml', COMPOSE);
  mkdirSync(join(dir, 'tables'));
  const common = [dir, '--layout', layout, '--date', '2026-11-30'];
  expect((await cli([...common, '--format', 'xlsx', '-o', join(dir, 'book.xlsx')], '', run)).code).toBe(0);
  expect((await cli([...common, '--format', 'csv', '-o', join(dir, output)], '', run)).code).toBe(0);
  const tables = readdirSync(join(dir, 'tables'));
  const sheets = opened(join(dir, 'book.xlsx'));
  expect([...sheets.keys()].sort()).toEqual(tables.map((name) => name.replace(/\.csv$/, '')).sort());
  for (const name of tables) {
    const rows = parseCsv(readFileSync(join(dir, 'tables', name), 'utf8').slice(1)).map(({ fields }) =>
      trimmed(fields),
    );
    expect(sheets.get(name.replace(/\.csv$/, ''))).toEqual(rows);
  }
  const all = [...sheets.values()].flat(2).join('\n');
  expect(all).toContain('数据库');
  if (layout === 'full') expect(all).toContain("\n'=cmd");
});

it.skipIf(absent)(
  'opens there when it is somebody’s own, filled in (skipped without soffice)',
  { timeout: 60_000 },
  async () => {
    put('compose.yaml', COMPOSE);
    const template = put('own.xlsx', templateBook({ '安全计算环境-web服务器': SERVER_SHEET }));
    const filled = join(dir, 'book.xlsx');
    const { code } = await cli([dir, '--template', template, '-o', filled], '', run);
    expect(code).toBe(0);
    const sheets = opened(filled);
    expect(sheets.get('封面')).toEqual([['封面']]);
    const rows = sheets.get('安全计算环境-web服务器')!;
    expect(rows[0]).toEqual(['序号', '控制点', '控制项', '结果记录', '符合情况']);
    expect(rows[2]!.slice(0, 3)).toEqual(['1', '身份鉴别', 'a) 应对登录的用户进行身份标识']);
    expect(rows[2]![3]).not.toBe('');
    expect(rows[3]!.at(-1)).toBe('符合');
    expect(rows[4]!.at(-1)).toBe('2');
  },
);
