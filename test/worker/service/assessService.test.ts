/** Assessments over the wire: judged once, and again when something changes. */
import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { assessMethod } from '../../../src/worker/protocol/checklist';
import { assessed, at, COMPOSE, newAssessing, URI } from './assessKit';

const ENV = 'file:///w/app/.env';

beforeEach(newAssessing);

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
  at.disk[URI] = `${COMPOSE}    env_file: .env\n`;
  for (let i = 0; i < 2; i++) await assessed();
  expect(at.checked).toHaveLength(1);
  at.disk[URI] = COMPOSE.replace('latest', '1.29');
  expect((await assessed()).assessment.findings.map(({ rule }) => rule)).not.toContain('MLPS-IMG-002');
  expect(at.checked).toHaveLength(2);
  at.forget(['file:///w/app/.env/']);
  await assessed();
  expect(at.checked).toHaveLength(2);
  at.disk[URI] = `${COMPOSE}    env_file: .env\n`;
  await assessed();
  at.forget([ENV]);
  await assessed();
  expect(at.checked).toHaveLength(4);
  at.forget();
  await assessed();
  expect(at.checked).toHaveLength(5);
});

it('judges what somebody edits, and says that the file is another', async () => {
  at.open[URI] = COMPOSE.replace('latest', '1.29');
  const { assessment } = await assessed();
  expect(assessment.files[0]).toMatchObject({
    isUnsaved: true,
    sha256: createHash('sha256').update(at.open[URI]!).digest('hex'),
  });
  at.open[URI] = COMPOSE;
  expect((await assessed()).assessment.files[0]).not.toHaveProperty('isUnsaved');
});

it('says no longer that a file is another when it is saved as it was judged', async () => {
  at.open[URI] = COMPOSE.replace('latest', '1.29');
  await assessed();
  at.disk[URI] = at.open[URI];
  expect((await assessed()).assessment.files[0]).not.toHaveProperty('isUnsaved');
});

it('keeps no answer that something changed under', async () => {
  at.meanwhile = () => at.forget([ENV]);
  await assessed();
  at.meanwhile = () => {};
  await assessed();
  expect(at.checked).toHaveLength(2);
  await assessed();
  expect(at.checked).toHaveLength(2);
});

it('keeps services of folders apart whose names an address encodes', async () => {
  const [one, other] = ['file:///w/app/%E7%94%B2/compose.yaml', 'file:///w/app/%E4%B9%99/compose.yaml'];
  Object.assign(at.disk, { [one]: COMPOSE, [other]: COMPOSE });
  const { assessment } = await assessed([one, other]);
  const services = assessment.objects.filter(({ kind }) => kind === 'service');
  expect(services.map(({ root }) => root).sort()).toEqual(['乙', '甲']);
});

it('ends when whoever asked cancels', async () => {
  const source = new CancellationTokenSource();
  source.cancel();
  await expect(at.ask(assessMethod, { uris: [URI] }, source.token)).rejects.toMatchObject({ code: -32800 });
  expect(at.checked).toEqual([]);
});

it('asks again for what failed', async () => {
  at.isBroken = true;
  expect((await assessed()).assessment.notJudged).toHaveLength(1);
  at.isBroken = false;
  expect((await assessed()).assessment.notJudged).toEqual([]);
});

it('reads each file once', async () => {
  const readme = 'file:///w/app/README.md';
  at.disk[readme] = '# Start\n\n```sh\ndocker run nginx\n```\n';
  expect((await assessed([readme])).assessment.files).toHaveLength(1);
  expect(at.reads.filter((uri) => uri === readme)).toHaveLength(1);
});

it('names folders where there are several, and leaves out what is gone', async () => {
  at.folders = ['file:///w/app', 'file:///w/%E5%BA%97'];
  const other = 'file:///w/%E5%BA%97/compose.yaml';
  at.disk[other] = COMPOSE;
  const { assessment } = await assessed([URI, other, 'file:///w/app/Dockerfile']);
  expect(assessment.files.map(({ path }) => path)).toEqual(['app/compose.yaml', '店/compose.yaml']);
});

it('says what it could not read', async () => {
  const locked = 'file:///w/app/Dockerfile';
  at.unreadable = locked;
  const { assessment } = await assessed([URI, locked]);
  expect(assessment.files).toHaveLength(1);
  expect(assessment.notJudged).toMatchObject([{ path: 'Dockerfile', reason: expect.stringContaining('MB') }]);
});

const config = 'file:///w/app/.qrcodemaster.yaml';
const wrong = async () =>
  (await assessed()).assessment.configs.map(({ problems }) => problems?.first.map(({ line }) => line));

it('tells of a configuration as it is now: made, edited, saved, taken away', async () => {
  const changed = () => {
    at.texts.forget(config);
    at.forget([config]);
  };
  expect(await wrong()).toEqual([]);
  at.disk[config] = 'profile: mlps3\ncolour: red\n';
  changed();
  expect(await wrong()).toEqual([[2]]);
  // What is edited is told at once: the file need not be read again for it.
  at.open[config] = 'profile: mlps3\n\ncolour: red\n';
  at.forget([config]);
  expect(await wrong()).toEqual([[3]]);
  at.open[config] = 'profile: mlps3\n';
  at.forget([config]);
  expect(await wrong()).toEqual([undefined]);
  delete at.open[config];
  changed();
  expect(await wrong()).toEqual([[2]]);
  at.disk[config] = undefined;
  changed();
  expect(await wrong()).toEqual([]);
});

it('says what is wrong in a configuration', async () => {
  at.disk[config] = 'profile: mlps3\ncolour: red\n';
  expect((await assessed()).assessment.configs).toEqual([
    {
      path: '.qrcodemaster.yaml',
      ignored: 0,
      problems: { count: 1, first: [{ line: 2, message: expect.stringContaining('"colour" is not a setting') }] },
    },
  ]);
});
