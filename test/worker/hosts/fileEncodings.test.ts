/**
 * Files of the disk in other encodings than UTF-8, as the language server over stdio reads them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { encodeGb18030 } from '../../../src/worker/text/gb18030';
import { type Host, overStdio } from './connect';

let host: Host;
afterEach(() => void host.end());

async function start(files: Record<string, string | Uint8Array>) {
  const folder = mkdtempSync(join(tmpdir(), 'encodings-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  host = overStdio();
  const { connection } = host;
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  const workspace = { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } };
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri,
    capabilities: { textDocument: { diagnostic: {} }, workspace },
  });
  await connection.sendNotification('initialized', {});
  const open = async (name: string, text: string) => {
    const uri = `${rootUri}/${name}`;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'x', version: 1, text },
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    type Report = { items: { code: string }[] };
    const { items } = await connection.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri } });
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
    const actions = await connection.sendRequest<{ edit: unknown }[]>('textDocument/codeAction', params);
    return { codes: items.map(({ code }) => code), edits: JSON.stringify(actions.map(({ edit }) => edit)) };
  };
  return { connection, folder, open };
}

const compose = (name: string) =>
  `# ${name}\nservices:\n  a:\n    image: app:1\n    privileged: true\n    user: root\n`;

test('the workspace check judges UTF-16 and GB 18030', async () => {
  const { connection } = await start({
    'a.compose.yaml': Buffer.from(`\ufeff${compose('数据库')}`, 'utf16le'),
    'b.compose.yaml': Buffer.from(compose('数据库'), 'utf16le'),
    'c.compose.yaml': encodeGb18030(compose('数据库'))!,
  });
  type Report = { items: { items: { code: string }[] }[] };
  const { items } = await connection.sendRequest<Report>('workspace/diagnostic', { previousResultIds: [] });
  expect(items.map((file) => file.items.some(({ code }) => code === 'MLPS-RUN-008'))).toEqual([true, true, true]);
});

test('a document that was opened in a wrong encoding is judged, but nothing in it is changed', async () => {
  const { open } = await start({});
  const wrong = Buffer.from(encodeGb18030(compose('数据库'))!).toString();
  const { codes, edits } = await open('compose.yaml', wrong);
  expect(codes).toEqual(expect.arrayContaining(['MLPS-DOC-004', 'MLPS-RUN-008']));
  expect(edits).not.toContain('/compose.yaml":');
  expect((await open('b.compose.yaml', compose('数据库'))).edits).toContain('/b.compose.yaml":');
});

test('no edit of a neighbour is offered that an editor would open in a wrong encoding', async () => {
  const config = 'rules: {}\n';
  const ascii = await start({ '.qrcodemaster.yaml': config });
  expect((await ascii.open('compose.yaml', compose('a'))).edits).toContain('.qrcodemaster.yaml');
  host.end();
  const chinese = await start({ '.qrcodemaster.yaml': encodeGb18030(`# 配置\n${config}`)! });
  expect((await chinese.open('compose.yaml', compose('a'))).edits).not.toContain('.qrcodemaster.yaml');
});

test.skipIf(process.platform === 'win32')('pipes do not wedge the server', async () => {
  const { folder, open } = await start({});
  execFileSync(
    'mkfifo',
    ['.env', 'Dockerfile', '.qrcodemaster.yaml', '.dockerignore', '.gitignore', 'a.env'].map((name) =>
      join(folder, name),
    ),
  );
  const text = `${compose('a')}    build: .\n    env_file: a.env\n    environment: ["A=$A"]\n`;
  expect((await open('compose.yaml', text)).codes).toContain('MLPS-RUN-008');
});

test('links out of the folder are not read, nor files above it', async () => {
  const { folder, open } = await start({});
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  writeFileSync(join(outside, 'env'), 'PORT=22:22\n');
  const text = 'services:\n  a:\n    image: app:1\n    ports: ["${PORT}"]\n';
  symlinkSync(join(outside, 'env'), join(folder, '.env'));
  expect((await open('compose.yaml', text)).codes).not.toContain('MLPS-NET-002');
  host.end();
  const inside = await start({ 'real.env': 'PORT=22:22\n' });
  symlinkSync('real.env', join(inside.folder, '.env'));
  expect((await inside.open('compose.yaml', text)).codes).toContain('MLPS-NET-002');
});
