/** Whether everyone can use the panel: axe, and what forced colours leave visible. */
import { readFileSync } from 'node:fs';
import type { RunOptions } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { scanMargin } from '../extension/panel/answers';
import { FORMS } from './forms';
import { panelOpener } from './openPanel';
import { batches, card, folderRows, folders, makes, reads, results, state } from './states';
import { type Theme, themes } from './themes';

describe.skipIf(noBrowser)('accessible', () => {
  const open = panelOpener();

  it.each([
    { theme: 'vscode-high-contrast' },
    { theme: 'vscode-high-contrast-light' },
    { forcedColors: true },
  ] as const)('shows which tab is shown and how full a bar is in %j', async (options) => {
    const { page } = await open(makes(), options);
    const line = (at: string) =>
      page
        .locator(at)
        .first()
        .evaluate((each) => getComputedStyle(each).borderBottomWidth);
    expect(await line('.tabs [aria-selected="true"]')).toBe('3px');
    expect(await line('.tabs [aria-selected="false"]')).toBe('1px');
    expect(await line('.capacity meter')).toBe('1px');
  });

  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const one = () => state({ symbols: [card('https://example.org')], following: true });
  const views = {
    one,
    makes,
    reads,
    results,
    'reads with an area': reads,
    folders,
    batches,
    empty: () => state(),
    'empty read': () => state({ tab: 'read' }),
    'empty batch': () => state({ tab: 'batch' }),
  };

  // Only colours change with the theme, and the other rules take most of the time.
  const rules = (theme: Theme): RunOptions =>
    theme === 'vscode-dark' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] };

  it.each(Object.keys(themes) as Theme[])('has no accessibility violation in %s', async (theme) => {
    for (const [name, what] of Object.entries(views)) {
      const { page, send } = await open(what(), { theme });
      if (name === 'folders') await send({ type: 'folderRows', folder: 3, from: 0, rows: folderRows(50) });
      if (name === 'empty') await send({ type: 'forms', forms: FORMS });
      if (name === 'one') {
        await send({ type: 'scanMargin', view: 1, index: 0, scanMargin });
        for (const summary of await page.locator('.fold summary, .options summary').all()) await summary.press('Enter');
        await page.locator('.card .split vscode-button').nth(3).press('Enter');
        expect(await page.locator('.menu:popover-open').count()).toBe(1);
      }
      if (name === 'reads with an area') await page.locator('.tools[open]').getByRole('combobox').selectOption('crop');
      await page.evaluate(axe);
      const found = await page.evaluate(async (options) => {
        const { passes, violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(options);
        return {
          passes: passes.length,
          violations: violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
          ),
        };
      }, rules(theme));
      expect(found.violations, name).toEqual([]);
      expect(found.passes, name).toBeGreaterThan(0);
    }
  });
});
