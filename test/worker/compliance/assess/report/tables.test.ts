/** Reports as tables: their columns, their words, and that nothing in them is a formula. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvAssessment, csvFiles } from '../../../../../src/worker/compliance/assess/report/csv';
import { csvTable } from '../../../../../src/worker/compliance/assess/report/tables/csvTable';
import { layouts } from '../../../../../src/worker/compliance/assess/report/tables/layouts';
import { sheetNames } from '../../../../../src/worker/compliance/assess/report/tables/sheetNames';
import { clausesOf, worksheets } from '../../../../../src/worker/compliance/checklist/worksheets';
import { finished } from '../../../../../src/worker/compliance/finished';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../../../src/worker/protocol/assessment';
import { parseCsv } from '../../../../../src/worker/qr/batch/csv';
import { cellText } from '../../../../../src/worker/text/cellText';
import { assessTree } from '../assessTree';
import { arbitraryAssessment } from './arbitraryAssessment';

const shop = assessTree({
  'shop/compose.yaml': `services:
  web:
    image: nginx:latest
    privileged: true
    ports: ["0.0.0.0:8080:80"]
  db:
    image: postgres:16
    environment:
      POSTGRES_PASSWORD: geheim-4711
`,
  'shop/nginx.conf': 'server {\n  listen 80;\n  server_tokens on;\n}\n',
});
const input = { assessment: shop, rules, locale: 'zh-cn' } as const;

/** Rows of the only table, by the names of their columns. */
function records(text: string): Record<string, string>[] {
  const [header, ...rows] = parseCsv(text.slice(1)).map(({ fields }) => fields);
  return rows.map((row) => Object.fromEntries(row.map((field, i) => [header![i]!, field])));
}

it.each([
  [
    'full',
    '对象 对象类型 条款 测评单元 控制点 规则 级别 状态 判例 触发项 能否降低 文件 行 摘录 sha256 整改建议 忽略理由',
  ],
  ['worksheet', '序号 控制点 控制项 结果记录 符合情况 证据文件'],
  ['result-book', '扩展标准 控制点 测评项 结果记录 符合情况 分值 编号'],
  [
    'issues',
    '序号 风险等级 安全域 测评对象 控制点 控制项 问题标题 问题描述 整改建议 整改日期 整改描述 测评人 状态 创建时间',
  ],
] as const)('%s has the columns that readers know it by, in their order', (layout, header) => {
  for (const table of layouts[layout].tables(input)) {
    expect(table.header?.join(' ')).toBe(header);
    for (const row of table.rows) expect(row).toHaveLength(table.header!.length);
  }
});

it('proposes verdicts in the words of the sheet, and never that something complies', () => {
  const tables = layouts.worksheet.tables(input);
  const rows = tables.flatMap((table) => table.rows);
  const verdicts = new Set(rows.map((row) => row[4]));
  expect([...verdicts].sort()).toEqual(['', '不符合', '不适用', '部分符合']);
  for (const [, , , record, verdict] of rows) {
    if (verdict !== '') expect(record).toContain('建议值');
    expect(record).not.toMatch(/(?<![不部分])符合(?!情况)/);
  }
});

it('gives each thing a sheet of each of its categories, with the clauses in their order', () => {
  const tables = layouts.worksheet.tables(input);
  const web = tables.find(({ name }) => name === '安全计算环境_web（shop）')!;
  expect(web.rows.map(([, point]) => point).slice(0, 3)).toEqual(['身份鉴别', '身份鉴别', '身份鉴别']);
  expect(web.rows.map(([number]) => number)).toEqual(web.rows.map((_, i) => String(i + 1)));
  const names = tables.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('has as many rows to paste as the sheet of the workbook', () => {
  const sizes = new Set(Object.values(worksheets).map(({ chapter }) => clausesOf(chapter).length));
  for (const { rows, header } of layouts.paste.tables(input)) {
    expect(header).toBeUndefined();
    expect(sizes).toContain(rows.length);
  }
});

it('says where a finding stands, with its line and the hash of its file', () => {
  const [row] = records(finished(csvAssessment(input))).filter(({ 规则, 摘录 }) => 规则 === 'MLPS-RUN-008' && 摘录);
  expect(row).toMatchObject({
    对象: 'web（shop）',
    对象类型: '服务',
    文件: 'shop/compose.yaml',
    行: '4',
    摘录: 'privileged: true',
    sha256: shop.files.find(({ path }) => path === 'shop/compose.yaml')!.sha256,
  });
});

it('names severities in the language of the command', () => {
  const severitiesIn = (locale: 'en' | 'zh-cn') =>
    new Set(records(finished(csvAssessment({ ...input, locale }))).flatMap(({ 级别 }) => 级别 || []));
  expect([...severitiesIn('zh-cn')].sort()).toEqual(['提示', '警告', '错误'].sort());
  expect([...severitiesIn('en')].sort()).toEqual(['error', 'info', 'warning']);
});

it('lists every finding in the full table', () => {
  const rows = records(finished(csvAssessment(input)));
  const key = (rule: string, path: string, line: string) => [rule, path, line].join();
  const listed = new Set(rows.map(({ 规则, 文件, 行 }) => key(规则!, 文件!, 行!)));
  for (const { rule, path, line } of shop.findings) expect(listed).toContain(key(rule, path, String(line)));
});

it('names the letter of a control item once in the list of problems', () => {
  const items = layouts.issues.tables(input)[0]!.rows.map((row) => row[5]!);
  expect(items.some((item) => /^8\.1\.\d\.\d+ [a-g]\) /.test(item))).toBe(true);
  expect(items.filter((item) => !/^8[\d.]+ (?:[a-j]\) )?[^a-z]/.test(item))).toEqual([]);
});

