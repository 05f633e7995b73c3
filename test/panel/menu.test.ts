/** The menus of the panel: the ARIA pattern, by keyboard and by mouse. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { card, state } from './states';
import { type Theme, themes } from './themes';

describe.skipIf(noBrowser)('menu', () => {
  const open = panelOpener();
  const opened = async (options?: Parameters<typeof open>[1]) => {
    const panel = await open(state({ symbols: [card('a')] }), options);
    const split = panel.page.locator('.card .split').first();
    const focused = () => panel.page.evaluate(() => document.activeElement?.textContent);
    return { ...panel, opener: split.locator('vscode-button').nth(1), menu: split.locator('.menu'), focused };
  };

  it('walks by arrow keys, Home, End and letters; Esc closes it alone and gives the focus back', async () => {
    const { page, opener, menu, focused, posted } = await opened();
    const { strings } = state();
    await opener.focus();
    expect(await opener.getAttribute('aria-haspopup')).toBe('menu');
    await page.keyboard.press('ArrowDown');
    expect([await menu.isVisible(), await opener.getAttribute('aria-expanded')]).toEqual([true, 'true']);
    expect(await focused()).toBe(strings.asPng);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(strings.asSvg);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(strings.asText);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(strings.asPng);
    await page.keyboard.press('End');
    expect(await focused()).toBe(strings.asText);
    await page.keyboard.press('Home');
    await page.keyboard.type('ma');
    expect(await focused()).toBe(strings.asMarkdown);
    await page.keyboard.press('Escape');
    expect(await menu.isVisible()).toBe(false);
    // The browser tells that a popover was closed in a task of its own.
    await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('false');
    expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true);
    expect((await posted()).map(({ type }) => type)).toEqual(['loaded']);
    await page.keyboard.press('Escape');
    expect((await posted()).at(-1)).toEqual({ type: 'leave' });
    await page.keyboard.press('ArrowUp');
    await page.locator('body').press('Tab');
    expect(await menu.isVisible()).toBe(false);
  });

  it.each(['Enter', 'Space'])('%s opens it without choosing, and chooses once', async (key) => {
    const { page, opener, menu, posted } = await opened();
    await opener.focus();
    await page.keyboard.press(key);
    expect(await menu.isVisible()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(key);
    expect(await menu.isVisible()).toBe(false);
    expect((await posted()).slice(1)).toEqual([{ type: 'copyAs', view: 1, index: 0, format: 'svg' }]);
  });

  it('closes by a click anywhere else, on what opened it, and by the loss of the focus', async () => {
    const { page, opener, menu, posted } = await opened();
    for (const away of [
      () => page.locator('.ground').click(),
      () => opener.click(),
      () => page.evaluate(() => void dispatchEvent(new Event('blur'))),
    ]) {
      await opener.click();
      expect(await menu.isVisible()).toBe(true);
      // The browser tells that a popover was opened in a task of its own.
      await expect.poll(() => opener.getAttribute('aria-expanded')).toBe('true');
      await away();
      await expect.poll(() => menu.isVisible()).toBe(false);
    }
    await opener.click();
    await menu.locator('> *').nth(4).click();
    expect((await posted()).at(-1)).toEqual({ type: 'copyAs', view: 1, index: 0, format: 'html' });
  });

  it('marks the format that is saved, and lies inside the window however low it opens', async () => {
    const panel = await open(state({ symbols: [card('a'), card('b')], saveFormat: 'pdf' }), {
      width: 300,
      height: 430,
    });
    const { page } = panel;
    const save = page.locator('.card').nth(1).locator('.split').nth(1);
    await save.scrollIntoViewIfNeeded();
    await save.locator('vscode-button').nth(1).click();
    expect(await save.locator('[aria-checked="true"]').textContent()).toBe(state().strings.asPdf);
    const { x, y, width, height } = (await save.locator('.menu').boundingBox())!;
    expect([x >= 0, y >= 0, x + width <= 300, y + height <= 430]).toEqual([true, true, true, true]);
  });

  it.each([...(Object.keys(themes) as Theme[]).map((theme) => ({ theme })), { forcedColors: true }])(
    'shows which item has the focus in %j',
    async (options) => {
      const { page, opener, menu } = await opened(options);
      await opener.press('ArrowDown');
      const first = menu.locator('> *').first();
      const focused = await first.screenshot();
      await page.keyboard.press('ArrowDown');
      expect(focused.equals(await first.screenshot())).toBe(false);
    },
  );
});
