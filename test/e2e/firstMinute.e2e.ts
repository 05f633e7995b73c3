/** The walkthrough and what it leads to, in a window without a folder too. */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withFile } from './kit/server.mjs';
import { openWorkbench } from './kit/workbench.mjs';
import { shows } from './screen';
import { openSession, type Session, type Workbench } from './session';

const title = (command: string) => `QR Code Master: ${command}`;
let session: Session;
/** A window without a folder. */
let bare: Workbench;

beforeAll(async () => {
  session = await openSession();
  bare = await openWorkbench(new URL('/?ew=true', session.url).toString(), { ready: 'workbench' });
});
afterAll(async () => {
  await bare?.close();
  await session?.close();
});

const panelOf = (vsc: Workbench) => vsc.webview('qr-code-master.qr-code-master');
const step = (id: string) => bare.page.locator(`.getting-started-step[data-step-id$="#start#${id}"]`);
const isDone = async (id: string) =>
  (await step(id).locator('[role="checkbox"]').first().getAttribute('aria-checked')) === 'true';
/** Opens the walkthrough at a step, and presses what is offered there. */
async function press(id: string, button: string): Promise<void> {
  await bare.command(title('Get Started'));
  await step(id).click();
  await step(id).locator('.monaco-button', { hasText: button }).first().click();
}

test('four steps with pictures in the colours of the theme', async () => {
  await bare.command(title('Get Started'));
  for (const id of ['make', 'read', 'check', 'report']) {
    await step(id).click();
    expect(await isDone(id)).toBe(false);
    await bare.page.locator('.getting-started-media').first().waitFor();
  }
  expect(await bare.page.locator('.getting-started-step').count()).toBe(4);
});

test('step 1 makes a code of a text, and is done', async () => {
  await press('make', 'Make a Sample QR Code');
  await shows(await panelOf(bare), 'Hello, QR!');
  await bare.command(title('Get Started'));
  await expect.poll(() => isDone('make')).toBe(true);
  expect(await isDone('read')).toBe(false);
});

test('step 2 reads a picture, and is done', async () => {
  await press('read', 'Read a Sample Picture');
  const panel = await panelOf(bare);
  await panel.locator('.picture-card', { hasText: 'Hello from QR Code Master' }).waitFor();
  await bare.command(title('Get Started'));
  await expect.poll(() => isDone('read')).toBe(true);
});

test('step 3 checks a Dockerfile that can be edited, and is done', async () => {
  await press('check', 'Check a Sample Dockerfile');
  await expect
    .poll(async () => (await bare.problems({ min: 1 })).map(({ code }: { code?: string }) => code), { timeout: 60_000 })
    .toContain('MLPS-IMG-002');
  await bare.command(title('Get Started'));
  await expect.poll(() => isDone('check')).toBe(true);
});

test('step 4 shows the view, which leads to a folder', async () => {
  await press('report', 'Show Checklist');
  await bare.page.locator('.pane-body .monaco-button', { hasText: 'Open Folder' }).waitFor();
  await bare.command(title('Get Started'));
  await expect.poll(() => isDone('report')).toBe(true);
});

test('what needs a folder offers to open one', async () => {
  await bare.command(title('Check Workspace Compliance'));
  expect(await bare.notification('Open a folder first')).toBeTruthy();
  await bare.page.locator('.notification-toast .monaco-button', { hasText: 'Open Folder' }).first().waitFor();
});

test('npm start opens its folder with hello.md', async () => {
  const vsc = await openWorkbench(withFile(session.url, path.join(session.folder, 'hello.md')));
  try {
    await vsc.tab('hello.md').waitFor();
    await expect.poll(() => vsc.editorText()).toContain('Hello, QR!');
  } finally {
    await vsc.close();
  }
});
