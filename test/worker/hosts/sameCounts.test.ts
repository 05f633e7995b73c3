/** The same findings, counted the same, in every way in which they are told: samples and generated workspaces. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { run as lint } from '../../../src/cli/lint';
import { run as report } from '../../../src/cli/report';
import { type ChecklistNode, checklistNodes } from '../../../src/extension/features/checklistNodes';
import { jsonAssessment } from '../../../src/worker/compliance/assess/report/json';
import { finished } from '../../../src/worker/compliance/finished';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { Assessment } from '../../../src/worker/protocol/assessment';
import { assessMethod, type Checklist, reportMethod } from '../../../src/worker/protocol/checklist';
import type { FileFindings } from '../../../src/worker/protocol/finding';
import { parseCsv } from '../../../src/worker/qr/batch/csv';
import { cellText } from '../../../src/worker/text/cellText';
import { cli } from '../../cli/lintKit';
import { type Host, overStdio } from './connect';
import { generatedWorkspaces } from './generatedWorkspaces';

const SAMPLES = join(import.meta.dirname, '../../../samples');
const CONFIG = `profile: mlps3
waivers:
  - rule: MLPS-RUN-008
    reason: until the new host is there
    until: 2099-12-31
`;
const SUPPRESSED = 'FROM postgres:latest # mlps-lint disable-line MLPS-IMG-002 -- a mirror of ours pins it\n';

const workspaces: Record<string, (root: string) => void> = {
  samples: (root) => cpSync(SAMPLES, root, { recursive: true, filter: (path) => !path.endsWith('pictures') }),
  generated(root) {
    for (const [i, files] of generatedWorkspaces(5).entries())
      for (const [name, text] of Object.entries({ ...files, 'old/Dockerfile': SUPPRESSED })) {
        const path = join(root, `made${i}`, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
  },
};

/** Rules on what a service lacks: the Problems panel says them together. */
const lacks = new Set<string>(rules.flatMap(({ id, hardening }) => (hardening ? id : [])));
const TOGETHER = 'MLPS-RUN-000';
const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'];
const RISKS = { high: '高风险', medium: '中风险', low: '低风险' };

