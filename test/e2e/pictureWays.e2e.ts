/**
 * Ways in for pictures beside the Explorer: clipboard command, paste and drop into any editor, links
 * in documents, outputs of notebooks; with the real clipboard and drag.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withFile } from './kit/server.mjs';
import { openWorkbench } from './kit/workbench.mjs';
import { openSession, root, type Session } from './session';

const picture = (name: string) => path.join(root, 'samples', 'pictures', name);
const hello = 'Hello from QR Code Master';
const base64 = readFileSync(picture('hello.png')).toString('base64');
const notebook = {
  cells: [
    {
      cell_type: 'code',
      id: 'a',
      execution_count: 1,
      metadata: {},
      source: ['draw()'],
      outputs: [
        { output_type: 'display_data', metadata: {}, data: { 'image/png': base64, 'text/plain': ['<Figure>'] } },
      ],
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};
const page = `# Links

![good](pictures/hello.png) and ![none](pictures/no-code.png)

<img src="../secret.png"> ![data](data:image/png;base64,${base64})
`;

const named = `# Named

![first][image1]

![][image2]

[image1]: <data:image/png;base64,${base64}>
[image2]: pictures/hello.png "title"
`;

const single = `# Alone

![file](pictures/hello.png)

![inside](data:image/png;base64,${base64})
`;

let session: Session;
beforeAll(async () => {
  session = await openSession({
    files: {
      'named.md': named,
      'shown.html': '<img alt="a code" src="pictures/hello.png">\n',
      'page.md': page,
      'single.md': single,
      'code.ts': 'const a = 1;\n',
      'run.ipynb': JSON.stringify(notebook),
      'note.txt': '',
    },
  });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());

async function copyPicture(file: string): Promise<void> {
  await session.vsc.page.evaluate(async (data: string) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
  }, readFileSync(file).toString('base64'));
}
const texts = async () => {
  const panel = await session.panel();
  return (await panel.locator('#page-read .row .text-content').allTextContents()).map((text) => text.trim());
};

/** Drags a file from outside the browser onto the active editor and lets go. */
async function dropOnEditor(file: string): Promise<void> {
  const { page } = session.vsc;
  const box = (await page.locator('.editor-group-container.active .monaco-editor').first().boundingBox())!;
  const at = { x: box.x + 120, y: box.y + 12 };
  const cdp = await session.vsc.context.newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  // VS Code lets an editor have the drag while Shift is down.
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, ...at, data, modifiers: 8 });
  await cdp.detach();
}

test('the clipboard is read by its command, without a key', async () => {
  await copyPicture(picture('hello.png'));
  await session.vsc.command('QR Code Master: Read QR Code from Clipboard');
  await expect.poll(texts).toEqual([hello]);
  await session.vsc.page.evaluate(() => navigator.clipboard.writeText('only text'));
  await session.vsc.command('QR Code Master: Read QR Code from Clipboard');
  const panel = await session.panel();
  await panel.locator('.status.error', { hasText: 'no picture on the clipboard' }).waitFor();
});

test('a screenshot pasted into an editor gives the text of its code', async () => {
  await copyPicture(picture('hello.png'));
  await session.vsc.openFile('note.txt');
  await session.vsc.goto(1);
  await session.vsc.page.keyboard.press('Control+v');
  await expect.poll(() => session.vsc.editorText()).toBe(hello);
  await session.vsc.save();
});

test('a picture without a code pasted there gives nothing', async () => {
  const { vsc } = session;
  await vsc.openFile('code.ts');
  await vsc.goto(1);
  const before = await vsc.editorText();
  expect(before.trim()).toBe('const a = 1;');
  await copyPicture(picture('no-code.png'));
  await vsc.page.keyboard.press('Control+v');
  await vsc.page.waitForTimeout(4000);
  expect(await vsc.editorText()).toBe(before);
  // At the same place a picture with one gives its text: it was a paste that gave nothing.
  await copyPicture(picture('hello.png'));
  await vsc.page.keyboard.press('Control+v');
  await expect.poll(() => vsc.editorText()).toContain(hello);
  await vsc.page.keyboard.press('Control+z');
  await expect.poll(() => vsc.editorText()).toBe(before);
});

test('in Markdown VS Code inserts its own link first, and the text is one of the choices', async () => {
  await copyPicture(picture('hello.png'));
  await session.vsc.openFile('page.md');
  await session.vsc.goto(2);
  // VS Code's Markdown extension is there when it names the section.
  await session.vsc.page.locator('.monaco-breadcrumbs', { hasText: 'Links' }).first().waitFor();
  await session.vsc.page.keyboard.press('Control+v');
  const widget = session.vsc.page.locator('.post-edit-widget');
  await widget.waitFor();
  expect(await session.vsc.editorText()).toMatch(/!\[.*\]\(image.*\.png\)/);
  await widget.locator('a').first().click();
  await session.vsc.page.locator('.action-widget .monaco-list-row', { hasText: 'Insert decoded QR text' }).click();
  await expect.poll(() => session.vsc.editorText()).toContain(hello);
  for (let i = 0; i < 4; i++) await session.vsc.page.keyboard.press('Control+z');
});

