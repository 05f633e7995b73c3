/** How large the report of a large workspace is, and that it grows as the workspace does. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../../src/worker/compliance/assess/assess';
import type { AssessmentInput, ReportLayout } from '../../../../../src/worker/compliance/assess/report/assessmentInput';
import { type AssessmentFormat, assessmentReporters } from '../../../../../src/worker/compliance/assess/report/index';
import { shortening } from '../../../../../src/worker/compliance/assess/report/shortening';
import { layouts } from '../../../../../src/worker/compliance/assess/report/tables/layouts';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import { differentFiles } from '../differentFiles';
import { FILES_OF_A_PROJECT, manyFiles } from '../manyFiles';

const inputOf = (files: number, times?: number): AssessmentInput => ({
  assessment: assess(manyFiles(files / FILES_OF_A_PROJECT, times)),
  rules,
  locale: 'zh-cn',
});
const half = inputOf(500);
const whole = inputOf(1000);

const bytes = (format: AssessmentFormat, input: AssessmentInput): number =>
  Buffer.from(assessmentReporters[format].write(input)).length;

it('is about a thousand files with findings in each of them', () => {
  const { files, findings } = whole.assessment;
  expect(new Set(findings.map(({ path }) => path)).size).toBe(files.length);
  expect([files.length, findings.length > 8000]).toEqual([1000, true]);
});

const FORMS: [name: string, format: AssessmentFormat, layout?: ReportLayout][] = [
  ['page', 'html'],
  ['Markdown', 'markdown'],
  ['list of problems', 'csv', 'issues'],
  ['table of everything', 'csv', 'full'],
  ['worksheets', 'csv', 'worksheet'],
  ['result book', 'csv', 'result-book'],
  ['cells to paste', 'csv', 'paste'],
  ['workbook of problems', 'xlsx', 'issues'],
  ['workbook of everything', 'xlsx', 'full'],
];

it.each<[name: string, format: AssessmentFormat, layout?: ReportLayout]>([...FORMS, ['JSON', 'json']])(
  'is smaller than 5 MB, and at most twice as large for twice as many files: %s',
  (_, format, layout) => {
    const size = bytes(format, { ...whole, layout });
    expect(size).toBeLessThan(5_000_000);
    expect(size / bytes(format, { ...half, layout })).toBeLessThan(2.1);
  },
);

it('has a small file for each thing where there are several', () => {
  const input = inputOf(200);
  const files = assessmentReporters.csv.files({ ...input, layout: 'worksheet' });
  expect(files.length).toBeGreaterThan(input.assessment.objects.length);
  expect(Math.max(...files.map(({ text }) => Buffer.byteLength(text)))).toBeLessThan(50_000);
});

it('has a file for things with equal results, which it names, where there are very many', () => {
  const files = assessmentReporters.csv.files({ ...whole, layout: 'worksheet' });
  expect(files.length).toBeLessThan(30);
  const web = files.find(({ path }) => path === '安全计算环境_web（project-0） 等 100 个.csv')!;
  expect(web.text).toContain('以下 100 个对象结果相同：web（project-0）、web（project-1）、');
  for (const { name, root } of whole.assessment.objects.filter((each) => each.name === 'web'))
    expect(web.text).toContain(`${name}（${root}）`);
});

describe('of a thousand files no two of which have the same faults', () => {
  const different: AssessmentInput = { assessment: assess(differentFiles(100)), rules, locale: 'zh-cn' };

  it('has about as many findings as files that are alike, and results that differ', () => {
    const { files, findings } = different.assessment;
    expect([files.length, findings.length > 8000]).toEqual([1000, true]);
    expect(assessmentReporters.csv.files({ ...different, layout: 'worksheet' }).length).toBeGreaterThan(400);
  });

  it.each<[name: string, format: AssessmentFormat, layout?: ReportLayout]>([
    ...FORMS,
    ['workbook of worksheets', 'xlsx', 'worksheet'],
    ['workbook of results', 'xlsx', 'result-book'],
    ['workbook to paste from', 'xlsx', 'paste'],
    ['JSON', 'json'],
  ])('is smaller than 5 MB: %s', (_, format, layout) => {
    expect(bytes(format, { ...different, layout })).toBeLessThan(5_000_000);
  });

  it('tells a finding in full once a sheet, and a hash where its file comes first', () => {
    const [sheet] = layouts.paste.tables(different).filter(({ rows }) => rows.some(([record]) => /同上/.test(record!)));
    const records = sheet!.rows.map(([record]) => record!).join('\n');
    const again = /同上：规则 (\S+?)（(.+?)）/.exec(records)!;
    const [rule, place] = again.slice(1);
    expect(records.slice(0, again.index)).toMatch(
      new RegExp(`（${place!.replaceAll('.', String.raw`\.`)}；摘录：.*；规则 ${rule}`),
    );
    expect(records.match(/sha256 [0-9a-f]{64}/g)!.length).toBeLessThanOrEqual(
      new Set([...records.matchAll(/（([^（]+?):\d+；/g)].map(([, path]) => path)).size,
    );
  });
});

describe('of far more findings than anybody reads', () => {
  const dense = inputOf(1000, 6);
  const { findings, issues } = dense.assessment;

  it.each(FORMS.filter(([, format]) => format !== 'xlsx'))('is smaller than 5 MB: %s', (_, format, layout) => {
    expect(findings.length).toBeGreaterThan(50_000);
    expect(bytes(format, { ...dense, layout })).toBeLessThan(5_000_000);
  });

  it('lists everything as JSON', () => {
    const read = JSON.parse(assessmentReporters.json.write(dense)) as typeof dense.assessment;
    expect([read.findings.length, read.issues.length]).toEqual([findings.length, issues.length]);
  });

  it('says how much it lists, and counts the rest', () => {
    const { most, left, isListed } = shortening(dense.assessment);
    const listed = findings.flatMap((_, index) => (isListed(index) ? index : []));
    expect(listed.length + left).toBe(findings.length);
    const page = assessmentReporters.html.write(dense);
    expect(page).toContain(`每条规则最多列出 ${most} 处（先列每个对象的第一处），其余 ${left} 处只计数`);
    expect(page.match(/<tr id="f\d+"/g)).toHaveLength(listed.length);
    const links = [...page.matchAll(/href="#(f\d+)"/g)].map(([, id]) => id!);
    expect(links.length).toBeGreaterThan(100);
    const known = new Set(listed.map((index) => `f${index + 1}`));
    expect(links.filter((id) => !known.has(id))).toEqual([]);
    for (const text of [page, assessmentReporters.markdown.write(dense)]) {
      const counted = [...text.matchAll(/另有 (\d+) 处（涉及 (\d+) 个对象）只计数/g)];
      expect(counted.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(left);
    }
  });

  it('counts in the list of problems what it does not name', () => {
    const counts = layouts.issues.tables(dense)[0]!.rows.map(([, , , , , , , places = '']) => {
      const named = places.split('\n');
      const more = /^(?:… \+|另有 )(\d+)/.exec(named.at(-1)!);
      return more ? named.length - 1 + Number(more[1]) : named.length;
    });
    expect(counts.length).toBeLessThan(issues.length);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(findings.length);
  });

  it('counts under each control item what it does not list', () => {
    const { items } = dense.assessment;
    const rows = layouts.full.tables(dense)[0]!.rows;
    const counted = rows.map((row) => {
      const more = /^另有 (\d+) 处/.exec(row[13]!);
      return more ? Number(more[1]) : row[11] === '' ? 0 : 1;
    });
    const loose = findings.filter(({ object }) => object === undefined).length;
    const named = items.reduce((sum, { findings: exact, near }) => sum + exact.length + near.length, 0);
    expect(counted.reduce((a, b) => a + b, 0)).toBe(named + loose);
  });
});
