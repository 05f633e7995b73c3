/** What writers do with texts that formats have no place for, with nothing, and with forms full of other things. */
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { issuesOf } from '../../../../../src/worker/compliance/assess/issues';
import { reportLayouts } from '../../../../../src/worker/compliance/assess/report/assessmentInput';
import { type AssessmentInput, assessmentReporters } from '../../../../../src/worker/compliance/assess/report/index';
import { fillTemplate } from '../../../../../src/worker/compliance/assess/report/template/fillTemplate';
import { inflate } from '../../../../../src/worker/compliance/assess/report/workbook/zipDeflate';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../../../src/worker/protocol/assessment';
import { parseCsv } from '../../../../../src/worker/qr/batch/csv';
import { readZip } from '../../../../../src/worker/zip/readZip';
import { assessTree } from '../assessTree';
import { bookOf, SERVER_SHEET, templateBook } from './templateBook';
import { faultsOf } from './wellFormed';

const FEW = 6;
const SHEET = '安全计算环境-XX服务器';
const judged = assessTree(
  { 'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n    ports: ["22:22"]\n' },
  {
    attestations: [
      { for: 'C86', by: 'Li', on: '2026-01-02', evidence: 'x', note: 'x', isExpired: false, path: 'q.yaml', line: 3 },
    ],
  },
);
const issues = (findings: Assessment['findings']) => issuesOf(findings, (id) => rules.find((rule) => rule.id === id));
const few = (indexes: number[]) => indexes.filter((index) => index < FEW);
/** Some of the findings and items are enough. */
const whole: Assessment = {
  ...judged,
  findings: judged.findings.slice(0, FEW),
  issues: issues(judged.findings.slice(0, FEW)),
  rows: judged.rows.map((row) => ({ ...row, findings: few(row.findings) })),
  items: judged.items.flatMap((item, i) => {
    const [findings, near] = [few(item.findings), few(item.near)];
    return findings.length + near.length > 0 || i % 10 === 0 ? [{ ...item, findings, near }] : [];
  }),
  highRisk: judged.highRisk.map((each) => ({ ...each, findings: few(each.findings) })),
};

/** Says the text wherever a text comes from files or from people. */
function saying(text: string): Assessment {
  const findings = whole.findings.map((finding, i) => ({
    ...{ ...finding, path: text, message: text, excerpt: text },
    ...(i % 2 > 0 && { suppressed: { reason: text } }),
  }));
  return {
    ...whole,
    findings,
    issues: issues(findings),
    files: whole.files.map((file) => ({ ...file, path: text })),
    notJudged: [{ path: text, reason: text }],
    configs: [{ path: text, ignored: 1, problems: { count: 1, first: [{ line: 1, message: text }] } }],
    objects: whole.objects.map((object) => ({
      ...{ ...object, name: text, root: text, places: [{ path: text, line: 1 }] },
      unknown: [{ path: text, line: 1, text }],
    })),
    attestations: whole.attestations.map((each) => ({ ...each, by: text, evidence: text, note: text, path: text })),
  };
}

const TEXTS: [name: string, text: string][] = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '|cmd', '"', 'a"b', "'", ','].map(
    (text): [string, string] => [text, text],
  ),
  ['line breaks', 'a\nb\r\nc\rd\u2028e\u2029f\u0085g'],
  ['NUL', 'a\0b'],
  ['control characters', '\u0001\u0008\u000b\u000c\u001b[31m\u007f\u009b'],
  ['half of a pair at the end', 'a\ud83d'],
  ['half of a pair at the start', '\ude00a'],
  ['direction', '\u202egnp\u202c\u2066x\u2069\u200f\u061c'],
  ['no characters of XML', 'a\ufffeb\uffff'],
  ['entities', ']]>&amp;&#0;<![CDATA[<!--'],
  ['an escape of workbooks', '_x0000__x005F_'],
  ['nothing', ''],
  ['blanks', '   '],
  ['long', 'x'.repeat(33_000)],
  ['long, of pairs', `a${'😀'.repeat(16_500)}`],
  ['long, of what is shown longer', '\0'.repeat(7000)],
];

/** What XML 1.0 does not take, and halves of surrogate pairs. */
const NO_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Moves or hides text for whoever reads it. */
const MOVES = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const MAX_CELL = 32_767;

const partsOf = (book: Uint8Array) =>
  readZip(book).map(({ name, data, size }) => ({
    name,
    text: new TextDecoder('utf-8', { fatal: true }).decode(inflate(data, size)),
  }));

