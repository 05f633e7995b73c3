import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checker } from '../../../src/worker/service/checker';
import { settingsOf } from '../../../src/worker/service/settings';
import { workspaceTexts } from '../../../src/worker/service/workspaceTexts';

const folders = ['file:///w'];

function workspace(files: Record<string, string>, open: TextDocument[] = []) {
  const reads = new Map<string, number>();
  const documents = { get: (uri: string) => open.find((document) => document.uri === uri), all: () => open };
  const read = async (uri: string) => {
    reads.set(uri, (reads.get(uri) ?? 0) + 1);
    const text = files[uri];
    return text === undefined ? null : Buffer.from(text);
  };
  const texts = workspaceTexts(documents, { read }, folders);
  const settings = settingsOf(undefined, folders);
  return { reads, ...checker({ texts, settings, locale: 'en', today: () => '2026-01-31' }) };
}

const rulesOf = (found: { rule: string }[] | undefined) => found?.map(({ rule }) => rule);

test('many files: each is read at most twice, as itself and as a neighbour, and what is missing once', async () => {
  const files: Record<string, string> = { 'file:///w/.qrcodemaster.yaml': 'profile: mlps3\n' };
  for (let i = 0; i < 20; i++) {
    files[`file:///w/${i}/Dockerfile`] = 'FROM node:latest\nCOPY . /app\nCMD ["node"]\n';
    files[`file:///w/${i}/compose.yaml`] = 'services:\n  web:\n    build: .\n    privileged: true\n';
  }
  const { checkFile, reads } = workspace(files);
  const found = await Promise.all(Object.keys(files).slice(1).map(checkFile));
  expect(found.every((findings) => findings!.length > 0)).toBe(true);
  const most = (exists: boolean) => Math.max(...[...reads].map(([uri, count]) => (uri in files === exists ? count : 0)));
  expect([most(true), most(false)]).toEqual([expect.toSatisfy((count) => count <= 2), 1]);
  expect(reads.get('file:///w/.qrcodemaster.yaml')).toBe(1);
});

test('a file is judged as it is now; what is no deployment file is no file without findings', async () => {
  const files: Record<string, string> = {
    'file:///w/Dockerfile': 'FROM node:latest\n',
    'file:///w/data.yaml': 'a: 1\n',
    'file:///w/README.md': '# A',
  };
  const { checkFile } = workspace(files);
  expect(rulesOf(await checkFile('file:///w/Dockerfile'))).toContain('MLPS-IMG-002');
  files['file:///w/Dockerfile'] = 'FROM scratch\n';
  expect(rulesOf(await checkFile('file:///w/Dockerfile'))).not.toContain('MLPS-IMG-002');
  expect(await Promise.all(['data.yaml', 'README.md', 'none'].map((name) => checkFile(`file:///w/${name}`)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('an open document is judged once a version, until it is forgotten', async () => {
  const document = TextDocument.create('file:///w/Dockerfile', 'dockerfile', 1, 'FROM node:latest\n');
  const { check, forget, forgetAllBut } = workspace({}, [document]);
  const first = check(document);
  expect(check(document)).toBe(first);
  forgetAllBut('file:///w/Dockerfile');
  expect(check(document)).toBe(first);
  forget('file:///w/Dockerfile');
  expect(check(document)).not.toBe(first);
  expect(rulesOf((await check(document)).findings)).toContain('MLPS-IMG-002');
});
