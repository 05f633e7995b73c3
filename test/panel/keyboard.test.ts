/** The panel by keyboard alone: what can be pressed is reached, and seen to be where the keys go. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { FORMS } from './forms';
import { panelOpener } from './openPanel';
import { batches, folderRows, folders, makes, reads, results, state } from './states';
import type { Theme } from './themes';

/** What takes the keyboard; of a group with one stop, arrows go to the others. */
const CONTROLS = [
  ':is(button, vscode-button, input, vscode-textfield, vscode-checkbox, select, textarea):not(:disabled, [disabled])',
  'summary',
  'a[href]',
  '[tabindex="0"]',
].join();
const GROUPS = '[role="radiogroup"], [role="tablist"], [role="menu"], [role="grid"], fieldset';

/** How the control that has the keys, what is inside it and what is around it are drawn. */
const look = () => {
  const active = document.querySelector<HTMLElement>('[data-now]')!;
  const drawn = [active.parentElement!, active, ...(active.shadowRoot ?? active).querySelectorAll('*')];
  return drawn
    .map((each) => getComputedStyle(each))
    .map(({ outline, border, boxShadow, backgroundColor, fill, stroke, strokeWidth }) =>
      [outline, border, boxShadow, backgroundColor, fill, stroke, strokeWidth].join(),
    )
    .join('\n');
};

/** Goes through all stops from a control on: those that show no focus, and controls in no stop. */
async function walk(page: Page, from: string) {
  await page.locator(from).focus();
  const unseen: string[] = [];
  let stops = 0;
  for (let isInside = true; isInside && stops < 300; stops++) {
    await page.evaluate(() => {
      document.querySelector('[data-now]')?.removeAttribute('data-now');
      document.activeElement!.setAttribute('data-reached', '');
      document.activeElement!.setAttribute('data-now', '');
    });
    const focused = await page.evaluate(look);
    const what = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement;
      active.blur();
      return active.outerHTML.slice(0, 90);
    });
    if (focused === (await page.evaluate(look))) unseen.push(what);
    await page.keyboard.press('Tab');
    isInside = await page.evaluate(() => document.activeElement !== document.body);
  }
  const unreached = await page.evaluate(
    ([controls, groups]) =>
      [...document.querySelectorAll<HTMLElement>(controls!)]
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 0)
        .filter((each) => !each.closest('[data-reached]') && !each.querySelector('[data-reached]'))
        .filter((each) => !each.closest(groups!)?.matches(':has([data-reached]), [data-reached]'))
        .map((each) => each.outerHTML.slice(0, 120)),
    [CONTROLS, GROUPS],
  );
  return { unseen, unreached, stops };
}

describe.skipIf(noBrowser)('by keyboard', () => {
  const open = panelOpener();

  it.each([
    ['make', makes, 'vscode-dark', 40],

    ['read', reads, 'vscode-light', 10],
    ['read', results, 'vscode-high-contrast', 10],
    ['read', folders, 'vscode-dark', 6],
    ['batch', batches, 'vscode-high-contrast-light', 6],
    ['read', () => state({ tab: 'read' }), 'vscode-light', 3],
  ] satisfies [string, () => ReturnType<typeof state>, Theme, number][])(
    '%s, %o: each stop is seen, and each control has one, in %s',
    async (tab, what, theme, least) => {
      const { page, send } = await open(what(), { theme, height: 2400 });
      await send({ type: 'folderRows', folder: 3, from: 0, rows: folderRows(20) });
      await page.locator('main details').evaluateAll((all) => {
        for (const details of all as HTMLDetailsElement[]) details.open = true;
      });
      await send({ type: 'forms', forms: FORMS });
      if (tab === 'make') await page.locator('#form-kind').selectOption('wifi');
      const { unseen, unreached, stops } = await walk(page, `#tab-${tab}`);
      expect({ unseen, unreached }).toEqual({ unseen: [], unreached: [] });
      expect(stops).toBeGreaterThan(least);
    },
  );

  it('cuts no Chinese word off at 360 pixels', async () => {
    const { strings, locale } = state({}, 'zh-cn');
    for (const what of [makes, reads, results, folders, batches, state, () => state({ tab: 'read' })]) {
      const { page, send } = await open({ ...what(), strings, locale }, { width: 360 });
      await send({ type: 'folderRows', folder: 3, from: 0, rows: folderRows(20) });
      await page.locator('main details').evaluateAll((all) => {
        for (const details of all as HTMLDetailsElement[]) details.open = true;
      });
      await send({ type: 'forms', forms: FORMS });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((each) => each.checkVisibility() && /[\u4e00-\u9fff]/.test(each.textContent ?? ''))
          .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
          .filter((each) => getComputedStyle(each).overflowX === 'hidden')
          // For a screen reader alone.
          .filter((each) => getComputedStyle(each).display !== 'inline' && !each.closest('.unseen'))
          .map((each) => `${each.className}: ${each.textContent!.slice(0, 60)}`),
      );
      expect(cut, what.name).toEqual([]);
    }
  });
});
