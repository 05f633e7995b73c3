/** Documents judged in threads: as they would be here, and each within its time. */
import { expect, it } from 'vitest';
import { type WorkspaceFiles, watchFiles } from '../../../src/worker/compliance/files';
import type { LoadingContext } from '../../../src/worker/compliance/index';
import { lint } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import { lintThreads } from '../../../src/worker/service/lintThreads';
import { ROOT, readFixtures } from '../compliance/ruleFixtures';
import { allLoaded } from './allLoaded';
import { fakeThreads } from './fakeThreads';

function linter(limit = 60_000) {
  const { spawn, seen } = fakeThreads();
  const lines: string[] = [];
  return { seen, lines, ...lintThreads({ spawn, warn: (line) => lines.push(line), limitMs: () => limit }) };
}

const contextOf = (files: WorkspaceFiles, more: Partial<Omit<LintContext, 'files'>> = {}): LoadingContext => ({
  files: allLoaded(files),
  locale: 'en',
  profile: 'mlps3',
  today: '2026-01-31',
  ...more,
});
const alone = contextOf({ text: () => null });
const dockerfile = (name: string, text: string) => ({
  uri: `file:///w/${name}/Dockerfile`,
  kind: 'dockerfile' as const,
  text,
});
const rulesOf = (judged: { findings: { rule: string }[] } | undefined) => judged?.findings.map(({ rule }) => rule);

it('gives what linting here gives, for fixtures of every sort, whatever was judged before', async () => {
  const { lint: lintThere, close } = linter();
  const fixtures = readFixtures().filter(({ companions }, i) => companions.size > 0 || i % 40 === 0);
  for (const { id, uri, text, files } of fixtures) {
    const context = contextOf(watchFiles(files));
    const { ms: _, ...there } = (await lintThere({ uri, text }, context))!;
    expect(there, id).toEqual(lint({ uri, text }, context));
  }
  close();
});

it('sends a text again when it changed, and then alone', async () => {
  const texts: Record<string, string> = {
    [`${ROOT}compose.yaml`]: 'services:\n  web:\n    image: nginx:$TAG\n',
    [`${ROOT}.env`]: 'TAG=1.27\n',
  };
  const { lint: lintThere, seen, close } = linter();
  const uri = `${ROOT}compose.yaml`;
  const context = contextOf({ text: (other) => texts[other] ?? null });
  const judge = async () => {
    seen.jobs.length = 0;
    const { ms: _, ...there } = (await lintThere({ uri, text: texts[uri]! }, context))!;
    expect(there).toEqual(lint({ uri, text: texts[uri]! }, context));
    return seen.jobs.map(({ news }) => [...news.keys()].filter((address) => address in texts));
  };
  await judge();
  expect(await judge()).toEqual([[]]);
  texts[`${ROOT}.env`] = 'TAG=latest\n';
  expect(await judge()).toEqual([[`${ROOT}.env`]]);
  delete texts[`${ROOT}.env`];
  expect(seen.spawned).toBe(1);
  expect((await judge()).length).toBe(1);
  close();
});

it('judges again what was judged before its neighbour was told, though the thread knows it by then', async () => {
  const { lint: lintThere, seen, close } = linter();
  const texts: Record<string, string> = { [`${ROOT}.env`]: 'TAG=latest\n' };
  const context = contextOf({ text: (other) => texts[other] ?? null });
  const compose = (name: string, image: string) => ({
    uri: `${ROOT}${name}.compose.yaml`,
    kind: 'compose' as const,
    text: `services:\n  web:\n    image: ${image}:$TAG\n`,
  });
  const both = () => [lintThere(compose('a', 'nginx'), context), lintThere(compose('b', 'redis'), context)];
  await Promise.all(both());
  seen.jobs.length = 0;
  // The first of the two is with the thread when the text changes, which the second tells it of.
  const first = lintThere(compose('a', 'nginx'), context);
  texts[`${ROOT}.env`] = 'TAG=1.27\n';
  const second = lintThere(compose('b', 'redis'), context);
  expect([await first, await second].flatMap(rulesOf)).not.toContain('MLPS-IMG-002');
  expect(seen.jobs.map(({ document, news }) => [document.uri.slice(ROOT.length, ROOT.length + 1), news.size])).toEqual([
    ['a', 0],
    ['b', 1],
    ['a', 0],
  ]);
  close();
});

