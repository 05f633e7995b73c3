/** `report --pictures`: secrets in the QR codes of pictures, in the assessor's report, never shown. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import { beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/report';
import { assessmentFormats } from '../../src/worker/compliance/index';
import type { Assessment } from '../../src/worker/protocol/assessment';
import { parseCsv } from '../../src/worker/qr/batch/csv';
import { cli, dir, newFolder, put } from './lintKit';
import { distDir, putSecretPictures, SECRETS } from './secretPictures';

const DATE = ['--date', '2026-01-31'];
const RULE = 'MLPS-SEC-008';

const report = (...args: string[]) => cli([dir, ...DATE, ...args], '', run, distDir);
async function assessed(...args: string[]): Promise<Assessment> {
  const { out } = await report('--format', 'json', ...args);
  return JSON.parse(out) as Assessment;
}
/** What was found, a picture and a message each. */
const secretsOf = ({ findings }: Assessment) =>
  findings.filter(({ rule }) => rule === RULE).map(({ path, message }) => [path, message] as const);

beforeEach(async () => {
  newFolder();
  await putSecretPictures();
});

it('names the pictures and the sort of their secrets, and hashes what was searched', async () => {
  const assessment = await assessed('--pictures');
  expect(secretsOf(assessment)).toEqual([
    ['docs/otp.png', expect.stringContaining('one-time')],
    ['docs/wifi.png', expect.stringContaining('Wi-Fi')],
  ]);
  const pictures = assessment.files.filter(({ kind }) => kind === 'picture');
  expect(assessment.pictures).toEqual({ read: 3 });
  expect(pictures).toEqual(
    ['docs/otp.png', 'docs/plain.png', 'docs/wifi.png'].map((path) => {
      const bytes = readFileSync(join(dir, path));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { path, kind: 'picture', sha256, size: bytes.length };
    }),
  );
  const [issue] = assessment.issues.filter(({ rule }) => rule === RULE);
  expect(issue!.findings).toHaveLength(2);
  expect(assessment.highRisk.find(({ id }) => id === '6.4.5.2')!.findings).toEqual(
    expect.arrayContaining(issue!.findings),
  );
  const linted = JSON.parse(
    (await cli([dir, '--pictures', '--profile', 'mlps3', '--format', 'json'], '', undefined, distDir)).out,
  );
  expect(assessment.counts).toEqual(linted.summary);
});

it('invents no thing that a picture would describe', async () => {
  const without = await assessed();
  const assessment = await assessed('--pictures');
  expect(assessment.objects).toEqual(without.objects);
  expect(assessment.items).toEqual(without.items);
  expect(assessment.rows).toEqual(without.rows);
  for (const { rule, object, excerpt } of assessment.findings)
    if (rule === RULE) expect([object, excerpt]).toEqual([undefined, '']);
});

it.each(assessmentFormats)('shows each finding once and no secret as %s', async (format) => {
  const isBook = format === 'xlsx';
  const file = join(dir, 'report.xlsx');
  const args = ['--pictures', '--check-ignored', '--format', format, ...(isBook ? ['-o', file] : [])];
  const { out, err, code } = await report(...args);
  expect(code).toBe(0);
  const sheets = isBook ? (await readXlsx(readFileSync(file))).sheets : [];
  const text = isBook ? JSON.stringify(sheets) : out.replaceAll('\\', '');
  expect(text + err).not.toMatch(SECRETS);
  const cells = isBook ? sheets[0]!.rows : format === 'csv' ? parseCsv(out.slice(1)).map(({ fields }) => fields) : [];
  for (const path of ['docs/otp.png', 'docs/wifi.png', 'out/ignored.png']) {
    expect(text).toContain(path);
    const told = cells.filter((row) => row.includes(path) && row.includes(RULE));
    if (cells.length > 0) expect(told).toHaveLength(1);
  }
  // Written twice, it is the same.
  if (!isBook) expect((await report(...args)).out).toBe(out);
});

it('says whether pictures were searched', async () => {
  const markdown = async (...args: string[]) =>
    (await report('--format', 'markdown', ...args)).out.replaceAll('\\', '');
  const without = await markdown();
  expect(without).toContain('pictures were not searched');
  expect(without).toContain('| QR codes of pictures | not searched |');
  const searched = await markdown('--pictures');
  expect(searched).not.toContain('not searched');
  expect(searched).toMatch(/searched for secrets in 3 pictures \(\d+ bytes\)/);
  expect(searched).toContain('deployment files: 1 ');
  const { pictures, files } = await assessed();
  expect(pictures).toBeUndefined();
  expect(files.map(({ path }) => path)).toEqual(['Dockerfile']);
});

it('heeds waivers, and says which picture it could not read', async () => {
  put(
    '.qrcodemaster.yaml',
    `profile: recommended\nwaivers:\n  - rule: ${RULE}\n    files: [docs/wifi.png]\n    reason: for every guest\n    until: 2099-12-31\n`,
  );
  put('docs/broken.png', 'no picture');
  const { code, out, err } = await report('--pictures', '--format', 'json');
  const { findings, notJudged, pictures } = JSON.parse(out) as Assessment;
  expect(code).toBe(2);
  expect(err).toContain('broken.png');
  expect(notJudged.map(({ path }) => path)).toEqual(['docs/broken.png']);
  expect(pictures).toEqual({ read: 3 });
  const waived = findings.filter(({ rule }) => rule === RULE).map(({ path, suppressed }) => [path, suppressed?.reason]);
  expect(waived).toEqual([
    ['docs/otp.png', undefined],
    ['docs/wifi.png', 'for every guest'],
  ]);
});

it('says what became of a secret: repaired where its picture is another, not to be judged where nobody looked', async () => {
  await report('--pictures', '--format', 'json', '-o', join(dir, 'old.json'));
  put('docs/otp.png', readFileSync(join(dir, 'docs/plain.png')));
  const became = async (...args: string[]) => {
    const { changes } = await assessed('--compare', join(dir, 'old.json'), ...args);
    return changes!.all.filter(({ rule }) => rule === RULE).map(({ state, before }) => [before!.path, state]);
  };
  expect(await became('--pictures')).toEqual([
    ['docs/otp.png', 'repaired'],
    ['docs/wifi.png', 'open'],
  ]);
  expect((await became()).map(([, state]) => state)).toEqual(['unjudged', 'unjudged']);
});