describe.each(Object.keys(workspaces))('%s', (name) => {
  let root = '';
  let host: Host;
  let counts: Record<string, number>;
  /** `rule path line severity` of each finding of `lint`. */
  let found: string[];
  let uris: string[];
  /** The report as data. */
  let written: string;
  let assessment: Assessment;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'counts-'));
    workspaces[name]!(root);
    writeFileSync(join(root, '.qrcodemaster.yaml'), CONFIG);
    const linted = JSON.parse((await cli(['--format', 'json', root], '', lint)).out);
    counts = linted.summary;
    found = (linted.files as FileFindings[]).flatMap(({ path, findings }) =>
      findings.flatMap(({ rule, range, severity, suppressed }) =>
        suppressed ? [] : [rule, relative(root, path), range.start.line + 1, severity].join(' '),
      ),
    );
    uris = linted.files.map(({ path }: { path: string }) => pathToFileURL(path).href);
    written = (await reported('json')).toString();
    assessment = JSON.parse(written);
    host = overStdio();
    host.connection.listen();
    await host.connection.sendRequest('initialize', {
      processId: null,
      rootUri: pathToFileURL(root).href,
      locale: 'en',
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await host.connection.sendNotification('initialized', {});
  });
  afterAll(() => {
    host.end();
    rmSync(root, { recursive: true });
  });

  /** The bytes of `report`, or of the files that it makes, by their names. */
  async function reported(format: string, layout?: string): Promise<Buffer> {
    const out = `${root}.${format}`;
    const args = [root, '--format', format, '-o', out, ...(layout === undefined ? [] : ['--layout', layout])];
    try {
      await cli(args, '', report);
      return readFileSync(out);
    } finally {
      rmSync(out, { force: true });
    }
  }
  async function perObject(layout: string): Promise<[name: string, rows: string[][]][]> {
    const folder = mkdtempSync(join(tmpdir(), 'tables-'));
    try {
      await cli([root, '--format', 'csv', '--layout', layout, '-o', join(folder, 'out')], '', report);
      const made = join(folder, 'out');
      return readdirSync(made).map((file) => [file.slice(0, -'.csv'.length), cells(readFileSync(join(made, file)))]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const cells = (csv: Buffer): string[][] => parseCsv(`sep=,\n${csv.toString().slice(1)}`).map(({ fields }) => fields);
  const sheetsOf = async (book: Buffer): Promise<[name: string, rows: string[][]][]> =>
    (await readXlsx(book)).sheets.map((sheet) => [
      sheet.name,
      sheet.rows.map((row) => row.map((cell) => String(cell ?? ''))),
    ]);
  const trimmed = (rows: readonly string[][]) => rows.map((row) => row.join('\u0000').replace(/\0+$/, ''));

  it('has findings of several severities', () => {
    expect(SEVERITIES.slice(1).filter((severity) => counts[severity]! > 0).length).toBeGreaterThan(1);
  });

  it('has them in the Problems panel, what a service lacks as one', async () => {
    const { items } = await host.connection.sendRequest<{ items: { uri: string; items: Diagnostic[] }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    const shown = items.flatMap(({ uri, items: each }) =>
      uri.endsWith('.qrcodemaster.yaml')
        ? []
        : each.map(({ code, severity, range }) => {
            const path = decodeURIComponent(uri.slice(pathToFileURL(root).href.length + 1));
            return [code, path, range.start.line + 1, SEVERITIES[severity!]].join(' ');
          }),
    );
    const isApart = (key: string) => !lacks.has(key.split(' ')[0]!) && !key.startsWith(TOGETHER);
    expect(shown.filter(isApart).sort()).toEqual(found.filter(isApart).sort());
    // What stands together stands where at least one of them does.
    const places = (keys: readonly string[]) => new Set(keys.map((key) => key.split(' ')[1]));
    const together = shown.filter((key) => !isApart(key));
    expect(places(together)).toEqual(places(found.filter((key) => !isApart(key))));
  });

  it('has them in the data of the report', () => {
    expect(assessment.counts).toEqual(counts);
    const live = assessment.findings.filter(({ suppressed }) => !suppressed);
    expect(live.map(({ rule, path, line, severity }) => [rule, path, line, severity].join(' ')).sort()).toEqual(
      found.sort(),
    );
    expect(assessment.findings.length - live.length).toBe(counts.suppressed);
    expect(assessment.files).toHaveLength(counts.files!);
  });

  it('has them in the view, whose tree shows each row and what was found', async () => {
    const checklist = await host.connection.sendRequest<Checklist>(assessMethod.method, { uris });
    expect(finished(jsonAssessment({ assessment: checklist.assessment, rules, locale: 'en' }))).toBe(written);

    const say = {
      count: (open: number, all: number) => `${open}/${all}`,
      suppressed: '',
      near: '',
      attested: () => '',
    };
    const tree = (grouping: 'section' | 'clause') => checklistNodes(checklist, { grouping, filter: 'all' }, say);
    const all = (nodes: readonly ChecklistNode[]): ChecklistNode[] =>
      nodes.flatMap((node) => [node, ...all(node.children)]);
    const rows = all(tree('section')).filter(({ kind }) => kind === 'row');
    const inState = (state: string) => rows.filter((row) => row.state === state).length;
    expect(Object.keys(assessment.coverage.rows).map(inState)).toEqual(Object.values(assessment.coverage.rows));
    const shown = (['section', 'clause'] as const).flatMap((grouping) =>
      all(tree(grouping)).flatMap(({ kind, id }) => (kind === 'finding' ? Number(id.split('/').at(-1)) : [])),
    );
    const cited = [
      ...assessment.rows,
      ...assessment.items.flatMap(({ findings, near }) => [{ findings }, { findings: near }]),
    ];
    expect(new Set(shown)).toEqual(new Set(cited.flatMap(({ findings }) => findings)));
  });

  it.each(['html', 'markdown'])('has their counts in %s, and each of them', async (format) => {
    const text = (await reported(format)).toString();
    const numbers = ['error', 'warning', 'info', 'hint', 'suppressed'].map((key) => String(counts[key]));
    const told =
      format === 'html'
        ? [...text.matchAll(/<tr><th scope="row">[^<]*<\/th>((?:<td>\d+<\/td>){5})<\/tr>/g)].map(([, row]) =>
            row!.match(/\d+/g),
          )
        : [...text.matchAll(/^\| (?:[^|\n]+ \| )?(\d+ \| \d+ \| \d+ \| \d+ \| \d+) \|$/gm)].map(([, row]) =>
            row!.split(' | '),
          );
    expect(told).toContainEqual(numbers);
    if (format === 'html') expect(text.match(/<tr id="f\d+"/g) ?? []).toHaveLength(assessment.findings.length);
    const { bytes } = await host.connection.sendRequest<{ bytes: string }>(reportMethod.method, { uris, format });
    expect(Buffer.from(bytes, 'base64').toString()).toBe(text);
  });

  it('has all of them in the tables, CSV and XLSX alike', async () => {
    for (const layout of ['full', 'issues']) {
      const rows = cells(await reported('csv', layout));
      const [[, inBook] = ['', []]] = await sheetsOf(await reported('xlsx', layout));
      expect(trimmed(inBook)).toEqual(trimmed(rows));
      const [header = [], ...records] = rows;
      const column = (title: string) => records.map((row) => row[header.indexOf(title)]!);
      if (layout === 'issues') {
        expect(records).toHaveLength(assessment.issues.length);
        expect(column('风险等级')).toEqual(assessment.issues.map(({ risk }) => RISKS[risk]));
        continue;
      }
      const [ids, paths, lines, severities, waived] = ['规则', '文件', '行', '级别', '忽略理由'].map(
        column,
      ) as string[][];
      const listed = ids!.flatMap((id, i) =>
        paths![i] ? [[id, paths![i], lines![i], severities![i], waived![i] ? 'suppressed' : ''].join(' ')] : [],
      );
      expect(new Set(listed)).toEqual(
        new Set(
          assessment.findings.map(({ rule, path, line, severity, suppressed }) =>
            [rule, cellText(path), line, severity, suppressed ? 'suppressed' : ''].join(' '),
          ),
        ),
      );
    }
  });

  it.each(['worksheet', 'result-book', 'paste'])('has the same cells in CSV and XLSX: %s', async (layout) => {
    const files = new Map(await perObject(layout));
    const sheets = await sheetsOf(await reported('xlsx', layout));
    expect(sheets.map(([title]) => title).sort()).toEqual([...files.keys()].sort());
    for (const [title, rows] of sheets) expect(trimmed(rows)).toEqual(trimmed(files.get(title)!));
  });
});