it('has two documents with the thread, and loads what one asks for while it judges the other', async () => {
  const { lint: lintThere, seen, close } = linter();
  const known = new Set<string>();
  const load = async (address: string) => {
    await new Promise(setImmediate);
    known.add(address);
  };
  const files = {
    text: (uri: string) => (known.has(uri) ? null : undefined),
    isKnown: (at: string) => known.has(at),
    load,
  };
  const copying = (name: string) => dockerfile(name, 'FROM node:latest\nCOPY . .\n');
  const names = Array.from({ length: 20 }, (_, i) => `d${i}`);
  const judged = names.map((name) => lintThere(copying(name), { ...alone, files }));
  expect(seen.jobs).toHaveLength(2);
  for (const one of await Promise.all(judged)) expect(rulesOf(one)).toContain('MLPS-IMG-002');
  // What the first asked for is taken to be asked for by those that come after it.
  seen.jobs.length = 0;
  await lintThere(copying('late'), { ...alone, files });
  expect(seen.jobs).toHaveLength(1);
  close();
});

it('replaces a thread that overruns, says so of its document, and judges the others', async () => {
  const { lint: lintThere, seen, lines, close } = linter(30);
  expect(seen.spawned).toBe(0);
  const endless = dockerfile('a', 'FROM forever\n');
  const [slow, next] = await Promise.all([
    lintThere(endless, alone),
    lintThere(dockerfile('b', 'FROM node:latest\n'), alone),
  ]);
  expect(rulesOf(slow)).toEqual(['MLPS-DOC-005']);
  expect(slow!.failed).toMatchObject({ code: 'check-timeout', data: { seconds: 0.03 } });
  expect(rulesOf(next)).toContain('MLPS-IMG-002');
  expect(seen).toMatchObject({ spawned: 2, terminated: 1 });
  expect(lines).toEqual([`file:///w/a/Dockerfile: ${slow!.failed!.message}`]);
  // Not again before it changes.
  expect(
    (await lintThere(endless, contextOf({ text: () => null }, { locale: 'zh-cn' })))!.findings[0]!.message,
  ).toMatch(/^该文件未能检查。/);
  expect(seen.jobs.filter(({ document }) => document.text === endless.text)).toHaveLength(1);
  expect(rulesOf(await lintThere({ ...endless, text: 'FROM node:latest\n' }, alone))).toContain('MLPS-IMG-002');
  expect(seen.spawned).toBe(2);
  close();
  expect(seen.terminated).toBe(2);
});

it('replaces a thread that dies; of two documents that are too much together each is judged', async () => {
  const { lint: lintThere, seen, lines, close } = linter();
  const [dead, next] = await Promise.all([
    lintThere(dockerfile('a', 'FROM deadly\n'), alone),
    lintThere(dockerfile('b', 'FROM node:latest\n'), alone),
  ]);
  expect(dead!.failed!.code).toBe('check-crashed');
  expect(rulesOf(next)).toContain('MLPS-IMG-002');
  expect([seen.spawned, lines.length]).toEqual([2, 1]);
  const heavy = ['c', 'd'].map((name) => lintThere(dockerfile(name, 'FROM heavy:latest\n'), alone));
  expect((await Promise.all(heavy)).map((judged) => judged!.failed)).toEqual([undefined, undefined]);
  expect(seen.spawned).toBe(3);
  // One that dies by itself dies in a thread of its own, too.
  expect((await lintThere(dockerfile('e', 'FROM deadly\n'), alone))!.failed!.code).toBe('check-crashed');
  expect([seen.spawned, lines.length]).toEqual([4, 2]);
  close();
});

