/** Reports over the wire: their formats, files that change meanwhile, and pictures. */
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/worker/protocol/assessment';
import type { ReportChoice } from '../../../src/worker/protocol/checklist';
import { reportChoicesMethod, reportMethod } from '../../../src/worker/protocol/checklist';
import type { SearchedPicture } from '../../../src/worker/protocol/pictureMethods';
import { at, COMPOSE, newAssessing, URI } from './assessKit';

beforeEach(newAssessing);

it('writes a report of files as they are together, or says which never stood still', async () => {
  const report = async () => {
    const { bytes } = await at.ask<{ bytes: Uint8Array }>(reportMethod, { uris: [URI], format: 'json' });
    return JSON.parse(new TextDecoder().decode(bytes)) as Assessment;
  };
  at.meanwhile = () => {
    at.disk[URI] = COMPOSE.replace('latest', '1.29');
    at.forget([URI]);
    at.meanwhile = () => {};
  };
  const { files, notJudged } = await report();
  expect(at.checked).toHaveLength(2);
  expect(notJudged).toEqual([]);
  expect(files[0]!.sha256).toBe(createHash('sha256').update(at.disk[URI]!).digest('hex'));

  at.forget();
  at.meanwhile = () => at.forget([URI]);
  expect((await report()).notJudged).toEqual([
    { path: 'compose.yaml', reason: expect.stringContaining('changed while the report was made') },
  ]);
});

it('writes the report in each format that it names, and refuses others', async () => {
  const { choices } = await at.ask<{ choices: ReportChoice[] }>(reportChoicesMethod, {});
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  expect(new Set(choices.map(({ format }) => format))).toEqual(new Set(['html', 'markdown', 'json', 'csv', 'xlsx']));
  for (const { format, layout } of choices) {
    const { bytes } = await at.ask<{ bytes: Uint8Array }>(reportMethod, { uris: [URI], format, layout });
    expect(bytes.length).toBeGreaterThan(100);
  }
  await expect(at.ask(reportMethod, { uris: [URI], format: 'html', layout: 'full' })).rejects.toThrow();
  await expect(at.ask(reportMethod, { uris: [URI], format: 'toString' })).rejects.toMatchObject({
    code: 'unknown-format',
  });
});

describe('pictures', () => {
  const hash = 'a'.repeat(64);
  const pictures: SearchedPicture[] = [
    { uri: 'file:///w/app/docs/wifi.png', codes: 'code 1: nothing\ncode 2: wifi-password\n', sha256: hash, size: 9 },
    { uri: 'file:///w/app/docs/plain.png', codes: 'no code\n', sha256: hash, size: 8 },
    { uri: 'file:///w/app/docs/broken.png', error: 'No picture.' },
  ];
  const report = async (params: object): Promise<Assessment> => {
    const { bytes } = await at.ask<{ bytes: Uint8Array }>(reportMethod, { uris: [URI], format: 'json', ...params });
    return JSON.parse(new TextDecoder().decode(bytes));
  };

  it('stand in the report with what was found in them, their hash, and those that could not be read', async () => {
    const { files, findings, notJudged, pictures: searched, counts } = await report({ pictures });
    const kind = 'picture';
    expect(files.filter((file) => file.kind === kind)).toEqual([
      { path: 'docs/plain.png', kind, sha256: hash, size: 8 },
      { path: 'docs/wifi.png', kind, sha256: hash, size: 9 },
    ]);
    const found = findings.filter(({ rule }) => rule === 'MLPS-SEC-008');
    expect(found).toMatchObject([
      { path: 'docs/wifi.png', line: 1, excerpt: '', message: expect.stringMatching(/QR code 2.*Wi-Fi/) },
    ]);
    expect(notJudged).toEqual([{ path: 'docs/broken.png', reason: 'No picture.' }]);
    expect(searched).toEqual({ read: 2 });
    expect(counts.files).toBe(3);
  });

  it('are said not to have been searched where nobody asked, and to have been where there are none', async () => {
    expect(await report({})).not.toHaveProperty('pictures');
    expect((await report({ pictures: [] })).pictures).toEqual({ read: 0 });
  });

  it('heed waivers', async () => {
    const waiver = '- rule: MLPS-SEC-008\n    reason: for guests\n    until: 2099-12-31\n';
    at.disk['file:///w/app/.qrcodemaster.yaml'] = `profile: mlps3\nwaivers:\n  ${waiver}`;
    const waived = (await report({ pictures })).findings.filter(({ rule }) => rule === 'MLPS-SEC-008');
    expect(waived).toMatchObject([{ suppressed: { reason: 'for guests' } }]);
  });

  it('are left out where a configuration ignores them', async () => {
    at.disk['file:///w/app/.qrcodemaster.yaml'] = 'profile: mlps3\nignore: ["docs/**"]\n';
    const ignored = await report({ pictures });
    expect(ignored.files.map(({ path }) => path)).toEqual(['compose.yaml']);
    expect(ignored.configs).toMatchObject([{ path: '.qrcodemaster.yaml', ignored: 2 }]);
  });
});

it('says how many files a report is about', async () => {
  const files = async (...uris: string[]) =>
    (await at.ask<{ files: number }>(reportMethod, { uris, format: 'json' })).files;
  at.disk['file:///w/app/README.md'] = '# Start\n';
  expect([await files(URI), await files('file:///w/app/README.md'), await files()]).toEqual([1, 0, 0]);
});
