/** The table of a folder's pictures in a real browser. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { FolderRow } from '../../src/extension/panel/contract';
import { noBrowser } from '../browser';
import { HOSTILE } from './hostileTexts';
import { panelOpener } from './openPanel';
import { folderRows, folders, picture, readSymbol, square } from './states';

describe.skipIf(noBrowser)('folderTable', () => {
  const open = panelOpener();
  const opened = async (count = 10_000) => {
    const panel = await open(folders());
    expect(await panel.posted()).toContainEqual({ type: 'folderRows', folder: 3, from: 0 });
    await panel.send({ type: 'folderRows', folder: 3, from: 0, rows: folderRows(count) });
    return panel;
  };
  const last = async (panel: Awaited<ReturnType<typeof open>>) =>
    (await panel.posted()).filter(({ type }) => type !== 'needThumbnail').at(-1);

  it('has only the rows in sight as elements, and asks only for their pictures', async () => {
    const panel = await opened();
    const { page } = panel;
    const rows = page.locator('.grid-body .grid-row');
    expect(await rows.count()).toBeLessThan(40);
    expect(await page.locator('.grid').getAttribute('aria-rowcount')).toBe('10001');
    expect(await rows.nth(5).textContent()).toContain('https://example.org/5');
    const asked = (await panel.posted()).filter(({ type }) => type === 'needThumbnail');
    expect(asked.length).toBeLessThan(40);
    await page.locator('.grid').evaluate((grid) => grid.scrollTo(0, 44 * 5000));
    await page.locator('.grid-row', { hasText: 'https://example.org/5003' }).waitFor();
    expect(await rows.count()).toBeLessThan(40);
    expect(panel.errors).toEqual([]);
  });

  it('shows a picture small, keeps a secret, and a hostile text as one line of text', async () => {
    const panel = await opened(20);
    const { page } = panel;
    const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 200, height: 100 })));
    await panel.send({ type: 'thumbnail', folder: 3, picture: 0, bytes });
    const canvas = page.locator('.grid-body .thumbnail canvas');
    await canvas.waitFor();
    expect(await canvas.evaluate((each: HTMLCanvasElement) => [each.width, each.height])).toEqual([64, 32]);
    const row = (number: number) => page.locator('.grid-body .grid-row').nth(number);
    expect(await row(1).textContent()).toContain('No QR code found');
    expect(await row(2).textContent()).toContain('The file is damaged.');
    expect(await row(3).textContent()).toContain('Hidden');
    expect(await row(4).locator('.cell-text').textContent()).toBe('<b>x</b>U+202E␛[31m ↵ | y');
    expect((await row(4).boundingBox())!.height).toBe(44);
  });

  it('shows hostile texts, names and errors as text and nothing more', async () => {
    const panel = await open(folders());
    const { page } = panel;
    const base = { secret: false, kind: 'Text' };
    const rows = HOSTILE.flatMap((text, i): FolderRow[] => [
      { ...base, picture: 2 * i, symbol: 0, path: `shop/${text.slice(0, 200)}.png`, text, result: 'code' },
      { ...base, picture: 2 * i + 1, path: 'broken.png', kind: '', text, result: 'failed' },
    ]);
    await panel.send({ type: 'folderRows', folder: 3, from: 0, rows });
    const shown = new Map<string, string>();
    for (const [i, { text }] of rows.entries()) {
      await page.locator('.grid').evaluate((grid, at) => grid.scrollTo(0, at), 44 * Math.max(0, i - 2));
      const row = page.locator(`.grid-body .grid-row[aria-rowindex="${i + 2}"]`);
      await row.waitFor();
      expect((await row.boundingBox())!.height, text).toBe(44);
      shown.set(`${i}`, (await row.textContent())!);
    }
    for (const [i, text] of shown) {
      expect(text, i).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
    const effects = await page.evaluate(() => ({
      title: document.title,
      foreign: document.querySelectorAll('.grid :is(a, b, script, iframe, img, svg:not([class]))').length,
      handlers: [...document.querySelectorAll('.grid *')].filter((each) =>
        each.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(effects).toMatchObject({ foreign: 0, handlers: 0, wide: 0 });
    expect(effects.title).not.toMatch(/^\d/);
    expect(panel.errors).toEqual([]);
  });

  it('is filtered and sorted, and keeps the current row', async () => {
    const panel = await opened();
    const { page } = panel;
    await page.locator('.folder-filter').click();
    await page.keyboard.type('SHELF 3/');
    await expect.poll(() => page.locator('.grid').getAttribute('aria-rowcount')).toBe('1430');
    expect(await page.locator('.folder-tools .row-facts').textContent()).toBe('1,429 of 10,000');
    for (let i = 0; i < 8; i++) await page.keyboard.press('Backspace');
    await expect.poll(() => page.locator('.grid').getAttribute('aria-rowcount')).toBe('10001');
    const text = page.locator('.cell-text .sorter');
    const first = () => page.locator('.grid-body .grid-row').first().locator('.cell-path').textContent();
    await text.click();
    await text.click();
    expect(await page.locator('[role=columnheader].cell-text').getAttribute('aria-sort')).toBe('descending');
    await page.locator('.grid').focus();
    await page.keyboard.press('Home');
    await expect.poll(first).toBe('labels/shelf 2/2.png');
    await text.click();
    await page.locator('.grid').focus();
    await page.keyboard.press('Home');
    await expect.poll(first).toBe('labels/shelf 0/0.png');
  });

  it('draws no row again when others come, and keeps the current row where they come before it', async () => {
    const panel = await opened(100);
    const { page } = panel;
    const rows = page.locator('.grid-body .grid-row');
    const old = page.locator('.grid-body [data-old]');
    const drawn = await rows.evaluateAll((each) => each.map((row) => row.setAttribute('data-old', '')).length);
    expect(drawn).toBeGreaterThan(10);
    const more = (from: number, to: number) =>
      panel.send({ type: 'folderRows', folder: 3, from, rows: folderRows(to).slice(from) });
    await more(100, 200);
    expect(await page.locator('.grid').getAttribute('aria-rowcount')).toBe('201');
    expect([await old.count(), await rows.count()]).toEqual([drawn, drawn]);
    // Down to row 2 by the text: what comes lies before and behind it.
    await page.locator('.cell-text .sorter').click();
    await page.locator('.grid').focus();
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
      await page.keyboard.press(key);
    const current = page.locator('.grid-row.current .cell-text');
    const text = await current.textContent();
    const others = ['!', 'zzz'].map((said, i) => ({ ...folderRows(6)[5]!, picture: 200 + i, text: said }));
    await panel.send({ type: 'folderRows', folder: 3, from: 200, rows: others });
    expect(await current.textContent()).toBe(text);
    await page.keyboard.press('Enter');
    expect(await last(panel)).toEqual({ type: 'folderOpen', folder: 3, picture: Number(text!.split('/').at(-1)) });
  });

  it('begins with the rows and the order that were chosen before, and hands on what is chosen', async () => {
    const choice = { filter: 'shelf 3/', sort: 'path', descending: true } as const;
    const panel = await open(folders({ choice }));
    const { page } = panel;
    await panel.send({ type: 'folderRows', folder: 3, from: 0, rows: folderRows(100) });
    const filter = page.locator('.folder-filter');
    expect(await filter.evaluate((field: HTMLInputElement) => field.value)).toBe('shelf 3/');
    expect(await page.locator('[role=columnheader].cell-path').getAttribute('aria-sort')).toBe('descending');
    const first = page.locator('.grid-body .grid-row').first().locator('.cell-path');
    expect(await first.textContent()).toBe('labels/shelf 3/94.png');
    await filter.click();
    await page.keyboard.press('End');
    await page.keyboard.type('9');
    const chosen = { type: 'folderChoose', folder: 3, ...choice };
    expect(await last(panel)).toEqual({ ...chosen, filter: 'shelf 3/9' });
    await page.keyboard.type('hunter2');
    expect(await page.locator('.grid').getAttribute('aria-rowcount')).toBe('1');
    expect(await last(panel)).toEqual({ ...chosen, filter: '' });
    await page.locator('.cell-path .sorter').click();
    expect(await last(panel)).toEqual({ ...chosen, filter: '', sort: null, descending: false });
    expect(JSON.stringify(await panel.posted())).not.toContain('hunter');
    const { saved } = folders();
    await panel.send({ type: 'saved', saved: { ...saved, tab: 'batch' } });
    expect(await panel.stored()).toEqual({ ...saved, tab: 'batch' });
    expect(panel.errors).toEqual([]);
  });

  it('is used with the keys alone: rows, picture, text, export, cancel', async () => {
    const panel = await opened();
    const { page } = panel;
    await page.locator('.grid').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'PageUp', 'Home', 'ArrowDown', 'Enter'])
      await page.keyboard.press(key);
    expect(await last(panel)).toEqual({ type: 'folderOpen', folder: 3, picture: 1 });
    await page.keyboard.press('ControlOrMeta+c');
    expect(await last(panel)).toEqual({ type: 'folderOpen', folder: 3, picture: 1 });
    await page.keyboard.press('End');
    await page.keyboard.press('ControlOrMeta+c');
    expect(await last(panel)).toEqual({ type: 'folderCopy', folder: 3, picture: 9999, symbol: 0 });
    const current = await page.locator('.grid').getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${current}"]`).getAttribute('aria-selected')).toBe('true');
    await page.locator('.folder-tools select').selectOption('md');
    await page.locator('.folder-tools vscode-button').click();
    expect(await last(panel)).toEqual({ type: 'folderExport', folder: 3, format: 'md' });
    await panel.send({ type: 'folder', folder: { ...folders().folder!, running: true, done: 5000, secondsLeft: 40 } });
    expect(await page.locator('.folder-head .row-facts').textContent()).toBe(
      '5,000 of 10,000 pictures read · about 40 s left',
    );
    await page.locator('.folder-head vscode-button').click();
    expect(await last(panel)).toEqual({ type: 'folderCancel', folder: 3 });
    await panel.send({ type: 'folder', folder: { ...folders().folder!, done: 5000, cancelled: true } });
    expect(await page.locator('.status').textContent()).toContain('Cancelled; not read: 5,000.');
  });

  it('stays where it was when a picture is opened below it', async () => {
    const panel = await opened();
    const { page } = panel;
    await page.locator('.grid').focus();
    await page.keyboard.press('End');
    const scrolled = () => page.locator('.grid').evaluate((grid) => grid.scrollTop);
    const before = await scrolled();
    expect(before).toBeGreaterThan(1000);
    const state = { ...folders(), view: 2, pictures: [picture([readSymbol('x', square(1, 1, 9))])] };
    await panel.send({ type: 'state', state });
    await page.locator('.picture-card').waitFor();
    await expect.poll(scrolled).toBeGreaterThanOrEqual(before);
    const [grid, row] = [page.locator('.grid'), page.locator('.grid-row.current')];
    const bottom = async (place: typeof grid) => (await place.evaluate((each) => each.getBoundingClientRect())).bottom;
    expect(await bottom(row)).toBeLessThanOrEqual((await bottom(grid)) + 1);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('grid');
    await panel.send({ type: 'state', state: { ...state, folder: undefined } });
    expect(await page.locator('.grid').count()).toBe(0);
  });
});
