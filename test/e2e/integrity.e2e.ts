/** Files of the installed extension with one byte flipped: they are named, and nothing of them runs. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { openSession, root, type Session } from './session';

const told = /missing or not as shipped/;
let session: Session | undefined;
let restore = () => {};
// The first session installs it.
beforeAll(async () => (await openSession()).close());
afterEach(async () => {
  restore();
  await session?.close();
  session = undefined;
});

/** The folder that VS Code installed the extension into. */
function installed(): string {
  const folder = path.join(process.env.E2E_STATE!, 'extensions');
  return path.join(folder, readdirSync(folder).find((name) => name.startsWith('qr-code-master.qr-code-master-'))!);
}

/** Until the test ends. */
function flip(name: string): string {
  const file = path.join(installed(), name);
  const bytes = readFileSync(file);
  const changed = Buffer.from(bytes);
  changed[bytes.length >> 1]! ^= 1;
  writeFileSync(file, changed);
  restore = () => writeFileSync(file, bytes);
  return file;
}

const openDockerfile = ({ vsc }: Session) => vsc.openFile('Dockerfile');

test('the extension as it was installed is silent', async () => {
  session = await openSession();
  await openDockerfile(session);
  await session.vsc.problems({ min: 1 });
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  await (await session.panel()).locator('#panel').waitFor();
  expect(await session.vsc.page.getByText(told).count()).toBe(0);
});

test.each(['dist/worker.js', 'dist/linter.js', 'dist/client.js', 'media/l10n/bundle.l10n.zh-cn.json'])(
  '%s is named when the first file is to be checked',
  async (name) => {
    const file = flip(name);
    session = await openSession();
    await openDockerfile(session);
    expect(await session.vsc.notification(told)).toContain(file);
    if (name.endsWith('.js'))
      expect(await session.vsc.problems({ min: 0 }).then((problems: unknown[]) => problems.length)).toBe(0);
  },
);

test.each(['dist/panel.js', 'dist/panelHost.js'])('the panel does not open with a changed %s', async (name) => {
  const file = flip(name);
  session = await openSession();
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  expect(await session.vsc.notification(told)).toContain(file);
  expect(await session.vsc.page.locator('iframe.webview').count()).toBe(0);
});

test('no picture is read with a changed decoder', async () => {
  const file = flip('dist/zxing_reader.wasm');
  session = await openSession({ files: { 'hello.png': readFileSync(path.join(root, 'samples/pictures/hello.png')) } });
  await session.vsc.explorerMenu('hello.png', 'Decode QR Code in Image');
  expect(await session.vsc.notification(told)).toContain(file);
  const card = (await session.panel()).locator('.picture-card').first();
  await card.waitFor();
  expect(await card.textContent()).toContain('zxing_reader.wasm');
});
