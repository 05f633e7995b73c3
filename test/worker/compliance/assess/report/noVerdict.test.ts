/** No conclusion, no rate, nothing that complies: in no format, layout or language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { reportLayouts } from '../../../../../src/worker/compliance/assess/report/assessmentInput';
import {
  type AssessmentInput,
  type AssessmentReporter,
  assessmentReporters,
} from '../../../../../src/worker/compliance/assess/report/index';
import { fillTemplate } from '../../../../../src/worker/compliance/assess/report/template/fillTemplate';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import { parseCsv } from '../../../../../src/worker/qr/batch/csv';
import { generatedWorkspaces } from '../../../hosts/generatedWorkspaces';
import { assessTree } from '../assessTree';
import { SERVER_SHEET, templateBook } from './templateBook';

const FOLDER = join(import.meta.dirname, '../../../../../samples/spec');
const SPEC = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(FOLDER.length + 1), readFileSync(path, 'utf8')]),
);
const attestations = [
  ...[{ for: 'C86', by: 'Li', on: '2026-01-02', evidence: 'plan.pdf', isExpired: false, path: 'q.yaml', line: 3 }],
  ...[{ for: 'C89', by: 'Li', on: '2025-01-02', evidence: 'plan.pdf', isExpired: true, path: 'q.yaml', line: 9 }],
];
const spec = assessTree(SPEC, { attestations });
const [made = {}] = generatedWorkspaces(1);
/** The server sheet of the template needs one thing of its kind. */
const single = assessTree({ 'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n' });
const assessments = {
  specification: {
    ...spec,
    changes: {
      since: { date: '2026-01-31', version: '0.0.9', ruleSet: 'other' },
      isSameRuleSet: false,
      counts: { repaired: 1, open: 0, new: 1, unjudged: 0 },
      all: [
        { state: 'repaired' as const, rule: 'MLPS-RUN-008', before: { path: 'compose.yaml', line: 3, message: 'x' } },
        { state: 'new' as const, rule: spec.findings[0]!.rule, after: 0 },
      ],
    },
  },
  generated: assessTree(made),
  single,
  empty: assessTree({}),
};

const PROPOSED =
  /(?:不|部分)符合（建议值）|建议值：(?:不|部分)符合，|(?:Not|Partly) compliant \\?\(proposed\\?\)|Proposed: (?:不|部分)符合\./g;
const VERDICT = /.*(?:符合|重大风险|complian|conform|得分|合规率|达标|\bscore|\bpassed\b|\d\s*[%％]).*/gi;

/** Without what stands as a proposal, and without what is quoted of the files. */
function verdictsIn(text: string, { assessment }: AssessmentInput): string[] {
  const quoted = assessment.findings.map(({ excerpt }) => excerpt).filter((excerpt) => /\d\s*%/.test(excerpt));
  const said = quoted.reduce((rest, excerpt) => rest.replaceAll(excerpt, ''), text.replace(PROPOSED, ''));
  return said.match(VERDICT) ?? [];
}

/** Cells of a table; one of verdicts may hold a word of the sheet where its record calls it a proposal. */
function verdictsInRows(rows: readonly string[][], input: AssessmentInput): string[] {
  const ofSheet = (cell: string, row: readonly string[]) =>
    cell === '符合情况' ||
    (/^(?:不|部分)符合$/.test(cell) && row.some((other) => new RegExp(`(?:建议值：|Proposed: )${cell}`).test(other)));
  return rows.flatMap((row) => row.flatMap((cell) => (ofSheet(cell, row) ? [] : verdictsIn(cell, input))));
}

const cellsOf = async (book: Uint8Array) =>
  (await readXlsx(book)).sheets.flatMap(({ rows }) => rows.map((row) => row.map((cell) => String(cell ?? ''))));

const cases = Object.keys(assessments).flatMap((name) =>
  (['en', 'zh-cn'] as const).map((locale) => [name, locale] as const),
);

describe.each(cases)('of %s in %s', (name, locale) => {
  const assessment = assessments[name as keyof typeof assessments];
  const input: AssessmentInput = { assessment, rules, locale };

  it('the page and the text have none', () => {
    const page = assessmentReporters.html.write(input);
    const text = page.replace(/<style>.*?<\/style>|<(code|q)>.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '\n');
    expect(verdictsIn(text, input)).toEqual([]);
    expect(verdictsIn(assessmentReporters.markdown.write(input).replace(/`[^`\n]*`/g, ''), input)).toEqual([]);
  });

  it('the data has none, neither as a key nor as a word', () => {
    const written: object = JSON.parse(assessmentReporters.json.write(input));
    const told: string[] = [];
    JSON.stringify(written, (key, value: unknown) => {
      if (/verdict|conclu|rate$|score|compl|pass|符合/i.test(key)) told.push(key);
      if (typeof value === 'string' && key !== 'excerpt') told.push(...verdictsIn(value, input));
      return value;
    });
    expect(told).toEqual([]);
  });

  it('the tables have none', async () => {
    const reporters: [string, AssessmentReporter][] = Object.entries(assessmentReporters);
    const tables = reporters.filter(([, { hasLayouts }]) => hasLayouts);
    expect(tables.map(([format]) => format)).toEqual(['csv', 'xlsx']);
    for (const layout of reportLayouts) {
      const given = { ...input, layout };
      for (const { text } of assessmentReporters.csv.files(given))
        expect(
          verdictsInRows(
            parseCsv(`sep=,\n${text.slice(1)}`).map(({ fields }) => fields),
            input,
          ),
        ).toEqual([]);
      expect(verdictsInRows(await cellsOf(assessmentReporters.xlsx.write(given)), input)).toEqual([]);
    }
  });
});

it('what is written into somebody’s workbook has none', async () => {
  const input: AssessmentInput = { assessment: single, rules, locale: 'zh-cn' };
  // What the assessor wrote is the assessor's.
  const sheet = SERVER_SHEET.replace('<t>符合</t>', '<t>见记录</t>');
  const { book } = fillTemplate(templateBook({ '安全计算环境-XX服务器': sheet }), input);
  const rows = await cellsOf(book!);
  expect(rows.flat()).toContain('不符合');
  expect(verdictsInRows(rows, input)).toEqual([]);
});

it('would tell of one', () => {
  const input: AssessmentInput = { assessment: single, rules, locale: 'en' };
  for (const text of ['结论：基本符合', '存在重大风险隐患', 'Compliant', 'rate 87.5 %', '符合', '不符合'])
    expect(verdictsInRows([[text, '建议值：部分符合，由测评人员判定。']], input)).toEqual([text]);
});
