/** Files of the installed extension with one byte flipped: they are named, and nothing of them runs. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { lane } from './lane';
import { openSession, root, type Session } from './session';

const FILES = {
  'line.txt': 'a line to be made',
  ...Object.fromEntries(
    ['hello.png', 'label.webp'].map((name) => [name, readFileSync(path.join(root, 'samples/pictures', name))]),
  ),
};
const told = /missing or not as shipped/;
let session: Session;
let restore = () => {};
beforeAll(async () => {
  session = await openSession({ files: FILES });
});
afterAll(() => session?.close());
// What is open would be there again after the reload, and be read.
beforeEach(() => session.vsc.closeAllEditors());
afterEach(() => restore());

/** The folder that VS Code installed the extension into. */
function installed(): string {
  const folder = path.join(lane.state, 'extensions');
  return path.join(folder, readdirSync(folder).find((name) => name.startsWith('qr-code-master.qr-code-master-'))!);
}

/** Until the test ends, for the extension that starts anew in the same window. */
async function spoil(name: string, how: (file: string, bytes: Buffer) => void): Promise<string> {
  const file = path.join(installed(), name);
  const bytes = readFileSync(file);
  how(file, bytes);
  restore = () => writeFileSync(file, bytes);
  await session.vsc.reload();
  return file;
}

const flip = (name: string) =>
  spoil(name, (file, bytes) => {
    const changed = Buffer.from(bytes);
    changed[bytes.length >> 1]! ^= 1;
    writeFileSync(file, changed);
  });

const remove = (name: string) => spoil(name, (file) => rmSync(file));

const tells = async (file: string) => expect(await session.vsc.notification(told)).toContain(file);
const openDockerfile = () => session.vsc.openFile('Dockerfile');

test('the extension as it was installed is silent', async () => {
  await openDockerfile();
  await session.vsc.problems({ min: 1 });
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  await (await session.panel()).locator('#panel').waitFor();
  expect(await session.vsc.page.getByText(told).count()).toBe(0);
});

test.each([
  'dist/thread.js',
  'dist/worker.js',
  'dist/nodeServer.js',
  'dist/linter.js',
  'dist/client.js',
  'media/l10n/bundle.l10n.zh-cn.json',
])('%s is named when the first file is to be checked', async (name) => {
  const file = await flip(name);
  await openDockerfile();
  await tells(file);
  if (name.endsWith('.js'))
    expect(await session.vsc.problems({ min: 0 }).then((problems: unknown[]) => problems.length)).toBe(0);
});

test('a changed thread of the linter is named, and the file is told not to be checked', async () => {
  const file = await flip('dist/lintWorker.js');
  await openDockerfile();
  await tells(file);
  const problems = await session.vsc.problems({ min: 1 });
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).toContain('lintWorker.js');
});

test('a changed thread of the log is named, and files are checked all the same', async () => {
  const file = await flip('dist/auditWorker.js');
  await openDockerfile();
  await tells(file);
  expect(await session.vsc.problems({ min: 1 })).not.toEqual([]);
});

test.each(['dist/panel.js', 'dist/panelHost.js'])('the panel does not open with a changed %s', async (name) => {
  const file = await flip(name);
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  await tells(file);
  expect(await session.vsc.page.locator('iframe.webview').count()).toBe(0);
});

/** A picture of the Explorer, until its card says what is expected. */
async function reads(picture: string, expected: string): Promise<void> {
  const { vsc, panel } = session;
  await vsc.explorerMenu(picture, 'Decode QR Code in Image');
  const card = (await panel()).locator(`.picture-card[aria-label="${picture}"]`);
  await card.filter({ hasText: expected }).waitFor();
}

/** A symbol of a file’s only line, until its card says what is expected. */
async function makes(expected: string): Promise<void> {
  const { vsc, panel } = session;
  await vsc.openFile('line.txt');
  await vsc.goto(1, 1);
  await vsc.page.keyboard.press('Shift+End');
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  await (await panel()).locator('.card:not(.picture-card)').filter({ hasText: expected }).first().waitFor();
}

test.each([
  ['damaged', flip],
  ['missing', remove],
])('no symbol is read or proven with a %s decoder, and files are checked all the same', async (_, spoiled) => {
  const file = await spoiled('dist/zxing_reader.wasm');
  await reads('hello.png', 'zxing_reader.wasm');
  await tells(file);
  await makes('zxing_reader.wasm');
  await openDockerfile();
  expect(await session.vsc.problems({ min: 1 })).not.toEqual([]);
});

test.each(['decodeWorker.js', 'decoder.js'])('no picture is read with a changed %s', async (name) => {
  const file = await flip(`dist/${name}`);
  await reads('hello.png', name);
  await tells(file);
});

test.each([
  ['damaged', flip],
  ['missing', remove],
])('no WebP picture is read with a %s decoder of those, and all else goes on', async (_, spoiled) => {
  const file = await spoiled('dist/webp-dec.wasm');
  await reads('label.webp', 'webp-dec.wasm');
  await tells(file);
  await reads('hello.png', 'Hello from QR Code Master');
  await makes('a line to be made');
  await openDockerfile();
  expect(await session.vsc.problems({ min: 1 })).not.toEqual([]);
});
