/** `lint --pictures`: secrets in the QR codes of pictures, in every format, waived and in a baseline. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli/lint';
import { reportFormats } from '../../src/worker/compliance/index';
import { cli, dir, newFolder, put } from './lintKit';
import { distDir, putSecretPictures, SECRETS } from './secretPictures';

const lint = (...args: string[]) => cli(args, '', run, distDir);
interface Told {
  rule: string;
  message: string;
  range: unknown;
  suppressed?: unknown;
  baseline?: string;
}
const found = async (...args: string[]) => {
  const { out } = await lint(...args, '--format', 'json');
  const { files } = JSON.parse(out) as {
    files: { path: string; findings: Told[] }[];
  };
  return files.flatMap(({ path: at, findings }) =>
    findings.map((finding) => ({ ...finding, at: path.relative(dir, at) })),
  );
};

beforeEach(async () => {
  newFolder();
  await putSecretPictures();
});

it('finds them beside what it finds else, and reads no picture without being asked', async () => {
  expect((await found(dir)).map(({ rule }) => rule)).not.toContain('MLPS-SEC-008');
  const all = await found(dir, '--pictures');
  expect(all.map(({ rule }) => rule)).toContain('MLPS-IMG-002');
  const secrets = all.filter(({ rule }) => rule === 'MLPS-SEC-008');
  expect(secrets.map(({ at }) => at)).toEqual(['docs/otp.png', 'docs/wifi.png']);
  const start = { line: 0, character: 0 };
  for (const { range } of secrets) expect(range).toEqual({ start, end: start });
  expect((await lint(dir, '--pictures')).err).toMatch(/\b1\b.*--check-ignored/);
  expect((await lint(path.join(dir, 'docs'), '--pictures')).code).toBe(1);
  expect((await lint(path.join(dir, 'docs/plain.png'), '--pictures')).code).toBe(0);
});

it.each(reportFormats)('shows no secret as %s', async (format) => {
  const { out, err } = await lint(dir, '--pictures', '--check-ignored', '--format', format);
  expect(out.replaceAll('\\', '')).toMatch(/otp\.png/);
  expect(out + err).not.toMatch(SECRETS);
});

it('heeds waivers and baselines', async () => {
  put(
    '.qrcodemaster.yaml',
    'profile: recommended\nwaivers:\n  - rule: MLPS-SEC-008\n    files: [docs/wifi.png]\n    reason: the guest network is for everybody\n    until: 2099-12-31\n',
  );
  const secrets = (await found(path.join(dir, 'docs'), '--pictures')).map(({ at, suppressed }) => [at, !!suppressed]);
  expect(secrets).toEqual([
    ['docs/otp.png', false],
    ['docs/wifi.png', true],
  ]);
  const baseline = path.join(dir, 'baseline.json');
  await lint(path.join(dir, 'docs'), '--pictures', '--write-baseline', baseline);
  expect(readFileSync(baseline, 'utf8')).not.toMatch(SECRETS);
  expect((await lint(path.join(dir, 'docs'), '--pictures', '--baseline', baseline)).code).toBe(0);
});

it('says which picture it could not read, and judges the others', async () => {
  put('docs/broken.png', 'no picture');
  const { code, out, err } = await lint(path.join(dir, 'docs'), '--pictures');
  expect(code).toBe(2);
  expect(err).toContain('broken.png');
  expect(out).toContain('otp.png');
});
