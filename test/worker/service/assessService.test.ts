/** Assessments over the wire: judged once, and again when something changes. */
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { CancellationToken, CancellationTokenSource } from 'vscode-languageserver';
import { notJudged } from '../../../src/worker/compliance/lint';
import type { Assessment } from '../../../src/worker/protocol/assessment';
import type { Checklist, ReportChoice } from '../../../src/worker/protocol/checklist';
import { assessMethod, reportChoicesMethod, reportMethod } from '../../../src/worker/protocol/checklist';
import type { SearchedPicture } from '../../../src/worker/protocol/pictureMethods';
import { assessService } from '../../../src/worker/service/assessService';
import { type WorkspaceTexts, workspaceTexts } from '../../../src/worker/service/workspaceTexts';
import { lintHere } from './lintHere';

const COMPOSE = 'services:\n  web:\n    image: nginx:latest\n';
const ENV = 'file:///w/app/.env';
const URI = 'file:///w/app/compose.yaml';

let disk: Record<string, string | undefined>;
let open: Record<string, string>;
let unreadable: string | undefined;
let folders: string[];
let checked: string[];
let reads: string[];
let isBroken: boolean;
/** While a file is judged. */
let meanwhile: () => void;
let ask: <R>(method: { method: string }, params: object, cancel?: CancellationToken) => Promise<R>;
let forget: (addresses?: readonly string[]) => void;
let texts: WorkspaceTexts;

beforeEach(() => {
  disk = { [URI]: COMPOSE };
  open = {};
  unreadable = undefined;
  folders = ['file:///w/app'];
  checked = [];
  reads = [];
  isBroken = false;
  meanwhile = () => {};
  const document = (uri: string) =>
    open[uri] === undefined ? undefined : ({ uri, getText: () => open[uri] } as never);
  texts = workspaceTexts(
    { get: document, all: () => [] },
    {
      read: async (uri) => {
        reads.push(uri);
        if (uri === unreadable) return undefined;
        return disk[uri] === undefined ? null : new TextEncoder().encode(disk[uri]);
      },
      readFolder: async () => [],
    },
    () => folders,
  );
  const judge = lintHere();
  const answers = new Map<string, (...args: unknown[]) => unknown>();
  const connection = { onRequest: (name: string, answer: never) => void answers.set(name, answer) } as never;
  ({ forget } = assessService({
    connection,
    texts,
    settings: () => ({ enabled: true, profile: 'recommended', checkIgnored: false, baselineFindings: 'hint' }),
    lint: (document, context, turn) => {
      checked.push(document.uri);
      meanwhile();
      if (isBroken) return Promise.resolve({ ...notJudged(document, new Error('lost'), context), ms: 0 });
      return judge(document, context, turn);
    },
    locale: 'en',
    today: () => '2026-11-29',
    folders: () => folders,
  }));
  ask = async ({ method }, params, cancel = CancellationToken.None) => answers.get(method)!(params, cancel) as never;
});

const assessed = (uris = [URI]) => ask<Checklist>(assessMethod, { uris });

it('judges by the whole checklist, whatever the settings say', async () => {
  const { assessment, uris, words } = await assessed();
  expect(assessment.files).toMatchObject([
    { path: 'compose.yaml', sha256: createHash('sha256').update(COMPOSE).digest('hex') },
  ]);
  expect(uris).toEqual({ 'compose.yaml': URI });
  expect(assessment.findings.map(({ rule }) => rule)).toContain('MLPS-RUN-003');
  expect(words.objects[0]).toBe('Service web');
});

it('judges a file once, and again when it or what it rests on changes', async () => {
  disk[URI] = `${COMPOSE}    env_file: .env\n`;
  for (let i = 0; i < 2; i++) await assessed();
  expect(checked).toHaveLength(1);
  disk[URI] = COMPOSE.replace('latest', '1.29');
  expect((await assessed()).assessment.findings.map(({ rule }) => rule)).not.toContain('MLPS-IMG-002');
  expect(checked).toHaveLength(2);
  forget(['file:///w/app/.env/']);
  await assessed();
  expect(checked).toHaveLength(2);
  disk[URI] = `${COMPOSE}    env_file: .env\n`;
  await assessed();
  forget([ENV]);
  await assessed();
  expect(checked).toHaveLength(4);
  forget();
  await assessed();
  expect(checked).toHaveLength(5);
});