test('a picture dropped on an editor gives the text of its code', async () => {
  await session.vsc.openFile('code.ts');
  await session.vsc.goto(1);
  await dropOnEditor(picture('label.gif'));
  await expect.poll(() => session.vsc.editorText()).toContain('LOT 2026-07 / BOX 13');
});

test('a picture that Markdown links tells its text when it is pointed at, and opens in the panel', async () => {
  await session.vsc.openFile('page.md');
  const { page: window } = session.vsc;
  const word = (text: string) =>
    window.locator('.editor-group-container.active .view-line span', { hasText: text }).last();
  const hover = window.locator('.monaco-hover:visible', { hasText: 'QR code:' });
  await word('pictures/hello.png').hover();
  await hover.waitFor();
  expect(await hover.textContent()).toContain(hello);
  await hover.locator('a', { hasText: 'Show in Panel' }).click();
  const panel = await session.panel();
  await panel.locator('.picture-card[aria-label="hello.png"]').waitFor();
  await session.vsc.openFile('page.md');
  await window.mouse.move(2, 2);
  await word('pictures/no-code.png').hover();
  await window.waitForTimeout(3000);
  expect(await hover.count()).toBe(0);
});

test('a picture that HTML shows tells its text when it is pointed at', async () => {
  await session.vsc.openFile('shown.html');
  const { page: window } = session.vsc;
  const hover = window.locator('.monaco-hover:visible', { hasText: 'QR code:' });
  const lines = window.locator('.editor-group-container.active .view-line span');
  // A window that still starts the extension answers nothing, and is asked again.
  await expect
    .poll(async () => {
      await window.mouse.move(2, 2);
      await lines.filter({ hasText: 'pictures/hello.png' }).last().hover();
      return hover.textContent({ timeout: 5000 }).catch(() => '');
    })
    .toContain(hello);
  await window.mouse.move(2, 2);
});

test('a picture that Markdown links by a name tells its text', async () => {
  await session.vsc.openFile('named.md');
  const { page: window } = session.vsc;
  const hover = window.locator('.monaco-hover:visible', { hasText: 'QR code:' });
  const word = (text: string) =>
    window.locator('.editor-group-container.active .view-line span', { hasText: text }).last();
  for (const name of ['image1', 'image2']) {
    await word(name).hover();
    await hover.waitFor();
    expect(await hover.textContent()).toContain(hello);
    await window.mouse.move(2, 2);
    await hover.waitFor({ state: 'detached' });
  }
});

test('the menu of a notebook cell reads its outputs', async () => {
  const { vsc } = session;
  await vsc.openFile('run.ipynb');
  const cell = vsc.page.locator('.notebookOverlay .cell-list-container .monaco-list-row').first();
  await cell.hover();
  await cell.locator('.cell-title-toolbar a[aria-label^="More"]').first().click();
  await vsc.menu("Read QR Codes in This Cell's Outputs");
  const panel = await session.panel();
  await panel.locator('.picture-card[aria-label="Cell 1, output 1"]').waitFor();
});

test('the picture among the outputs of a notebook cell is read', async () => {
  const { vsc } = session;
  await vsc.openFile('run.ipynb');
  await vsc.page.locator('.notebookOverlay .cell-list-container .monaco-list-row').first().click();
  await vsc.command("QR Code Master: Read QR Codes in This Cell's Outputs");
  const panel = await session.panel();
  await panel.locator('.picture-card[aria-label="Cell 1, output 1"]').waitFor();
  await expect.poll(texts).toEqual([hello]);
});

test('in a window without a folder a picture in the text tells its text, and a file is not read', async () => {
  const url = withFile(new URL('/?ew=true', session.url).toString(), path.join(session.folder, 'single.md'));
  const alone = await openWorkbench(url, { ready: 'workbench' });
  try {
    await alone.tab('single.md').waitFor();
    const hover = alone.page.locator('.monaco-hover:visible', { hasText: 'QR code:' });
    const word = (text: string) => alone.page.locator('.view-line span', { hasText: text }).last();
    // A window that still starts the extension answers nothing, and is asked again.
    const pointed = async () => {
      await alone.page.mouse.move(2, 2);
      await word('inside').hover();
      return hover.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    };
    await expect.poll(pointed, { timeout: 60_000 }).toBe(true);
    expect(await hover.textContent()).toContain(hello);
    await alone.page.mouse.move(2, 2);
    await hover.waitFor({ state: 'detached' });
    await word('pictures/hello.png').hover();
    await alone.page.waitForTimeout(3000);
    expect(await hover.count()).toBe(0);
  } finally {
    await alone.close();
  }
});