describe.each(TEXTS)('a text of %s', (_, text) => {
  const input: AssessmentInput = { assessment: saying(text), rules, locale: 'zh-cn' };

  it('leaves the page well formed, and is text there', () => {
    const page = assessmentReporters.html.write(input);
    expect(faultsOf(page)).toEqual([]);
    expect(page).not.toMatch(NO_XML);
    expect(page).not.toMatch(MOVES);
  });

  it('leaves the tables of Markdown as wide as they are', () => {
    const markdown = assessmentReporters.markdown.write(input);
    expect(markdown).not.toMatch(NO_XML);
    expect(markdown).not.toMatch(MOVES);
    for (const table of markdown.split('\n\n').filter((part) => part.startsWith('|'))) {
      const lines = table.trimEnd().split('\n');
      expect(lines.filter((line) => !line.startsWith('|') || !line.endsWith('|'))).toEqual([]);
      expect(new Set(lines.map((line) => line.split(/(?<!\\)\|/).length)).size).toBe(1);
    }
  });

  it('is the same text for whoever parses the data', () => {
    const written = assessmentReporters.json.write(input);
    expect(written).not.toMatch(NO_XML);
    expect(written).not.toMatch(MOVES);
    const { findings, objects, attestations }: Assessment = JSON.parse(written);
    expect([findings[0]!.message, findings[0]!.path, objects[0]!.name, attestations[0]!.by]).toEqual(
      Array(4).fill(text),
    );
  });

  it.each(reportLayouts)('is a cell that shows it and does nothing: %s', async (layout) => {
    const given = { ...input, layout };
    const rows = assessmentReporters.csv.files(given).flatMap((file) => {
      expect(file.path).not.toMatch(NO_XML);
      expect(file.text).not.toMatch(NO_XML);
      return parseCsv(`sep=,\n${file.text.slice(1)}`).map(({ fields }) => fields);
    });
    const book = assessmentReporters.xlsx.write(given);
    for (const part of partsOf(book)) expect(NO_XML.exec(part.text)?.[0] ?? '').toBe('');
    const { sheets } = await readXlsx(book);
    const cells = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => row.map((cell) => String(cell ?? ''))));
    for (const cell of [...rows.flat(), ...cells]) {
      expect(cell.length).toBeLessThanOrEqual(MAX_CELL);
      expect(FORMULA.exec(cell)?.[0] ?? '').toBe('');
      expect(MOVES.exec(cell)?.[0] ?? '').toBe('');
    }
  });

  it('goes into a form as a cell', async () => {
    const one = {
      ...input,
      assessment: { ...input.assessment, objects: input.assessment.objects.map((each) => ({ ...each, name: 'web' })) },
    };
    const { book } = fillTemplate(templateBook(), one);
    const sheet = partsOf(book!).find(({ name }) => name === 'xl/worksheets/sheet1.xml')!.text;
    expect(NO_XML.exec(sheet)?.[0] ?? '').toBe('');
    const { sheets } = await readXlsx(book!);
    const records = sheets.flatMap(({ rows }) => rows.map((row) => String(row[3] ?? '')));
    expect(records.some((record) => record.includes('建议值'))).toBe(true);
    for (const record of records) expect(record.length).toBeLessThanOrEqual(MAX_CELL);
  });
});