it('judges what somebody edits, and says that the file is another', async () => {
  open[URI] = COMPOSE.replace('latest', '1.29');
  const { assessment } = await assessed();
  expect(assessment.files[0]).toMatchObject({
    isUnsaved: true,
    sha256: createHash('sha256').update(open[URI]!).digest('hex'),
  });
  open[URI] = COMPOSE;
  expect((await assessed()).assessment.files[0]).not.toHaveProperty('isUnsaved');
});

it('says no longer that a file is another when it is saved as it was judged', async () => {
  open[URI] = COMPOSE.replace('latest', '1.29');
  await assessed();
  disk[URI] = open[URI];
  expect((await assessed()).assessment.files[0]).not.toHaveProperty('isUnsaved');
});

it('keeps no answer that something changed under', async () => {
  meanwhile = () => forget([ENV]);
  await assessed();
  meanwhile = () => {};
  await assessed();
  expect(checked).toHaveLength(2);
  await assessed();
  expect(checked).toHaveLength(2);
});

it('writes a report of files as they are together, or says which never stood still', async () => {
  const report = async () => {
    const { bytes } = await ask<{ bytes: Uint8Array }>(reportMethod, { uris: [URI], format: 'json' });
    return JSON.parse(new TextDecoder().decode(bytes)) as Assessment;
  };
  meanwhile = () => {
    disk[URI] = COMPOSE.replace('latest', '1.29');
    forget([URI]);
    meanwhile = () => {};
  };
  const { files, notJudged } = await report();
  expect(checked).toHaveLength(2);
  expect(notJudged).toEqual([]);
  expect(files[0]!.sha256).toBe(createHash('sha256').update(disk[URI]!).digest('hex'));

  forget();
  meanwhile = () => forget([URI]);
  expect((await report()).notJudged).toEqual([
    { path: 'compose.yaml', reason: expect.stringContaining('changed while the report was made') },
  ]);
});

it('keeps services of folders apart whose names an address encodes', async () => {
  const [one, other] = ['file:///w/app/%E7%94%B2/compose.yaml', 'file:///w/app/%E4%B9%99/compose.yaml'];
  Object.assign(disk, { [one]: COMPOSE, [other]: COMPOSE });
  const { assessment } = await assessed([one, other]);
  const services = assessment.objects.filter(({ kind }) => kind === 'service');
  expect(services.map(({ root }) => root).sort()).toEqual(['乙', '甲']);
});

it('ends when whoever asked cancels', async () => {
  const source = new CancellationTokenSource();
  source.cancel();
  await expect(ask(assessMethod, { uris: [URI] }, source.token)).rejects.toMatchObject({ code: -32800 });
  expect(checked).toEqual([]);
});

it('asks again for what failed', async () => {
  isBroken = true;
  expect((await assessed()).assessment.notJudged).toHaveLength(1);
  isBroken = false;
  expect((await assessed()).assessment.notJudged).toEqual([]);
});

it('reads each file once', async () => {
  const readme = 'file:///w/app/README.md';
  disk[readme] = '# Start\n\n```sh\ndocker run nginx\n```\n';
  expect((await assessed([readme])).assessment.files).toHaveLength(1);
  expect(reads.filter((uri) => uri === readme)).toHaveLength(1);
});

it('names folders where there are several, and leaves out what is gone', async () => {
  folders = ['file:///w/app', 'file:///w/%E5%BA%97'];
  const other = 'file:///w/%E5%BA%97/compose.yaml';
  disk[other] = COMPOSE;
  const { assessment } = await assessed([URI, other, 'file:///w/app/Dockerfile']);
  expect(assessment.files.map(({ path }) => path)).toEqual(['app/compose.yaml', '店/compose.yaml']);
});

