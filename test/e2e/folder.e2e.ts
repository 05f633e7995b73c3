/** The pictures of a folder and of the workspace in a table, in the real VS Code. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession, root, type Session } from './session';

let session: Session;

/** Forty links, a Wi-Fi network and a formula, in three folders of which one is read. */
function pictures(): Record<string, Uint8Array> {
  const own = mkdtempSync(path.join(os.tmpdir(), 'qrm-codes-'));
  const texts = Array.from({ length: 40 }, (_, i) => `https://example.com/shelf/${i}`);
  writeFileSync(
    path.join(own, 'texts.csv'),
    ['text', ...texts, 'WIFI:T:WPA;S:shop;P:correct-horse-9;;', '=cmd|x'].join('\n'),
  );
  const args = [
    'encode',
    '--batch',
    path.join(own, 'texts.csv'),
    '--format',
    'png',
    '--out-dir',
    path.join(own, 'out'),
  ];
  execFileSync(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args]);
  const made = readdirSync(path.join(own, 'out')).flatMap((name) =>
    ['shelves', 'ignored', 'node_modules/x'].map((folder): [string, Uint8Array] => [
      `${folder}/${name}`,
      readFileSync(path.join(own, 'out', name)),
    ]),
  );
  rmSync(own, { recursive: true });
  return Object.fromEntries(made);
}