it('proposes a high risk only where the assessment does, and every problem as open', () => {
  const rows = records(finished(csvAssessment({ ...input, layout: 'issues' })));
  expect(rows).toHaveLength(shop.issues.length);
  expect(rows.map((row) => row.风险等级)).toEqual(
    shop.issues.map(({ risk }) => ({ high: '高风险', medium: '中风险', low: '低风险' })[risk]),
  );
  for (const row of rows) {
    expect(row).toMatchObject({ 状态: '待整改', 创建时间: '2026-11-29', 整改日期: '', 测评人: '' });
    expect(row.问题标题).not.toBe('');
  }
});

it('tells no secret', () => {
  for (const { tables } of Object.values(layouts)) expect(JSON.stringify(tables(input))).not.toContain('geheim');
});

it('writes a file for each sheet', () => {
  const files = csvFiles({ ...input, layout: 'worksheet' });
  expect(files.map(({ path }) => path)).toEqual(layouts.worksheet.tables(input).map(({ name }) => `${name}.csv`));
  for (const { text } of files) expect(text.startsWith('\ufeff序号,控制点')).toBe(true);
});

it('has an answer for rules that it does not know and for no findings', () => {
  const unknown: Assessment = {
    ...shop,
    findings: shop.findings.map((finding) => ({ ...finding, rule: 'MLPS-XYZ-999' })),
    issues: shop.issues.map((issue) => ({ ...issue, rule: 'MLPS-XYZ-999' })),
  };
  for (const { tables } of Object.values(layouts)) {
    tables({ ...input, assessment: unknown });
    tables({ ...input, assessment: assessTree({}) });
  }
});

it('makes tables of any assessment, whose cells are never formulas', () => {
  fc.assert(
    fc.property(arbitraryAssessment, fc.constantFrom('en', 'zh-cn'), (assessment, locale) => {
      for (const { tables } of Object.values(layouts)) {
        const made = tables({ assessment, rules, locale });
        expect(new Set(made.map(({ name }) => name.toLowerCase())).size).toBe(made.length);
        for (const table of made) {
          const width = table.header?.length ?? 2;
          const read = parseCsv(`sep=,\n${csvTable(table).slice(1)}`);
          for (const { fields } of read) {
            expect(fields).toHaveLength(width);
            for (const field of fields) expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
          }
        }
      }
    }),
    { numRuns: 40, seed: 10 },
  );
});

describe('cells', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'=+-@,;"\'\t\r\n ＝中') }),
  );

  it('are read again as they were shown', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const read = parseCsv(`sep=,\n${csvTable({ name: 'x', rows }).slice(1)}`);
        expect(read.map(({ fields }) => fields)).toEqual(rows.map((row) => row.map(cellText)));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('are never formulas, and hide nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = cellText(text);
        expect(shown).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(shown).not.toMatch(/[\0-\x09\x0b-\x1f\x7f\u202e]/);
        expect(shown.length).toBeLessThanOrEqual(32_767);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  it('keep what is harmless, in any language', () => {
    for (const text of ['身份鉴别', 'a=b', '1) x\n2) y', '“引号”', '𠮷']) expect(cellText(text)).toBe(text);
    expect(cellText('中'.repeat(40_000))).toHaveLength(32_767);
    expect(cellText('=1+1')).toBe("'=1+1");
    expect(cellText('＝HYPERLINK("x")')).toBe('\'＝HYPERLINK("x")');
  });
});

describe('names of sheets', () => {
  it('are legal and all different', () => {
    const part = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(..."[]:*?/\\'.aA 中𠮷") }),
      fc.constant('x'.repeat(40)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\<>|"\0-\x1f]|^'|'$|[ .]$/);
          expect(Buffer.from(name).toString()).toBe(name);
        }
      }),
      { numRuns: 300, seed: 9 },
    );
  });

  it('of many equal things are numbered in linear time', () => {
    const names = sheetNames(Array<string>(20_000).fill('安全计算环境_同名'));
    expect(names[1]).toBe('安全计算环境_同名~2');
    expect(new Set(names).size).toBe(20_000);
  });
});
