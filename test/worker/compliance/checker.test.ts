import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { baselineOf } from '../../../src/worker/compliance/baseline/baselineOf';
import { writeBaseline } from '../../../src/worker/compliance/baseline/writeBaseline';
import { createChecker } from '../../../src/worker/compliance/checker';
import { settingsOf } from '../../../src/worker/service/settings';
import { workspaceTexts } from '../../../src/worker/service/workspaceTexts';
import { lintHere } from '../service/lintHere';

const folders = () => ['file:///w'];

function workspace(files: Record<string, string>, open: TextDocument[] = [], lint = lintHere()) {
  const reads = new Map<string, number>();
  const documents = { get: (uri: string) => open.find((document) => document.uri === uri), all: () => open };
  const read = async (uri: string) => {
    reads.set(uri, (reads.get(uri) ?? 0) + 1);
    const text = files[uri];
    return text === undefined ? null : Buffer.from(text);
  };
  const readFolder = async (uri: string) => {
    const names = Object.keys(files).flatMap((path) =>
      path.startsWith(`${uri}/`) ? path.slice(uri.length + 1).split('/') : [],
    );
    return names.length > 0
      ? [...new Set(names)].map((name) => ({ name, isFolder: !(`${uri}/${name}` in files) }))
      : null;
  };
  const texts = workspaceTexts(documents, { read, readFolder, stamp: (uri) => files[uri] }, folders);
  const settings = settingsOf(undefined, folders);
  return { reads, ...createChecker({ workspace: texts, settings, locale: 'en', today: () => '2026-01-31', lint }) };
}

const rulesOf = (found: { rule: string }[] | undefined) => found?.map(({ rule }) => rule);

test('many files: each is read at most twice, as itself and as a neighbour, and what is missing once', async () => {
  const files: Record<string, string> = { 'file:///w/.qrcodemaster.yaml': 'profile: mlps3\n' };
  for (let i = 0; i < 20; i++) {
    files[`file:///w/${i}/Dockerfile`] = 'FROM node:latest\nCOPY . /app\nCMD ["node"]\n';
    files[`file:///w/${i}/compose.yaml`] = 'services:\n  web:\n    build: .\n    privileged: true\n';
  }
  const { checkFound, reads } = workspace(files);
  const found = await Promise.all(Object.keys(files).slice(1).map(checkFound));
  expect(found.every((checked) => checked!.findings.length > 0)).toBe(true);
  const most = (exists: boolean) =>
    Math.max(...[...reads].map(([uri, count]) => (uri in files === exists ? count : 0)));
  expect([most(true), most(false)]).toEqual([expect.toSatisfy((count) => count <= 2), 1]);
  expect(reads.get('file:///w/.qrcodemaster.yaml')).toBe(1);
});