beforeAll(async () => {
  const broken = new TextEncoder().encode('no picture');
  session = await openSession({ files: { ...pictures(), 'shelves/broken.png': broken, '.gitignore': 'ignored/\n' } });
  await session.vsc.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => session?.close());

const rows = async () => {
  const panel = await session.panel();
  return panel.locator('.grid-body .grid-row');
};
const finished = async (pattern: RegExp) => {
  const panel = await session.panel();
  await panel.locator('.folder-head .row-facts', { hasText: pattern }).waitFor();
  return panel;
};

test('right click on a folder: a table with a row for each code, and what could not be read', async () => {
  await session.vsc.explorerMenu('shelves', 'Read QR Codes in Folder…');
  const panel = await finished(/42 QR codes found in 43 pictures\..*Could not be read: 1\./);
  await expect.poll(() => panel.locator('.thumbnail canvas').count()).toBeGreaterThan(3);
  await expect
    .poll(async () => (await (await rows()).allTextContents()).join())
    .toContain('https://example.com/shelf/');
  expect(await panel.locator('.grid').getAttribute('aria-rowcount')).toBe('44');
});

test('a row opens its picture below the table; a secret is not in the table', async () => {
  const panel = await session.panel();
  await panel.locator('.folder-filter').click();
  await session.vsc.page.keyboard.type('wi-fi');
  await expect.poll(async () => (await rows()).count()).toBe(1);
  expect(await panel.locator('.grid-body').textContent()).not.toContain('correct-horse');
  await (await rows()).first().click();
  await panel.locator('.picture-card').waitFor();
  expect(await panel.locator('.grid').getAttribute('aria-rowcount')).toBe('2');
});

test('keys alone: a text is copied', async () => {
  const panel = await session.panel();
  await panel.locator('.folder-filter').click();
  await session.vsc.page.keyboard.press('Control+a');
  await session.vsc.page.keyboard.type('shelf/17');
  await expect.poll(async () => (await rows()).count()).toBe(1);
  await panel.locator('.grid').focus();
  await session.vsc.page.keyboard.press('Control+c');
  await panel.locator('.status', { hasText: 'Text copied.' }).waitFor();
  const clipboard = () => session.vsc.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(clipboard).toBe('https://example.com/shelf/17');
});

test('after a reload the table is there again, with its filter and order', async () => {
  let panel = await session.panel();
  await panel.locator('.cell-path .sorter').click();
  await panel.locator('.cell-path .sorter').click();
  await panel.locator('.folder-filter').click();
  await session.vsc.page.keyboard.press('Backspace');
  await expect.poll(async () => (await rows()).count()).toBe(11);
  const shown = await (await rows()).allTextContents();
  await session.vsc.reload();
  panel = await finished(/Unchanged since an earlier reading: 41\./);
  await expect.poll(async () => (await rows()).allTextContents()).toEqual(shown);
  expect(await panel.locator('[role=columnheader].cell-path').getAttribute('aria-sort')).toBe('descending');
  await panel.locator('.folder-filter').click();
  await session.vsc.page.keyboard.press('Control+a');
  await session.vsc.page.keyboard.press('Backspace');
  await expect.poll(() => panel.locator('.grid').getAttribute('aria-rowcount')).toBe('44');
});

test.each([
  ['csv', /^\ufeffpath,code,text,kind/, /,'=cmd\|x,/],
  ['json', /^\[\n/, /"text": "=cmd\|x"/],
  ['jsonl', /^\{"path"/, /"text":"=cmd\|x"/],
  ['md', /^\| path \|/, /\| \\=cmd\\\|x \|/],
])('the table is exported as %s, as the command line writes it', async (format, start, part) => {
  const panel = await session.panel();
  await panel.locator('.folder-tools select').selectOption(format);
  await panel.locator('.folder-tools vscode-button', { hasText: 'Export…' }).click();
  const saved = await session.vsc.takeProposal(new RegExp(`shelves\\.${format}$`));
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toMatch(start);
  const text = readFileSync(saved, 'utf8');
  expect(text).toMatch(part);
  const own = path.join(session.folder, `own.${format}`);
  try {
    execFileSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'decode', 'shelves', '--export', own], {
      cwd: session.folder,
      stdio: 'ignore',
    });
  } catch {
    // One picture cannot be read.
  }
  const comparable = (each: string) => each.replace(/"ms": ?[\d.]+/g, '"ms"');
  expect(comparable(text)).toBe(comparable(readFileSync(own, 'utf8')));
});

test('the workspace: what git ignores and node_modules are left out, unchanged pictures are not read again', async () => {
  await session.vsc.command('QR Code Master: Read QR Codes of This Workspace');
  const panel = await finished(/Unchanged since an earlier reading: 41\./);
  const paths = await panel.locator('.grid-body .cell-path').allTextContents();
  expect(paths.join()).toContain('shelves/');
  expect(paths.join()).not.toMatch(/ignored|node_modules/);
});

test('the palette asks for a picture, and for a folder', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.command('QR Code Master: Read QR Codes in Picture…');
  await vsc.takeFile(/^pictures/);
  await vsc.takeFile(/^label\.bmp/);
  const panel = await session.panel();
  await panel.locator('.picture-card[aria-label="label.bmp"]').waitFor();
  await vsc.command('QR Code Master: Read QR Codes in Folder…');
  await vsc.takeFile(/^shelves/);
  await vsc.takeProposal(/\/shelves\/?$/);
  await finished(/42 QR codes found in 43 pictures\./);
});

/** No two are the same, for those are read once; one of ten has a code that is soon found. */
function putMany(count: number): void {
  mkdirSync(path.join(session.folder, 'many'), { recursive: true });
  for (let i = 0; i < count; i++) {
    const sample = path.join(root, 'samples', 'pictures', i % 10 ? 'table.jpg' : 'hello.png');
    const name = `${String(i).padStart(3, '0')}${path.extname(sample)}`;
    writeFileSync(path.join(session.folder, 'many', name), Buffer.concat([readFileSync(sample), Buffer.from(name)]));
  }
}

test('buttons of the Read tab ask for a folder, whose reading ends where it is cancelled, and for a picture', async () => {
  putMany(200);
  await session.vsc.closeAllEditors();
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  let panel = await session.panel();
  await panel.locator('#tab-read').click();
  await panel.locator('vscode-button', { hasText: 'Read Folder…' }).click();
  await session.vsc.takeFile(/^many/);
  await session.vsc.takeProposal(/\/many\/?$/);
  const facts = panel.locator('.folder-head .row-facts');
  await expect.poll(() => facts.textContent()).toMatch(/[1-9]\d* of 200 pictures read/);
  expect(await panel.locator('.folder-head progress').getAttribute('max')).toBe('200');
  await panel.locator('.folder-head vscode-button', { hasText: 'Cancel' }).click();
  await finished(/Cancelled; not read: \d+\./);
  const [, found, read, left] = /(\d+) QR codes? found in (\d+) .*not read: (\d+)/.exec((await facts.textContent())!)!;
  expect(Number(read) + Number(left)).toBe(200);
  expect(Number(found)).toBeGreaterThan(0);
  // What was found stays, and no more comes.
  expect((await (await rows()).allTextContents()).join()).toContain('Hello from QR Code Master');
  await session.vsc.closeAllEditors();
  await session.vsc.command('QR Code Master: Open QR Code Panel');
  panel = await session.panel();
  await panel.locator('#tab-read').click();
  await panel.locator('vscode-button', { hasText: 'Choose Picture…' }).click();
  await session.vsc.takeFile(/^pictures/);
  await session.vsc.takeFile(/^hello\.png/);
  await panel.locator('.picture-card[aria-label="hello.png"]').waitFor();
  expect(session.vsc.errors.filter((error: string) => /qr-code-master/i.test(error))).toEqual([]);
  expect(session.logged()).not.toContain('correct-horse');
});
