/** `report`: the whole checklist out of files, by the command line. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { type Judge, lintInTime } from '../../src/cli/lintInTime';
import { run } from '../../src/cli/report';
import type { Assessment } from '../../src/worker/protocol/assessment';
import { cli, dir, newFolder, put } from './lintKit';

beforeEach(newFolder);
const page = (...args: string[]) => cli(args, '', run);
const report = (...args: string[]) => page('--format', 'json', ...args);
const COMPOSE = 'services:\n  web:\n    image: nginx:latest\n    privileged: true\n';

it('names files by the folder of the report, each with the hash of its bytes', async () => {
  put('shop/compose.yaml', COMPOSE);
  const { code, out } = await report(dir, '--date', '2026-01-31');
  const assessment = JSON.parse(out) as Assessment;
  expect(code).toBe(0);
  expect(assessment.date).toBe('2026-01-31');
  expect(assessment.files).toEqual([
    {
      path: 'shop/compose.yaml',
      kind: 'compose',
      sha256: createHash('sha256').update(COMPOSE).digest('hex'),
      size: COMPOSE.length,
    },
  ]);
  expect(assessment.objects[0]).toMatchObject({ kind: 'service', name: 'web', root: 'shop' });
  expect(out).not.toContain(dir);
});

it('counts as `lint` does', async () => {
  put('compose.yaml', COMPOSE);
  put('.qrcodemaster.yaml', 'profile: mlps3\n');
  const linted = JSON.parse((await cli(['--format', 'json', dir])).out);
  const { counts } = JSON.parse((await report(dir)).out) as Assessment;
  expect(counts).toEqual(linted.summary);
});

it('writes the same bytes for the same files', async () => {
  put('compose.yaml', COMPOSE);
  const one = await report(dir, '--date', '2026-01-31');
  expect((await report(dir, '--date', '2026-01-31')).out).toBe(one.out);
});

it('writes a page unless another format is asked for', async () => {
  put('compose.yaml', COMPOSE);
  const file = join(dir, 'report.html');
  const { code, out } = await page(dir, '-o', file, '--date', '2026-01-31');
  expect([code, out]).toEqual([0, '']);
  const html = readFileSync(file, 'utf8');
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).toContain('<code>compose.yaml:4</code>');
  expect(html).not.toContain(dir);
  expect((await page(dir, '--date', '2026-01-31')).out).toBe(html);
});

it.each([
  ['report.MD', /^# /],
  ['report.json', /^\{/],
  ['report.csv', /^\uFEFF/],
  ['report.xlsx', /^PK/],
  ['report.txt', /^<!doctype html>/],
])('takes the format of %s by its ending, unless one is named', async (name, begins) => {
  put('compose.yaml', COMPOSE);
  const file = join(dir, name);
  expect((await page(dir, '-o', file)).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(begins);
  expect((await page(dir, '--format', 'json', '-o', file, '--force')).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^\{/);
});

it('writes Markdown', async () => {
  put('compose.yaml', COMPOSE);
  expect((await page(dir, '--format', 'markdown')).out).toMatch(/^# [^\n]+\n\n/);
});

it('replaces no file unasked', async () => {
  put('compose.yaml', COMPOSE);
  const file = put('report.json', 'mine');
  expect((await report(dir, '-o', file)).code).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect((await report(dir, '-o', file, '--force')).code).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8')).schema).toBe(1);
});

it('says what could not be judged, and leaves with 2', async () => {
  put('compose.yaml', COMPOSE);
  const missing = join(dir, 'gone.yaml');
  const { code, out, err } = await report(dir, missing);
  expect(code).toBe(2);
  expect(err).toContain('gone.yaml');
  expect((JSON.parse(out) as Assessment).notJudged).toHaveLength(1);
});

const statement = (...lines: string[]) =>
  `attestations:\n  - ${['by: Li Wei', 'evidence: docs/plan.pdf', ...lines].join('\n    ')}\n`;

it.each([
  ['does not parse', 'profile: [mlps3\n', 1, 'not valid YAML'],
  ['has unknown keys', 'profile: mlps3\ncolour: red\nshape: x\nsize: 1\nform: y\n', 4, 'colour'],
  ['attests without a day', statement('row: C86'), 1, 'the attestation has no effect'],
  ['attests a row that there is not', statement('row: C93', 'on: 2026-01-10'), 1, 'no row .*C93.* no effect'],
  ['attests a clause that there is not', statement('clause: 9.9.9 z', 'on: 2026-01-10'), 1, '9.9.9 z.* no effect'],
  ['attests on no day of the calendar', statement('row: C86', 'on: 2026-02-30'), 1, 'dated by it has no effect'],
])('says what is wrong in a configuration that %s, and leaves with 2', async (_, text, least, words) => {
  put('compose.yaml', COMPOSE);
  put('.qrcodemaster.yaml', text);
  const { code, out } = await report(dir);
  expect(code).toBe(2);
  const [{ path, problems }] = (JSON.parse(out) as Assessment).configs as [Assessment['configs'][number]];
  expect(path).toBe('.qrcodemaster.yaml');
  expect(problems!.count).toBeGreaterThanOrEqual(least);
  expect(problems!.first.length).toBe(Math.min(3, problems!.count));
  expect(problems!.first[0]!.message).toMatch(new RegExp(words));
  expect((JSON.parse(out) as Assessment).attestations).toEqual([]);
  for (const format of ['html', 'markdown'])
    expect((await page(dir, '--format', format)).out.replaceAll('\\', '')).toMatch(
      new RegExp(`qrcodemaster.*${problems!.count} problems?: line ${problems!.first[0]!.line}: .*${words}`),
    );
});

it.each([
  ['changed', (path: string) => writeFileSync(path, 'services: {}\n')],
  ['removed', (path: string) => rmSync(path)],
])('names a file that is %s while others are judged, and leaves with 2', async (_, change) => {
  const first = put('a/compose.yaml', COMPOSE);
  put('b/compose.yaml', COMPOSE);
  const judge: Judge = (...given) => {
    if (given[0].uri.endsWith('/b/compose.yaml')) change(first);
    return lintInTime(...given);
  };
  const { code, out, err } = await cli([dir, '--format', 'json'], '', (args, io) => run(args, io, judge));
  expect(code).toBe(2);
  expect(err).toContain('a/compose.yaml: The file changed while the report was made');
  const { files, notJudged } = JSON.parse(out) as Assessment;
  expect(files[0]!.sha256).toBe(createHash('sha256').update(COMPOSE).digest('hex'));
  expect(notJudged.map(({ path }) => path)).toEqual(['a/compose.yaml']);
});

// A folder without rights: test/faults/commandLine.test.ts, where root can be somebody else.
it.each(['report.json', 'deeper/report.json'])('leaves nothing behind where it cannot write: %s', async (name) => {
  put('compose.yaml', COMPOSE);
  const inTheWay = put('out', 'a file, no folder');
  await expect(report(dir, '-o', join(inTheWay, name))).rejects.toMatchObject({ code: 'file-unwritable' });
  expect(readdirSync(dir).sort()).toEqual(['compose.yaml', 'out']);
  expect(readFileSync(inTheWay, 'utf8')).toBe('a file, no folder');
});

it.each([
  [['--date', '2026-02-30', 'x'], /--date/],
  [['--format', 'pdf', 'x'], /--format/],
  [['--format', 'csv', '--layout', 'appendix-b', 'x'], /--compare/],
  [['--template', 'a.xlsx', 'x'], /name it with -o/],
  [['--template', 'a.xlsx', '--layout', 'paste', '-o', 'b.xlsx', 'x'], /leave --format and --layout out/],
  [['--format', 'xlsx', 'x'], /written to a file/],
  [['--layout', 'issues', 'x'], /--layout is for tables/],
  [['--format', 'csv', '--layout', 'pages', 'x'], /--layout/],
  [['--format', 'csv', '--layout', 'worksheet', 'x'], /name a folder with -o/],
  [[], /at least one/],
])('refuses %j', async (args, message) => {
  const { code, err } = await report(...args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

it('makes a report of a folder without deployment files', async () => {
  put('notes.txt', 'x');
  const { code, out, err } = await report(dir);
  expect(code).toBe(0);
  expect(err).toContain('No deployment files');
  expect((JSON.parse(out) as Assessment).coverage.decided.byFiles).toBe(5);
});

const PLAN = `attestations:
  # of the plan
  - row: C86
    by: Li Wei
    on: 2026-01-10
    until: 2026-12-31
    evidence: docs/plan.pdf
  - clause: 8.1.10.13 a
    by: Li Wei
    on: 2026-01-10
    evidence: docs/plan.pdf
    note: with the drill
`;
const rowOf = ({ rows }: Assessment, row: string) => rows.find(({ id }) => id === row)!;
const attested = async (date: string, ...more: string[]) =>
  JSON.parse((await report(dir, '--date', date, ...more)).out) as Assessment;

it('counts what people attest, with the line that it stands in, until the day that it ends', async () => {
  put('shop/compose.yaml', COMPOSE);
  put('shop/web/Dockerfile', 'FROM nginx:1.29\n');
  put('shop/.qrcodemaster.yaml', PLAN);
  const assessment = await attested('2026-12-31');
  const [row, clause] = assessment.attestations;
  const same = { by: 'Li Wei', on: '2026-01-10', evidence: 'docs/plan.pdf', isExpired: false };
  const path = 'shop/.qrcodemaster.yaml';
  expect(assessment.attestations).toHaveLength(2);
  expect(row).toEqual({ ...same, for: 'C86', until: '2026-12-31', path, line: 3 });
  expect(clause).toEqual({ ...same, for: '8.1.10.13 a', note: 'with the drill', path, line: 8 });
  expect(rowOf(assessment, 'C86')).toMatchObject({ state: 'met', reason: 'attested', attestation: 0 });
  expect(assessment.coverage.decided.attested).toBe(1);

  const later = await attested('2027-01-01');
  expect(later.attestations[0]!.isExpired).toBe(true);
  expect(rowOf(later, 'C86')).toMatchObject({ state: 'manual', reason: 'expired' });
  const earlier = await attested('2026-01-09');
  expect(earlier.attestations).toEqual([]);
  expect(rowOf(earlier, 'C86')).toMatchObject({ state: 'manual', reason: 'person' });
});

it('tells of an attestation that is over, and leaves with 0', async () => {
  put('compose.yaml', COMPOSE);
  const config = put('.qrcodemaster.yaml', PLAN);
  const { code, err } = await report(dir, '--date', '2027-01-01');
  expect(code).toBe(0);
  expect(err).toContain(`${config}:3: This attestation ended on 2026-12-31`);
});

it('counts no attestation of a configuration that holds for no judged file', async () => {
  put('shop/compose.yaml', COMPOSE);
  put('other/.qrcodemaster.yaml', PLAN);
  put('other/notes.txt', 'x');
  expect((await attested('2026-06-01')).attestations).toEqual([]);
  put('other/old/compose.yaml', COMPOSE);
  put('other/.qrcodemaster.yaml', `ignore: ["**"]\n${PLAN}`);
  expect((await attested('2026-06-01')).attestations).toEqual([]);
  expect((await attested('2026-06-01', '--config', join(dir, 'other/.qrcodemaster.yaml'))).files).toEqual([]);
  put('other/.qrcodemaster.yaml', PLAN);
  expect((await attested('2026-06-01')).attestations.map(({ path }) => path)).toEqual(
    Array(2).fill('other/.qrcodemaster.yaml'),
  );
});

it('undoes no finding by a statement', async () => {
  put('compose.yaml', COMPOSE);
  const failed = (await attested('2026-06-01')).rows.find(({ state }) => state === 'unmet')!;
  put('.qrcodemaster.yaml', PLAN.replace('C86', failed.id));
  expect(rowOf(await attested('2026-06-01'), failed.id)).toEqual({ ...failed, attestation: 0 });
});
