/**
 * One edit in a workspace of 1,000 files: what is read and judged again, counted. Nothing else may
 * be, however many files are open.
 */
import { beforeAll, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createChecker } from '../../../src/worker/compliance/checker';
import type { Lint } from '../../../src/worker/compliance/index';
import { settingsOf } from '../../../src/worker/service/settings';
import { workspaceTexts } from '../../../src/worker/service/workspaceTexts';
import { lintHere } from '../service/lintHere';

const APPS = 200;
const FILES: Record<string, string> = {
  'compose.yaml': 'services:\n  web:\n    image: example/web:$TAG\n    ports: ["8080:80"]\n    build: build\n',
  '.env': 'TAG=1.27\n',
  'build/Dockerfile': 'FROM node:latest\nCOPY . /app\n',
  'scripts/firewall.sh': 'iptables -A INPUT -p tcp --dport 8080 -j DROP\n',
  'notes/compose.alone.yaml': 'services:\n  alone:\n    image: nginx:latest\n',
};
const at = (app: number, name: string) => `file:///w/app${app}/${name}`;

const files: Record<string, string> = {};
for (let app = 0; app < APPS; app++) for (const [name, text] of Object.entries(FILES)) files[at(app, name)] = text;
const entries = new Map<string, Map<string, boolean>>();
for (const uri of Object.keys(files)) {
  const parts = uri.split('/');
  for (let length = parts.length - 1; length > 2; length--) {
    const folder = parts.slice(0, length).join('/');
    if (!entries.has(folder)) entries.set(folder, new Map());
    entries.get(folder)!.set(parts[length]!, length < parts.length - 1);
  }
}

/** All but the files with variables, which lie on the disk. */
const open = new Map(
  Object.entries(files).flatMap(([uri, text]) =>
    uri.endsWith('.env') ? [] : [[uri, TextDocument.create(uri, '', 1, text)] as const],
  ),
);
const count = { read: [] as string[], judged: new Set<string>() };
const here = lintHere();
const lint: Lint = (document, context, turn) => {
  count.judged.add(document.uri);
  return here(document, context, turn);
};
const folders = () => ['file:///w'];
const texts = workspaceTexts(
  { get: (uri) => open.get(uri), all: () => [...open.values()] },
  {
    read: async (uri) => {
      count.read.push(uri);
      const text = files[uri];
      return text === undefined ? null : Buffer.from(text);
    },
    readFolder: async (uri) => {
      count.read.push(`${uri}/`);
      const names = entries.get(uri);
      return names ? [...names].map(([name, isFolder]) => ({ name, isFolder })) : null;
    },
    stamp: (uri) => files[uri],
  },
  folders,
);
const settings = settingsOf(undefined, folders);
const checker = createChecker({ workspace: texts, settings, locale: 'en', today: () => '2026-01-31', lint });

/** Every open document is asked for, as an editor might that shows them all. */
async function judgeAll(): Promise<{ read: string[]; judged: string[] }> {
  count.read = [];
  count.judged.clear();
  await Promise.all([...open.values()].map((document) => checker.check(document)));
  return { read: count.read, judged: [...count.judged].sort() };
}

function edit(uri: string, text: string) {
  const document = open.get(uri)!;
  TextDocument.update(document, [{ text }], document.version + 1);
  checker.forgetDependents([uri]);
}

beforeAll(async () => {
  expect((await judgeAll()).judged).toHaveLength(open.size);
});

test('nothing changed: nothing is read or judged', async () => {
  expect(await judgeAll()).toEqual({ read: [], judged: [] });
});

test('a compose file: itself and the firewall script that sees its ports', async () => {
  edit(at(7, 'compose.yaml'), FILES['compose.yaml']!.replace('8080:80', '8081:80'));
  const { read, judged } = await judgeAll();
  expect(judged).toEqual([at(7, 'compose.yaml'), at(7, 'scripts/firewall.sh')]);
  expect(read).toEqual([]);
});

test('a file with variables that changed on the disk: it is read, and what names it is judged', async () => {
  files[at(8, '.env')] = 'TAG=latest\n';
  const { read, judged } = await judgeAll();
  // Its `COMPOSE_FILE` could name the compose file of the folder below.
  const below = at(8, 'notes/compose.alone.yaml');
  expect(judged).toEqual([at(8, 'compose.yaml'), below, at(8, 'scripts/firewall.sh')]);
  expect(read).toEqual([at(8, '.env')]);
});

test('a file that nobody looks at: itself', async () => {
  edit(at(9, 'notes/compose.alone.yaml'), 'services:\n  alone:\n    image: nginx:1.29\n');
  expect(await judgeAll()).toEqual({ read: [], judged: [at(9, 'notes/compose.alone.yaml')] });
});
