/**
 * Ways in for pictures beside the Explorer: clipboard command, paste and drop into any editor, outputs
 * of notebooks; with the real clipboard and drag.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
const page = '# Links\n\nA line.\n';

let session: Session;
beforeAll(async () => {
  session = await openSession({
    files: {
      'page.md': page,
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
  // By keys: an invisible ground may lie over the list until the mouse really moves.
  const choice = session.vsc.page.locator('.action-widget .monaco-list-row', { hasText: 'Insert decoded QR text' });
  await choice.waitFor();
  for (let i = 0; i < 4 && !(await choice.and(session.vsc.page.locator('.focused')).count()); i++)
    await session.vsc.page.keyboard.press('ArrowDown');
  await session.vsc.page.keyboard.press('Enter');
  await expect.poll(() => session.vsc.editorText()).toContain(hello);
  for (let i = 0; i < 4; i++) await session.vsc.page.keyboard.press('Control+z');
});

test('a picture dropped on an editor gives the text of its code', async () => {
  await session.vsc.openFile('code.ts');
  await session.vsc.goto(1);
  await dropOnEditor(picture('label.gif'));
  await expect.poll(() => session.vsc.editorText()).toContain('LOT 2026-07 / BOX 13');
});

test('the menu of a notebook cell reads its outputs', async () => {
  const { vsc } = session;
  const title = "Read QR Codes in This Cell's Outputs";
  const cell = vsc.page.locator('.notebookOverlay .cell-list-container .monaco-list-row').first();
  await vsc.openFile('run.ipynb');
  // VS Code's own menu of a cell has two entries, whatever one does, until a notebook is shown again.
  await expect
    .poll(async () => {
      for (const file of ['note.txt', 'run.ipynb']) await vsc.openFile(file);
      await cell.hover();
      await cell.locator('.cell-title-toolbar a[aria-label^="More"]').first().click();
      return vsc.menu();
    })
    .toContain(title);
  await cell.hover();
  await cell.locator('.cell-title-toolbar a[aria-label^="More"]').first().click();
  await vsc.menu(title);
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
