/** `report` as tables, in somebody's workbook, and compared with an earlier one, by the command line. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/report';
import type { Assessment } from '../../src/worker/protocol/assessment';
import { SERVER_SHEET, templateBook } from '../worker/compliance/assess/report/templateBook';
import { cli, dir, newFolder, put } from './lintKit';

beforeEach(newFolder);
const page = (...args: string[]) => cli(args, '', run);
const report = (...args: string[]) => page('--format', 'json', ...args);
const COMPOSE = 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n';

it('writes a table of each thing into a folder', async () => {
  put('compose.yaml', COMPOSE);
  const folder = join(dir, 'tables');
  const csv = (...more: string[]) => page(dir, '--format', 'csv', '--layout', 'worksheet', '-o', folder, ...more);
  expect(await csv()).toMatchObject({ code: 0, out: '' });
  expect(readdirSync(folder)).toContain('安全计算环境_web.csv');
  const web = join(folder, '安全计算环境_web.csv');
  const before = readFileSync(web, 'utf8');
  writeFileSync(web, 'mine');
  rmSync(join(folder, '安全区域边界_网络边界.csv'), { force: true });
  expect((await csv()).code).toBe(2);
  expect(readFileSync(web, 'utf8')).toBe('mine');
  expect((await csv('--force')).code).toBe(0);
  expect(readFileSync(web, 'utf8')).toBe(before);
});

it('says what became of an earlier report', async () => {
  put('compose.yaml', COMPOSE);
  const old = put('old.json', (await report(dir, '--date', '2026-01-31')).out);
  put('compose.yaml', COMPOSE.replace('    privileged: true\n', ''));
  const { out } = await report(dir, '--compare', old);
  const { changes } = JSON.parse(out) as Assessment;
  expect(changes).toMatchObject({ since: { date: '2026-01-31' }, isSameRuleSet: true });
  expect(changes!.all.find(({ rule }) => rule === 'MLPS-RUN-008')).toMatchObject({ state: 'repaired' });
  const table = await report(dir, '--compare', old, '--format', 'csv', '--layout', 'appendix-b');
  expect(table.out).toContain('已整改');
});

it.each([
  ['{', /not JSON/],
  ['{"schema": 9}', /form 9/],
  ['[]', /no report/],
])('names an earlier report that cannot be compared: %s', async (text, message) => {
  const old = put('old.json', text);
  put('compose.yaml', COMPOSE);
  const { code, out, err } = await report(dir, '--compare', old);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(err).toContain('old.json');
  expect((await report(dir, '--compare', join(dir, 'gone.json'))).err).toContain('gone.json');
});

it("fills a copy of an assessor's workbook, never the workbook itself", async () => {
  put('compose.yaml', COMPOSE);
  const book = templateBook({ '安全计算环境-XX服务器': SERVER_SHEET, '安全计算环境-XX数据库': SERVER_SHEET });
  const template = put('book.xlsx', book);
  const filled = join(dir, 'filled.xlsx');
  const { code, out, err } = await page(dir, '--template', template, '-o', filled);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('安全计算环境-XX服务器: filled for web, rows: 2');
  expect(err).toContain('安全计算环境-XX数据库: not filled');
  expect(err).toContain('No sheet in the workbook for: 安全管理中心_全局层面');
  expect(readFileSync(filled).subarray(0, 2).toString()).toBe('PK');
  for (const more of [[], ['--force']]) {
    expect((await page(dir, '--template', template, '-o', template, ...more)).code).toBe(2);
    expect(readFileSync(template).equals(book)).toBe(true);
  }
  expect((await page(dir, '--template', template, '-o', filled)).code).toBe(2);
  const other = put('other.xlsx', templateBook({ '安全计算环境-XX数据库': SERVER_SHEET }));
  const nothing = await page(dir, '--template', other, '-o', join(dir, 'y.xlsx'));
  expect(nothing.code).toBe(2);
  expect(nothing.err).toMatch(/XX数据库: not filled.*no row of the workbook could be filled/s);
  expect(existsSync(join(dir, 'y.xlsx'))).toBe(false);
  expect(await page(dir, '--template', put('x.xlsx', 'x'), '-o', join(dir, 'y.xlsx'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('x.xlsx: This is no Excel workbook'),
  });
});

it('writes one table to the standard output', async () => {
  put('compose.yaml', COMPOSE);
  const { code, out } = await page(dir, '--format', 'csv');
  expect(code).toBe(0);
  expect(out.startsWith('\ufeff对象,对象类型,条款')).toBe(true);
  expect(out).not.toContain(dir);
});