it('passes over what became obsolete while it waited, and keeps no open document waiting in the thread', async () => {
  const { lint: lintThere, seen, close } = linter();
  let version = 0;
  const judged = [1, 2, 3].map((mine) => {
    version = mine;
    const turn = { isOpen: true, isObsolete: () => version !== mine };
    return lintThere(dockerfile('a', `FROM node:${mine}\n`), alone, turn);
  });
  // The first had begun, but was to be told more.
  expect((await Promise.all(judged)).map((one) => one !== undefined)).toEqual([false, false, true]);
  expect(new Set(seen.jobs.map(({ document }) => document.text)).size).toBe(2);
  close();
});

it('works out what services lack when somebody asks, of what was judged as long as it holds', async () => {
  const { lint: lintThere, seen, close } = linter();
  const text = 'services:\n  web:\n    image: nginx:$TAG\n    privileged: true\n';
  const compose = { uri: `${ROOT}compose.yaml`, kind: 'compose' as const, text };
  const texts: Record<string, string> = { [`${ROOT}.env`]: 'TAG=1.27\n' };
  const files = { text: (other: string) => texts[other] ?? null };
  const context = contextOf(files, { profile: 'recommended', hardening: true });
  const first = (await lintThere(compose, context))!;
  const answers = () => seen.jobs.map(({ hardens }) => hardens);
  expect(answers()).not.toContain(true);
  seen.judged = 0;
  const expected = lint(compose, context).hardening!();
  expect(expected).toHaveLength(1);
  expect(first.lacking).toContainEqual(expected[0]!.range);
  for (let i = 0; i < 2; i++) expect(await first.hardening!()).toEqual(expected);
  expect([seen.judged, answers().filter(Boolean).length]).toEqual([0, 1]);
  // What it rests on is no more, and another text than the thread's last.
  const second = (await lintThere(compose, context))!;
  texts[`${ROOT}.env`] = 'TAG=1.29\n';
  await lintThere({ ...compose, uri: `${ROOT}b.compose.yaml` }, context);
  seen.judged = 0;
  expect(await second.hardening!()).toEqual(expected);
  expect(seen.judged).toBe(1);
  const third = (await lintThere(compose, context))!;
  await lintThere({ ...compose, text: `${text}    restart: always\n` }, context);
  seen.judged = 0;
  expect(await third.hardening!()).toEqual(expected);
  expect(seen.judged).toBe(1);
  // A thread that never saw it, one that judges nothing any more.
  const last = (await lintThere({ ...compose, text: `# later\n${text}` }, context))!;
  await lintThere(dockerfile('dead', 'FROM deadly\n'), alone);
  expect(await last.hardening!()).toHaveLength(1);
  expect(seen.spawned).toBe(3);
  close();
  expect(await first.hardening!()).toEqual(expected);
  expect(await (await lintThere(compose, context))!.hardening?.()).toEqual([]);
});

it('judges what is open before what nobody looks at', async () => {
  const { lint: lintThere, seen, close } = linter();
  const others = ['a', 'b', 'c'].map((name) => lintThere(dockerfile(name, 'FROM node:1\n'), alone));
  await lintThere(dockerfile('open', 'FROM node:1\n'), alone, { isOpen: true });
  await Promise.all(others);
  const order = [...new Set(seen.jobs.map(({ document }) => document.uri.split('/').at(-2)))];
  // The thread had the first two.
  expect(order).toEqual(['a', 'b', 'open', 'c']);
  close();
});

it('hears an answer that came while it was itself kept busy', async () => {
  const { lint: lintThere, seen, close } = linter(30);
  await lintThere(dockerfile('a', 'FROM scratch\n'), alone);
  const judged = lintThere(dockerfile('b', 'FROM node:latest\n'), alone);
  const start = performance.now();
  while (performance.now() - start < 60);
  expect(rulesOf(await judged)).toContain('MLPS-IMG-002');
  expect(seen.spawned).toBe(1);
  close();
});

it('answers what is left when it is closed', async () => {
  const { lint: lintThere, close } = linter();
  const left = ['forever', 'node'].map((image) => lintThere(dockerfile(image, `FROM ${image}\n`), alone));
  close();
  left.push(lintThere(dockerfile('late', 'FROM node\n'), alone));
  expect((await Promise.all(left)).map((judged) => judged!.failed!.code)).toEqual([
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
});
