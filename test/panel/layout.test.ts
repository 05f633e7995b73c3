/** Whether everything fits, stands in line and shows the keyboard, in a real browser. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/extension/panel/readCards';
import { noBrowser } from '../browser';
import { FORMS } from './forms';
import { panelOpener } from './openPanel';
import {
  batches,
  card,
  folderRows,
  folders,
  makes,
  picture,
  readSymbol,
  reads,
  results,
  square,
  state,
} from './states';

describe.skipIf(noBrowser)('layout', () => {
  const open = panelOpener();

  it.each(['en', 'zh-cn'] as const)('fits into 300 pixels with all that is folded open, in %s', async (locale) => {
    const { strings } = state({}, locale);
    const parts = [0, 1, 2].map((index) =>
      card(`part ${index}`, 'H', { part: { index, count: 3 }, atH: { count: 16, size: 177 } }),
    );
    const divided = picture([readSymbol('https://example.org/', square(9, 9, 99), { part: { index: 0, count: 3 } })]);
    const torn = { count: 3, missing: [1, 2], parts: [], mixed: true, ...readText('', false, new Map(), false) };
    const pages = [
      makes(),
      reads(),
      batches(),
      state(),
      state({ symbols: [card('x'.repeat(1200))] }),
      state({ symbols: parts }),
      { ...folders(), pictures: [divided], sets: [torn] },
      folders({ running: true, secondsLeft: 100 }),
    ];
    for (const what of pages) {
      const { page, send } = await open({ ...what, strings, locale }, { width: 300 });
      await send({ type: 'folderRows', folder: 3, from: 0, rows: folderRows(20) });
      await page.locator('main details').evaluateAll((all) => {
        for (const details of all as HTMLDetailsElement[]) details.open = true;
      });
      await send({ type: 'forms', forms: FORMS });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
      const beyond = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((e) => e.getBoundingClientRect().right > 300.5)
          .map((e) => e.className),
      );
      expect(beyond).toEqual([]);
    }
  });

  it.each(['vscode-dark', 'vscode-high-contrast-light'] as const)(
    'shows where the keyboard is, at every stop, in %s',
    async (theme) => {
      const { page, send } = await open(makes(), { theme, height: 2400 });
      await page.locator('.choices > details').evaluateAll((all) => {
        for (const details of all as HTMLDetailsElement[]) details.open = true;
      });
      await send({ type: 'forms', forms: FORMS });
      await page.locator('#form-kind').selectOption('wifi');
      await page.locator('#tab-make').focus();
      const unseen: string[] = [];
      let stops = 0;
      for (let named = 'tab-make'; named !== 'BODY' && stops < 80; stops++) {
        const box = await page.evaluate(() => {
          const { x, y, width, height } = document.activeElement!.getBoundingClientRect();
          return { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 };
        });
        const focused = await page.screenshot({ clip: box });
        const what = await page.evaluate(() => {
          const active = document.activeElement as HTMLElement;
          active.blur();
          return active.outerHTML.slice(0, 90);
        });
        if (focused.equals(await page.screenshot({ clip: box }))) unseen.push(what);
        await page.keyboard.press('Tab');
        named = await page.evaluate(() => document.activeElement!.tagName);
      }
      expect(unseen).toEqual([]);
      expect(stops).toBeGreaterThan(40);
    },
  );

  it('leaves together what belongs together, 360 pixels wide', async () => {
    const linesOf = (place: Locator) =>
      place.evaluateAll((all) => new Set(all.map((each) => Math.round(each.getBoundingClientRect().top))).size);
    let { page, send } = await open(makes(), { width: 360 });
    expect(await linesOf(page.locator('.framed .stage > .actions').first().locator('> *'))).toBe(1);
    ({ page, send } = await open(folders(), { width: 360 }));
    await send({ type: 'folderRows', folder: 3, from: 0, rows: folderRows(3) });
    expect(await linesOf(page.locator('.folder-export > *'))).toBe(1);
    // The name of a host does not end where a line does.
    ({ page, send } = await open(results(), { width: 360 }));
    const host = page.locator('.address .host').first();
    const lines = await host.evaluate((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  });

  it('gives every row of choices one line, and both boxes of an empty page one edge', async () => {
    const { page } = await open(state({ symbols: [] }), { width: 900 });
    await page.locator('.options summary').click();
    const edges = await page
      .locator('.choices > details')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
    expect([edges.length, new Set(edges).size]).toEqual([2, 1]);
    const ends = await page
      .locator('.options .form-grid .control:visible')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().bottom)));
    expect(new Set(ends).size).toBe(2);
  });
});