describe('of nothing', () => {
  const nothing = { 'no files': assessTree({}), 'no findings': { ...judged, findings: [], issues: [], highRisk: [] } };
  it.each(Object.entries(nothing))('each format says so: %s', async (_, given) => {
    const bare = { state: 'unknown' as const, findings: [], near: [] };
    const assessment: Assessment = {
      ...given,
      rows: given.rows.map((row) => ({ ...row, findings: [] })),
      items: given.items.map((item) => (item.findings.length + item.near.length > 0 ? { ...item, ...bare } : item)),
    };
    for (const locale of ['en', 'zh-cn'] as const) {
      const input: AssessmentInput = { assessment, rules, locale };
      expect(faultsOf(assessmentReporters.html.write(input))).toEqual([]);
      expect(assessmentReporters.markdown.write(input)).toMatch(/^# /);
      expect(JSON.parse(assessmentReporters.json.write(input))).toMatchObject({ findings: [], issues: [] });
      for (const layout of reportLayouts) {
        const files = assessmentReporters.csv.files({ ...input, layout });
        const { sheets } = await readXlsx(assessmentReporters.xlsx.write({ ...input, layout }));
        expect(sheets).toHaveLength(Math.max(1, files.length));
      }
    }
  });

  it('a form is left as it is', () => {
    const { book, sheets } = fillTemplate(templateBook(), { assessment: assessTree({}), rules, locale: 'zh-cn' });
    expect(book).toBeUndefined();
    expect(sheets).toEqual([{ sheet: SHEET, problem: 'none' }]);
  });
});

describe('a form', () => {
  const input: AssessmentInput = { assessment: judged, rules, locale: 'zh-cn' };
  const xmlOf = (book: Uint8Array) => partsOf(book).find(({ name }) => name === 'xl/worksheets/sheet1.xml')!.text;

  it('of whose rows none is known gets nothing, and they are named', () => {
    const other = SERVER_SHEET.replace(/a\)|b\)|c）/g, 'y)').replace(/<t>[abc]<\/t>/g, '<t>y</t>');
    const { book, sheets } = fillTemplate(templateBook({ [SHEET]: other }), input);
    expect(book).toBeUndefined();
    expect(sheets).toEqual([{ sheet: SHEET, object: 'web', filled: [], kept: [], unmatched: [3, 4, 5, 6, 7] }]);
  });

  /** Beside the cells: what makers of forms put into them. */
  const around = (xml: string): string =>
    xml
      .replace(
        '<cols>',
        '<dimension ref="A1:F7"/><sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView></sheetViews><cols>',
      )
      .replace(
        '<mergeCells count="1"><mergeCell ref="B3:B4"/></mergeCells>',
        '<sheetProtection sheet="1" objects="1"/><autoFilter ref="A2:F7"/><mergeCells count="2"><mergeCell ref="B3:B4"/><mergeCell ref="D5:D6"/></mergeCells><conditionalFormatting sqref="E3:E7"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"不符合"</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="E3:E7"><formula1>"符合,部分符合,不符合,不适用"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="C3" r:id="h1"/></hyperlinks><legacyDrawing r:id="d1"/><extLst><ext uri="{x}"><x/></ext></extLst>',
      );
  /** All but the cells that may be filled in. */
  const outside = (xml: string): string => xml.replace(/<c r="[DEF][3-7]"[^>]*?(?:\/>|>.*?<\/c>)/gs, '');

  it('keeps merged cells, formats, rules for its cells and all else, byte for byte', () => {
    const sheet = around(SERVER_SHEET);
    const template = templateBook({ [SHEET]: sheet });
    const { book, sheets } = fillTemplate(template, input);
    expect(sheets).toMatchObject([{ filled: [3, 5], kept: [4, 7], unmatched: [6] }]);
    const filled = xmlOf(book!);
    expect(outside(filled)).toBe(outside(sheet));
    // The first cell of merged ones is written, those that it covers are not.
    expect(filled).toMatch(/<c r="D5" s="7" t="inlineStr">/);
    expect(filled).not.toMatch(/<c r="D6"/);
    for (const row of [4, 7]) {
      const cellsOf = (xml: string) => xml.match(new RegExp(`<row r="${row}".*?</row>`, 's'))![0];
      expect(cellsOf(filled)).toBe(cellsOf(sheet));
    }
    const others = (file: Uint8Array) => readZip(file).filter(({ name }) => name !== 'xl/worksheets/sheet1.xml');
    expect(others(book!)).toEqual(others(template));
  });

  it('keeps a formula for evidence, also one that has no value yet', () => {
    const withEvidence = SERVER_SHEET.replace(
      '</row>\n<row r="2">',
      `<c r="F1" t="inlineStr"><is><t>证据文件</t></is></c></row>\n<row r="2">`,
    )
      .replace('<c r="E3" s="8"/>', '<c r="E3" s="8"/><c r="F3" s="7"><f>HYPERLINK("x")</f><v></v></c>')
      .replace('<c r="F5"><f>1+1</f><v>2</v></c>', '<c r="F5" s="7"/>');
    const filled = xmlOf(fillTemplate(templateBook({ [SHEET]: withEvidence }), input).book!);
    expect(filled).toContain('<c r="F3" s="7"><f>HYPERLINK("x")</f><v></v></c>');
    expect(filled).toMatch(/<c r="F5" s="7" t="inlineStr">.*compose\.yaml sha256:/s);
  });

  it('without any sheet of results is left', () => {
    const { book, sheets } = fillTemplate(templateBook({ 说明: SERVER_SHEET }), input);
    expect([book, sheets]).toEqual([undefined, []]);
    expect(() => fillTemplate(bookOf({ 'xl/workbook.xml': '' }), input)).toThrow('book-');
  });
});
