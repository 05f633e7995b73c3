/** The bundled panel in a real browser: what it stores, takes and posts, under its own policy. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { readTexts } from '../worker/qr/readTexts';
import { FORMS } from './forms';
import { bundleSize, panelOpener } from './openPanel';
import { card, makes, picture, readSymbol, square, state, TEXT } from './states';
import { type Theme, themes } from './themes';

const readPng = async (png: Uint8Array) => (await readTexts(png))[0];

describe.skipIf(noBrowser)('panel', () => {
  const open = panelOpener();

  it('stays within its size', async () => {
    expect(await bundleSize()).toBeLessThan(150_000);
  });

  it('draws symbols that can be read off the screen, under its own policy, without an error', async () => {
    for (const theme of Object.keys(themes) as Theme[]) {
      const panel = await open(state({ symbols: [card(TEXT)] }), { theme });
      expect(await readPng(await panel.page.locator('.ground').screenshot()), theme).toBe(TEXT);
      expect(panel.errors).toEqual([]);
    }
  });

  it('stores what it was given to store, and asks for a newer state once', async () => {
    const what = makes();
    what.saved.symbols.push({ text: 'a', level: 'H', exact: false, split: false });
    const panel = await open(what);
    expect(await panel.stored()).toEqual(what.saved);
    expect(await panel.posted()).toEqual([{ type: 'loaded', view: 1 }]);
  });

  it('takes a dropped picture and refuses anything else', async () => {
    const panel = await open(state({ tab: 'read' }));
    const drop = (name: string, type: string) =>
      panel.page.evaluate(
        ([name, type]) => {
          const data = new DataTransfer();
          data.items.add(new File(['bytes'], name!, { type: type! }));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        [name, type],
      );
    await drop('notes.txt', 'text/plain');
    expect(await panel.page.locator('.status').getAttribute('class')).toContain('error');
    await drop('shot.png', 'image/png');
    await expect
      .poll(async () => (await panel.posted()).at(-1))
      .toMatchObject({ type: 'decodeDropped', name: 'shot.png' });
  });

  it('draws secondary buttons with the edge that the theme has for them, primary ones with their own', async () => {
    const { page } = await open(state());
    await page.evaluate(() => {
      document.documentElement.style.setProperty('--vscode-button-border', 'rgb(0, 0, 255)');
      document.documentElement.style.setProperty('--vscode-button-secondaryBorder', 'rgb(200, 200, 200)');
    });
    const edges = await page
      .locator('#page-make .beginnings vscode-button')
      .evaluateAll((all) =>
        all.map(({ shadowRoot }) => getComputedStyle(shadowRoot!.querySelector('.base')!).borderColor),
      );
    expect(edges.slice(0, 2)).toEqual(['rgb(0, 0, 255)', 'rgb(200, 200, 200)']);
  });

  it('takes a pasted picture, wherever the focus is; a text pasted into a field is none of its business', async () => {
    const panel = await open(state({ tab: 'make' }), { clipboard: true });
    const { page } = panel;
    await panel.send({ type: 'forms', forms: FORMS });
    await page.locator('#form-kind').selectOption('wifi');
    const field = page.locator('.form-grid vscode-textfield input').first();
    await page.evaluate(() => navigator.clipboard.writeText('https://example.org'));
    await field.focus();
    await page.keyboard.press('Control+v');
    await expect.poll(() => field.inputValue()).toBe('https://example.org');
    expect(await page.locator('.status').getAttribute('class')).not.toContain('error');
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')!.fillRect(0, 0, 9, 9);
      const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png! })]);
    });
    const dropped = async () => (await panel.posted()).filter(({ type }) => type === 'decodeDropped').length;
    await page.keyboard.press('Control+v');
    await expect.poll(dropped).toBe(1);
    await page.locator('[role="tab"]').nth(1).click();
    await page.keyboard.press('Control+v');
    await expect.poll(dropped).toBe(2);
    expect(panel.errors).toEqual([]);
  });

  it('walks the tabs by arrow keys and remembers the choice', async () => {
    const panel = await open(state());
    await panel.page.locator('[role="tab"]').first().focus();
    await panel.page.keyboard.press('ArrowRight');
    expect(await panel.page.locator('#page-read').isVisible()).toBe(true);
    expect((await panel.posted()).at(-1)).toEqual({ type: 'switchTab', tab: 'read' });
    expect(await panel.stored()).toMatchObject({ tab: 'read' });
  });

  it('never makes markup out of text', async () => {
    const trap = '<img src=x onerror="window.caught=1"></script><script>window.caught=1</script>';
    const panel = await open(
      state({ symbols: [card(trap)], pictures: [picture([readSymbol(trap, square(1, 1, 9))], { name: trap })] }),
    );
    expect(await panel.page.locator('.text-content').first().textContent()).toBe(trap);
    expect(await panel.page.evaluate(() => (window as { caught?: number }).caught)).toBeUndefined();
    expect(panel.errors).toEqual([]);
  });
});
