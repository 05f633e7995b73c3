/** A new deployment in steps, answered by a script in the place of VS Code. */
import { beforeEach, expect, it, vi } from 'vitest';
import { scaffoldSteps } from '../../../src/extension/steps/scaffoldSteps';
import { scaffoldService } from '../../../src/worker/service/scaffoldService';
import { next, shown, startAgain, state } from './stepsKit';

vi.mock('vscode', async () => (await import('./stepsKit')).vscode);

/** The server's own answers, without a server. */
const answers = new Map<string, (params: object) => unknown>();
scaffoldService({ onRequest: ((name: string, answer: never) => void answers.set(name, answer)) as never }, 'en');
const server = { request: async ({ method }: { method: string }, params: object) => answers.get(method)!(params) };
const steps = () => scaffoldSteps(server as never);

const enter = async (text: string) => {
  const input = await next();
  input.type(text);
  input.press();
};
const textOf = (path: string) =>
  new TextDecoder().decode(state.created.find((file) => file.path === `/site/${path}`)?.options.contents);

beforeEach(startAgain);

it('asks again for what is no answer, and makes the files with those that are', async () => {
  const done = steps();
  (await next()).take('Domain');
  await enter('not a domain');
  const again = await next();
  expect(again.validationMessage).toContain('not a domain');
  again.type('codes.example.org');
  again.press();
  const list = await next();
  expect(list.items!.find(({ label }) => label === 'Domain')!.description).toBe('codes.example.org');
  list.take('CI system');
  (await next()).take('gitlab');
  (await next()).take('Show Files');
  const preview = await next();
  expect(state.ran).toEqual(['vscode.changes']);
  expect(state.created).toEqual([]);
  preview.take('Create Files (27)');
  await done;
  expect(state.created).toHaveLength(27);
  expect(textOf('nginx/nginx.conf')).toContain('server_name codes.example.org;');
  expect(textOf('.gitlab-ci.yml')).toContain('cosign verify');
  for (const { options } of state.created) expect(options).toMatchObject({ overwrite: false, ignoreIfExists: false });
});

it('names of the host follow the name of the service', async () => {
  void steps();
  (await next()).take('Name of the service');
  await enter('codes');
  const list = await next();
  expect(list.items!.map(({ description }) => description)).toContain('/srv/codes/uploads');
  list.hide();
});

it('leaves what exists, and says so', async () => {
  state.existing = new Set(['/site/Dockerfile', '/site/compose.yaml']);
  const done = steps();
  (await next()).take('Show Files');
  const preview = await next();
  expect(preview.placeholder).toContain('Dockerfile, compose.yaml');
  preview.take('Create Files (25)');
  await done;
  expect(state.created.map(({ path }) => path)).not.toContain('/site/Dockerfile');
});

it('goes back from the files to the answers; nothing is made by leaving', async () => {
  const done = steps();
  (await next()).take('Show Files');
  (await next()).back();
  (await next()).hide();
  await done;
  expect(state.created).toEqual([]);
});

it('fails in words where the edit is refused', async () => {
  state.applies = false;
  const done = expect(steps()).rejects.toThrow('/site');
  (await next()).take('Show Files');
  (await next()).take('Create');
  await done;
});

it.each<[string, Partial<typeof state>, string]>([
  ['no folder is open', { folders: undefined }, 'Open a folder first'],
  ['the workspace is not trusted', { trusted: false }, 'not trusted'],
  ['the folder cannot be written', { writable: false }, 'site is read-only'],
])('says what to do where %s', async (_, wrong, message) => {
  Object.assign(state, wrong);
  await steps();
  expect(state.told.join()).toContain(message);
  expect(shown).toEqual([]);
});