it('writes the report in each format that it names, and refuses others', async () => {
  const { choices } = await ask<{ choices: ReportChoice[] }>(reportChoicesMethod, {});
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  expect(new Set(choices.map(({ format }) => format))).toEqual(new Set(['html', 'markdown', 'json', 'csv', 'xlsx']));
  for (const { format, layout } of choices) {
    const { bytes } = await ask<{ bytes: Uint8Array }>(reportMethod, { uris: [URI], format, layout });
    expect(bytes.length).toBeGreaterThan(100);
  }
  await expect(ask(reportMethod, { uris: [URI], format: 'html', layout: 'full' })).rejects.toThrow();
  await expect(ask(reportMethod, { uris: [URI], format: 'toString' })).rejects.toMatchObject({
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
    const { bytes } = await ask<{ bytes: Uint8Array }>(reportMethod, { uris: [URI], format: 'json', ...params });
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
    disk['file:///w/app/.qrcodemaster.yaml'] = `profile: mlps3\nwaivers:\n  ${waiver}`;
    const waived = (await report({ pictures })).findings.filter(({ rule }) => rule === 'MLPS-SEC-008');
    expect(waived).toMatchObject([{ suppressed: { reason: 'for guests' } }]);
  });

  it('are left out where a configuration ignores them', async () => {
    disk['file:///w/app/.qrcodemaster.yaml'] = 'profile: mlps3\nignore: ["docs/**"]\n';
    const ignored = await report({ pictures });
    expect(ignored.files.map(({ path }) => path)).toEqual(['compose.yaml']);
    expect(ignored.configs).toMatchObject([{ path: '.qrcodemaster.yaml', ignored: 2 }]);
  });
});

it('says how many files a report is about', async () => {
  const files = async (...uris: string[]) =>
    (await ask<{ files: number }>(reportMethod, { uris, format: 'json' })).files;
  disk['file:///w/app/README.md'] = '# Start\n';
  expect([await files(URI), await files('file:///w/app/README.md'), await files()]).toEqual([1, 0, 0]);
});

it('says what it could not read', async () => {
  const locked = 'file:///w/app/Dockerfile';
  unreadable = locked;
  const { assessment } = await assessed([URI, locked]);
  expect(assessment.files).toHaveLength(1);
  expect(assessment.notJudged).toMatchObject([{ path: 'Dockerfile', reason: expect.stringContaining('MB') }]);
});

const config = 'file:///w/app/.qrcodemaster.yaml';
const wrong = async () =>
  (await assessed()).assessment.configs.map(({ problems }) => problems?.first.map(({ line }) => line));

it('tells of a configuration as it is now: made, edited, saved, taken away', async () => {
  const changed = () => {
    texts.forget(config);
    forget([config]);
  };
  expect(await wrong()).toEqual([]);
  disk[config] = 'profile: mlps3\ncolour: red\n';
  changed();
  expect(await wrong()).toEqual([[2]]);
  // What is edited is told at once: the file need not be read again for it.
  open[config] = 'profile: mlps3\n\ncolour: red\n';
  forget([config]);
  expect(await wrong()).toEqual([[3]]);
  open[config] = 'profile: mlps3\n';
  forget([config]);
  expect(await wrong()).toEqual([undefined]);
  delete open[config];
  changed();
  expect(await wrong()).toEqual([[2]]);
  disk[config] = undefined;
  changed();
  expect(await wrong()).toEqual([]);
});

it('says what is wrong in a configuration', async () => {
  disk[config] = 'profile: mlps3\ncolour: red\n';
  expect((await assessed()).assessment.configs).toEqual([
    {
      path: '.qrcodemaster.yaml',
      ignored: 0,
      problems: { count: 1, first: [{ line: 2, message: expect.stringContaining('"colour" is not a setting') }] },
    },
  ]);
});