test('a file is judged as it is now; what is no deployment file is no file without findings', async () => {
  const files: Record<string, string> = {
    'file:///w/Dockerfile': 'FROM node:latest\n',
    'file:///w/data.yaml': 'a: 1\n',
    'file:///w/README.md': '# A',
  };
  const { checkFound } = workspace(files);
  expect(rulesOf((await checkFound('file:///w/Dockerfile'))?.findings)).toContain('MLPS-IMG-002');
  files['file:///w/Dockerfile'] = 'FROM scratch\n';
  expect(rulesOf((await checkFound('file:///w/Dockerfile'))?.findings)).not.toContain('MLPS-IMG-002');
  expect(await Promise.all(['data.yaml', 'README.md', 'none'].map((name) => checkFound(`file:///w/${name}`)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('an open document is judged once a version, until it is forgotten', async () => {
  const document = TextDocument.create('file:///w/Dockerfile', 'dockerfile', 1, 'FROM node:latest\n');
  const { check, forget, forgetDependents } = workspace({}, [document]);
  const first = check(document);
  expect(check(document)).toBe(first);
  await first;
  forgetDependents(['file:///w/other']);
  expect(check(document)).toBe(first);
  forgetDependents(['file:///w/.qrcodemaster.yaml']);
  const second = check(document);
  expect(second).not.toBe(first);
  forget('file:///w/Dockerfile');
  expect(check(document)).not.toBe(second);
  expect(rulesOf((await check(document)).findings)).toContain('MLPS-IMG-002');
});

test('what was read is compared when it is asked for again: a client may tell of no change', async () => {
  const files: Record<string, string> = {
    'file:///w/.gitignore': 'x\n',
    'file:///w/settings.conf': 'DB_PASSWORD=Qx7vLp92mZ\n',
    'file:///w/compose.yaml': 'services:\n  db:\n    image: postgres:17\n    env_file: settings.conf\n',
  };
  const document = TextDocument.create('file:///w/compose.yaml', 'dockercompose', 1, files['file:///w/compose.yaml']!);
  const { check } = workspace(files, [document]);
  const rules = async () => rulesOf((await check(document)).findings);
  expect(await rules()).toContain('MLPS-SEC-006');
  files['file:///w/.gitignore'] = '*.conf\n';
  expect(await rules()).not.toContain('MLPS-SEC-006');
  files['file:///w/.gitignore'] = '';
  expect(await rules()).toContain('MLPS-SEC-006');
});

test('a finding of two files is told in both, and goes from both when either changes', async () => {
  const files: Record<string, string> = {
    'file:///w/compose.yaml': 'services:\n  web:\n    image: example/web:1\n    ports: ["8080:80"]\n',
    'file:///w/scripts/firewall.sh': 'iptables -A INPUT -p tcp --dport 8080 -j DROP\n',
    'file:///w/Dockerfile': 'FROM scratch\n',
  };
  const open = Object.entries(files).map(([uri, text]) => TextDocument.create(uri, '', 1, text));
  const [compose, script, dockerfile] = open as [TextDocument, TextDocument, TextDocument];
  const { check, forgetDependents } = workspace(files, open);
  const concerned = async () =>
    Promise.all(
      [compose, script].map(async (document) => rulesOf((await check(document)).findings)!.includes('MLPS-NET-004')),
    );
  const other = check(dockerfile);
  expect(await concerned()).toEqual([true, true]);
  const { related } = (await check(compose)).findings.find(({ rule }) => rule === 'MLPS-NET-004')!;
  expect(related!.map(({ uri }) => uri)).toEqual([script.uri]);
  TextDocument.update(script, [{ text: 'iptables -A INPUT -p tcp --dport 8081 -j DROP\n' }], 2);
  forgetDependents([script.uri]);
  expect(await concerned()).toEqual([false, false]);
  TextDocument.update(compose, [{ text: 'services:\n  web:\n    image: example/web:1\n    ports: ["8081:80"]\n' }], 2);
  forgetDependents([compose.uri]);
  expect(await concerned()).toEqual([true, true]);
  // What neither of them concerns was not judged again.
  expect(check(dockerfile)).toBe(other);
});

test('a search leaves out what git ignores, but not the env files that it is to ignore', async () => {
  const { checkFound } = workspace({
    'file:///w/.gitignore': 'out/\n*.env\n/b/Dockerfile\n',
    'file:///w/out/deep/Dockerfile': 'FROM node:latest\n',
    'file:///w/b/Dockerfile': 'FROM node:latest\n',
    'file:///w/c/Dockerfile': 'FROM node:latest\n',
    'file:///w/prod.env': 'A=1\n',
  });
  const judged = ['out/deep/Dockerfile', 'b/Dockerfile', 'c/Dockerfile', 'prod.env'].map((path) =>
    checkFound(`file:///w/${path}`),
  );
  expect((await Promise.all(judged)).map((found) => found !== undefined)).toEqual([false, false, true, true]);
});

test('who asked for a version that is no more gets the one that is, and only that is judged', async () => {
  const document = TextDocument.create('file:///w/Dockerfile', 'dockerfile', 1, 'FROM node:latest\n');
  const judged = new Set<string>();
  const here = lintHere();
  let start = () => {};
  const begun = new Promise<void>((resolve) => (start = resolve));
  const { check } = workspace({}, [document], async (asked, context, turn) => {
    await begun;
    const result = await here(asked, context, turn);
    if (result) judged.add(asked.text);
    return result;
  });
  const first = check(document);
  TextDocument.update(document, [{ text: 'FROM node:latest\nUSER root\n' }], 2);
  const second = check(document);
  start();
  expect(await first).toBe(await second);
  expect([...judged]).toEqual(['FROM node:latest\nUSER root\n']);
});

test('bytes are judged and fixed as the file would be, without it being open; what is safe alone, unless told', async () => {
  const { check, fixAll } = workspace({});
  const text = 'services:\n  a:\n    image: app:1\n    user: root # 王\n    cap_add: [CHOWN, NET_BIND_SERVICE]\n';
  const file = { uri: 'file:///w/compose.yaml', bytes: Buffer.from(`${text}    expose: ["8080"]\n`) };
  const safe = await fixAll(file, { unsafe: false });
  expect(safe.before).toEqual(await check(file));
  expect(rulesOf(safe.before.findings)).not.toEqual(rulesOf(safe.after.findings));
  const all = await fixAll(file, { unsafe: true });
  expect(all.count).toBeGreaterThan(safe.count);
  expect(all.after).toEqual(await check({ ...file, bytes: all.bytes }));
  const again = await fixAll({ ...file, bytes: all.bytes }, { unsafe: true });
  expect([again.count, again.bytes]).toEqual([0, all.bytes]);
});

test('a configuration that names no profile asks for the whole checklist, and may leave a file out', async () => {
  const files = { 'file:///w/a/.qrcodemaster.yaml': 'ignore: [b/**]\n', 'file:///w/.git': '' };
  const { check } = workspace(files);
  const at = async (path: string) => check({ uri: `file:///w/${path}`, bytes: Buffer.from('FROM app:1\n') });
  expect(await at('Dockerfile')).toMatchObject({ profile: 'recommended', isLeftOut: false });
  const held = await at('a/Dockerfile');
  expect(held).toMatchObject({ profile: 'mlps3', config: { path: 'Dockerfile', problems: [] } });
  expect(held.findings.length).toBeGreaterThan((await at('Dockerfile')).findings.length);
  expect(await at('a/b/Dockerfile')).toMatchObject({ isLeftOut: true, findings: [], config: { path: 'b/Dockerfile' } });
});

test('what hardens a service comes with the findings: one lint a version', async () => {
  const compose = 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n';
  const document = TextDocument.create('file:///w/compose.yaml', 'dockercompose', 1, compose);
  const judged: string[] = [];
  const here = lintHere();
  const { check, checkFound } = workspace({ 'file:///w/other/compose.yaml': compose }, [document], (asked, ...more) => {
    judged.push(asked.uri);
    return here(asked, ...more);
  });
  for (let i = 0; i < 3; i++) {
    const { hardening, profile, findings } = await check(document);
    expect([profile, (await hardening!()).length]).toEqual(['recommended', 1]);
    expect(findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.hardens))).toEqual([]);
  }
  expect(judged).toEqual([document.uri]);
  // Nobody looks at it.
  expect((await checkFound('file:///w/other/compose.yaml'))!.hardening).toBeUndefined();
});

test('what the baseline of the configuration covers is marked, until the baseline changes', async () => {
  const files: Record<string, string> = {
    'file:///w/.qrcodemaster.yaml': 'profile: recommended\nbaseline: ci/base.json\n',
    'file:///w/a%20b/Dockerfile': 'FROM node:latest\n',
  };
  const uri = 'file:///w/a%20b/Dockerfile';
  const document = TextDocument.create(uri, 'dockerfile', 1, files[uri]!);
  const { check, checkFound } = workspace(files, [document]);
  const unread = await check(document);
  expect([unread.baseline?.problem, unread.findings[0]!.baselineState]).toEqual([expect.anything(), undefined]);
  const written = (path: string) =>
    writeBaseline(baselineOf([{ path, profile: 'recommended', findings: unread.findings }], '2026-01-31', '1'));
  const states = async () =>
    [await check(document), (await checkFound(uri))!].map(({ findings }) => findings[0]!.baselineState);
  files['file:///w/ci/base.json'] = written('../a b/Dockerfile');
  expect(await states()).toEqual(['unchanged', 'unchanged']);
  files['file:///w/ci/base.json'] = written('../b/Dockerfile');
  expect(await states()).toEqual(['new', 'new']);
  files['file:///w/.qrcodemaster.yaml'] = 'profile: recommended\n';
  expect(await states()).toEqual([undefined, undefined]);
});

test('a Dockerfile is judged again when a file changes that builds it', async () => {
  const compose = (target: string) => `services:\n  web:\n    build: { context: ., target: ${target} }\n`;
  const files: Record<string, string> = { 'file:///w/compose.yaml': compose('prod') };
  const text = 'FROM alpine:3.21 AS prod\nUSER 1000\nFROM prod AS tools\nUSER root\n';
  const document = TextDocument.create('file:///w/Dockerfile', 'dockerfile', 1, text);
  const { check } = workspace(files, [document]);
  expect(rulesOf((await check(document)).findings)).not.toContain('MLPS-RUN-001');
  files['file:///w/compose.yaml'] = compose('tools');
  expect(rulesOf((await check(document)).findings)).toContain('MLPS-RUN-001');
});
