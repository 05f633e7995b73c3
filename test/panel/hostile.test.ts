/** Texts of strangers: shown whole, and without effect on the page. */
import { describe, expect, it } from 'vitest';
import { describeText } from '../../src/worker/qr/describeText';
import { noBrowser } from '../browser';
import { HOSTILE } from './hostileTexts';
import { panelOpener } from './openPanel';
import { picture, readSymbol, square, state } from './states';

describe.skipIf(noBrowser)('hostile texts', () => {
  const open = panelOpener();

  it.each(['en', 'zh-cn'] as const)('are text and nothing more (%s)', async (locale) => {
    const symbols = HOSTILE.map((text, i) => readSymbol(text, square(10 + 50 * i, 20, 40)));
    const cards = [picture(symbols, { name: HOSTILE[0]!, notes: [HOSTILE[1]!] }), picture([], { error: HOSTILE[0]! })];
    const panel = await open(state({ tab: 'read', pictures: cards }, locale), { width: 420 });
    const { page } = panel;
    for (const summary of await page.locator('.row summary').all()) await summary.click();
    for (const more of await page.locator('.row .text-box button.link').all()) await more.click();
    const effects = await page.evaluate(() => ({
      title: document.title,
      foreign: [
        ...document.querySelectorAll(
          '#page-read :is(a, script, iframe, b, embed, object), #page-read img:not(.plane img)',
        ),
      ].map((each) => each.outerHTML),
      handlers: [...document.querySelectorAll('main *')].filter((each) =>
        each.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(effects).toEqual({ title: effects.title, foreign: [], handlers: 0, wide: 0 });
    expect(effects.title).not.toMatch(/^\d/);
    expect(panel.errors).toEqual([]);
    const texts = await page.locator('.row').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));
    for (const [i, shown] of texts.entries()) {
      expect(shown, String(i)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200b]/);
      for (const word of HOSTILE[i]!.match(/\w{4,}/g) ?? []) expect(shown, String(i)).toContain(word);
    }
    // Nothing but the web and mail is offered to be opened.
    const open_ = await page
      .locator('.row')
      .evaluateAll((rows) => rows.map((row) => row.querySelectorAll('.icon-link').length));
    expect(open_).toEqual(HOSTILE.map((text) => Number(describeText(text, 'en').link?.openable ?? false)));
  });
});
