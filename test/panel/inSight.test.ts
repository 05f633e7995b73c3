/** What one came for stays in sight: the symbol, Copy and Save, whatever is open, and where one was. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PanelState } from '../../src/extension/panel/contract';
import { noBrowser } from '../browser';
import { scanMargin } from '../extension/panel/answers';
import { FORMS } from './forms';
import { panelOpener } from './openPanel';
import { batches, card, makes, picture, readSymbol, square, state } from './states';

const link = 'https://example.com/read-me?a=1&b=2';
const url = () => card(link, 'H', { kind: { label: 'Web address', bare: false } });
const part = (index: number) => card(`${link}${index}`, 'L', { part: { index, count: 3 } });

/** A panel beside a text in a window of 1280 x 800, without and with the side bar; and a narrow one. */
const sizes = [
  { width: 640, height: 720 },
  { width: 466, height: 720 },
  { width: 360, height: 720 },
];
const shown: Record<string, (locale: PanelState['locale']) => PanelState> = {
  one: (locale) => state({ symbols: [url()] }, locale),
  followed: (locale) => state({ symbols: [url()], following: true }, locale),
  dense: (locale) => state({ symbols: [card('x'.repeat(1200), 'H')] }, locale),
  several: (locale) => state({ symbols: [url(), url()] }, locale),
  set: (locale) => state({ symbols: [0, 1, 2].map(part) }, locale),
};

/** Of what is under the point in its middle and whole inside the window: nothing lies over it. */
const outOfSight = (page: Page, ...places: string[]): Promise<string[]> =>
  page.evaluate(
    (selectors) =>
      selectors.filter((selector) => {
        const each = document.querySelector(selector)!;
        const { left, top, right, bottom } = each.getBoundingClientRect();
        const under = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        const corners = [top + 1, bottom - 1].map((y) => document.elementFromPoint((left + right) / 2, y));
        return !isInside || ![under, ...corners].every((hit) => hit && each.contains(hit));
      }),
    places,
  );
const ways = ['.card .ground', '.card .split', '.card .split + .split'];

/** Words of what can be pressed that do not fit into it. */
const cutOff = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('vscode-button, summary, [role="tab"], .label, .menu > *')]
      .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.textContent),
  );

