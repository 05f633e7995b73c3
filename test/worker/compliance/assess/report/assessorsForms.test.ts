/** What assessors look for in every format: the columns of their list, and where cases are known from. */
import { describe, expect, it } from 'vitest';
import { assessmentReporters } from '../../../../../src/worker/compliance/assess/report/index';
import { layouts } from '../../../../../src/worker/compliance/assess/report/tables/layouts';
import { rulePage } from '../../../../../src/worker/compliance/rulePage';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../../../src/worker/protocol/assessment';
import { assessTree } from '../assessTree';

const assessment = assessTree({
  'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n    ports: ["0.0.0.0:22:22"]\n',
  'etc/ssh/sshd_config': 'PasswordAuthentication yes\n',
});
const locales = ['en', 'zh-cn'] as const;
const html = (locale: (typeof locales)[number]) => assessmentReporters.html.write({ assessment, rules, locale });

it('lists what is to be rectified by the columns of the list of problems', () => {
  const page = html('zh-cn');
  const section = page.slice(page.indexOf('<h2 id="issues"'), page.indexOf('<h2 id="suppressed"'));
  const header = layouts.issues.tables({ assessment, rules, locale: 'zh-cn' })[0]?.header ?? [];
  expect(header).toHaveLength(14);
  // The title of the problem is the heading.
  const heads = section
    .replace(/<p>.*?<\/p>/g, '')
    .match(/<th scope="(?:col|row)">[^<]*/g)!
    .join('\n');
  expect(header.filter((name) => name !== '问题标题' && !heads.includes(name))).toEqual([]);
  expect(section).toContain('小节标题即问题标题');
  const rows = section.match(/<tr id="f\d+">/g)!;
  expect(section.split(`<td></td><td></td><td></td><td>待整改</td><td>${assessment.date}</td>`)).toHaveLength(
    rows.length + 1,
  );
});

/** Numbers of cases and triggers; clauses begin with 8. */
const CITED = /(?<![\w.-])(?:[67]\.\d+\.\d+\.\d+|A-\d\d)(?![\w.])/;
const MARK = /third party(?:’|&#39;|')s copy|第三方抄本/;

describe.each(locales)('what is known by a third party’s copy only is marked (%s)', (locale) => {
  const input = { assessment, rules, locale };

  it.each([
    ['html', /<table.*?<\/table>/gs],
    ['markdown', /\*\*[^\n]*\*\*\n\n(?:\|[^\n]*\n)+/g],
  ] as const)('in each table of %s', (format, table) => {
    const citing = assessmentReporters[format]
      .write(input)
      .replaceAll('\\', '')
      .match(table)!
      .filter((each) => CITED.test(each));
    expect(citing.length).toBeGreaterThan(4);
    expect(citing.filter((each) => !MARK.test(each))).toEqual([]);
  });

  it('in each cell of csv and xlsx', () => {
    const cells = Object.values(layouts).flatMap(({ tables }) => tables(input).flatMap(({ rows }) => rows.flat()));
    const citing = cells.filter((cell) => CITED.test(cell));
    expect(citing.length).toBeGreaterThan(4);
    expect(citing.filter((cell) => !MARK.test(cell))).toEqual([]);
  });

  it('on the pages of rules', () => {
    const lines = rules.flatMap(({ id }) => rulePage(id, locale)!.split('\n')).filter((line) => CITED.test(line));
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => line.startsWith('|') && !MARK.test(line))).toEqual([]);
  });
});

it('is marked in the data', () => {
  const { highRisk } = JSON.parse(assessmentReporters.json.write({ assessment, rules, locale: 'en' })) as Assessment;
  expect(highRisk.length).toBeGreaterThan(4);
  expect(new Set(highRisk.map(({ source }) => source))).toEqual(new Set(['third-party-copy']));
});