describe.skipIf(noBrowser)('in sight', () => {
  const open = panelOpener();

  it.each(sizes)('the symbol, Copy and Save at $width x $height, options open or not', async (size) => {
    for (const [name, make] of Object.entries(shown)) {
      for (const locale of ['en', 'zh-cn'] as const) {
        const { page, send } = await open(make(locale), size);
        await send({ type: 'forms', forms: FORMS });
        expect(await outOfSight(page, ...ways), `${name} ${locale}`).toEqual([]);
        const before = await page.locator('.ground').first().boundingBox();
        await page.locator('.options summary').click();
        await page.locator('#option-version').waitFor();
        expect(await outOfSight(page, ...ways, '.options summary'), `${name} ${locale}, options open`).toEqual([]);
        expect(await page.locator('.ground').first().boundingBox()).toEqual(before);
        await page.locator('.payload summary').click();
        expect(await outOfSight(page, ...ways), `${name} ${locale}, form open`).toEqual([]);
        expect(await cutOff(page), `${name} ${locale}`).toEqual([]);
      }
    }
  });

  it.each(sizes)('what a batch makes and how it is saved at $width x $height', async (size) => {
    const { batch } = batches();
    const preview = Array.from({ length: 12 }, () => batch!.preview[0]!);
    for (const locale of ['en', 'zh-cn'] as const) {
      const { page, send } = await open(
        state({ tab: 'batch', batch: { ...batch!, preview, count: 10_000 } }, locale),
        size,
      );
      expect(await outOfSight(page, '.previews .ground', '.batch .split', '#batch-column')).toEqual([]);
      const save = await page.locator('.batch .stage > .actions').boundingBox();
      await send({
        type: 'state',
        state: state({ tab: 'batch', batch: { ...batch!, preview, running: { done: 1, count: 9 } } }, locale),
      });
      expect((await page.locator('.batch progress').boundingBox())!.y).toBeLessThan(save!.y + save!.height);
    }
  });

  it('an error keeps the order: why there is no symbol, what can be done, then the text and the level', async () => {
    const failed = { text: 'x', length: 1, secret: false, wantedLevel: 'H' as const, error: 'long', splittable: true };
    for (const symbols of [[failed], [failed, url()]]) {
      const { page } = await open(state({ symbols }), { width: 360 });
      const tops = await page
        .locator('article')
        .first()
        .locator('.message, .stage > .actions, .text-box, .level-choice')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
      expect(tops).toHaveLength(4);
    }
  });

  it('nothing moves when a measurement arrives, or another symbol of another size', async () => {
    for (const size of sizes) {
      const { page, send } = await open(state({ symbols: [url()] }), size);
      for (const summary of await page.locator('.fold summary').all()) await summary.click();
      const places = () =>
        page
          .locator('.stage > *, .told > *, .options, .payload, .fold, .fold + *')
          .evaluateAll((all) => all.map((each) => [each.className, Math.round(each.getBoundingClientRect().top)]));
      const before = await places();
      const message = 'Reads when held still and near; older phones may fail.';
      await send({ type: 'scanMargin', view: 1, index: 0, scanMargin: { ...scanMargin, message } });
      await page.locator('.scan-margin[data-verdict]').waitFor();
      expect(await places()).toEqual(before);
      await send({ type: 'symbol', view: 1, index: 0, card: url(), saved: state().saved });
      expect(await places()).toEqual(before);
    }
  });

  it('keeps the focus and what is unfolded when another symbol comes', async () => {
    const { page, send } = await open(state({ symbols: [url()] }));
    await page.locator('.fold summary').last().click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.locator('.card .split vscode-button').first().focus();
    const before = await focused();
    await send({ type: 'state', state: state({ view: 2, symbols: [card('another one, a little longer')] }) });
    expect(await focused()).toBe(before);
    expect(await page.locator('.fold[open]').count()).toBe(1);
    expect(await page.locator('.text-content').textContent()).toContain('another');
  });

  it('each tab keeps its own scroll; what is new is shown from its top', async () => {
    const pictures = Array.from({ length: 9 }, (_, i) =>
      picture([readSymbol(`text ${i}`, square(60, 60, 200))], { name: `${i}.png` }),
    );
    const many = (view: number, more: Partial<PanelState> = {}) =>
      state({ view, symbols: Array.from({ length: 9 }, (_, i) => card(`text ${i}`)), pictures, ...more });
    const { page, send } = await open(many(1), { width: 400 });
    const top = (tab: string) => page.locator(`#page-${tab}`).evaluate((each) => each.scrollTop);
    const scroll = async (tab: string, to: number) => {
      await page.locator(`#page-${tab}`).evaluate((each, y) => {
        each.scrollTop = y;
      }, to);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    };
    await scroll('make', 700);
    await page.locator('#tab-read').click();
    expect(await top('read')).toBe(0);
    await scroll('read', 300);
    await page.locator('#tab-make').click();
    expect(await top('make')).toBe(700);
    await page.locator('#tab-read').click();
    expect(await top('read')).toBe(300);
    // Another look of the same symbols changes nothing.
    await send({ type: 'state', state: many(2, { options: { ...state().options, mask: 5 } }) });
    expect(await top('make')).toBe(700);
    await send({ type: 'state', state: many(3, { symbols: [card('new'), card('newer'), ...many(1).symbols] }) });
    expect(await top('make')).toBe(0);
    await page.locator('#tab-read').click();
    expect(await top('read')).toBe(300);
    await send({ type: 'state', state: many(4, { tab: 'read', pictures: pictures.slice(1) }) });
    expect(await top('read')).toBe(0);
  });

  it('says that it follows the selection, on every tab, and stops', async () => {
    const panel = await open(makes());
    const { page } = panel;
    const bar = page.locator('.following');
    expect(await bar.isVisible()).toBe(false);
    await panel.send({ type: 'following', on: true });
    for (const tab of ['make', 'read', 'batch']) {
      await page.locator(`#tab-${tab}`).click();
      expect(await outOfSight(page, '.following')).toEqual([]);
    }
    await bar.locator('vscode-button').press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'follow', on: false });
    await panel.send({ type: 'following', on: false });
    expect(await bar.isVisible()).toBe(false);
  });
});
