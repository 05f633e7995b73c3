/** Chinese punctuation where the page puts sentences and lists together. */
import { describe, expect, it } from 'vitest';
import type { PanelState } from '../../src/extension/panel/contract';
import { readText } from '../../src/extension/panel/readCards';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { batches, card, folders, picture, readSymbol, square, state } from './states';

describe.skipIf(noBrowser)('in Chinese', () => {
  const open = panelOpener();
  const { strings, locale } = state({}, 'zh-cn');
  const opened = (shown: PanelState) => open({ ...shown, strings, locale });

  it('sums up what was made, and names the engines that read it back', async () => {
    const failed = { text: 'x', length: 1, secret: false, wantedLevel: 'H' as const, error: 'too long' };
    const { page } = await opened(state({ symbols: [card('a'), failed] }));
    expect(await page.locator('.status').textContent()).toBe('已生成 1 个二维码。1 个未能生成。');
    expect(await page.locator('.proof').textContent()).toContain('zxing-wasm、@zxing/library');
  });

  it('says of one picture what was found in it, and what it is', async () => {
    const { page } = await opened(state({ tab: 'read', pictures: [picture([readSymbol('x', square(1, 1, 9))])] }));
    expect(await page.locator('.status').textContent()).toMatch(/^shelf labels\.png：\S/);
    expect(await page.locator('.picture-card .row-facts').first().textContent()).toContain(' · PNG，800 × 500');
  });

  it('names the contrast and the robustness', async () => {
    const { page } = await opened(state({ symbols: [card('a')] }));
    expect(await page.locator('.options .hint.wide').first().textContent()).toMatch(/^对比度：\S/);
    expect(await page.locator('.scan-margin > summary').textContent()).toMatch(/^\S+：\S/);
  });

  it('sums up a folder', async () => {
    const { page } = await opened(folders());
    const words = (await page.locator('.folder-head .row-facts').textContent())!;
    expect(words.match(/。/g)).toHaveLength(4);
    expect(words).not.toMatch(/。\s|[.,]\s/);
  });

  it('says of a batch how names are made', async () => {
    const { page } = await opened(batches());
    expect(await page.locator('.form-body > .hint').textContent()).toMatch(/。\S.*。$/);
  });

  it('numbers the missing parts of a set, and says why a character set was taken', async () => {
    const torn = { count: 4, missing: [2, 3], parts: [], mixed: false, ...readText('', false, new Map(), false) };
    const shown = picture([readSymbol('x', square(1, 1, 9))]);
    const { page, send } = await opened(state({ tab: 'read', pictures: [shown], sets: [torn] }));
    expect(await page.locator('.set .message').textContent()).toContain('3、4');
    await page.locator('.row .folded-part > summary').last().click();
    const bytes = new Uint8Array(1);
    await send({ type: 'symbolBytes', view: 1, picture: 0, symbol: 0, bytes, charsets: ['utf-8'] });
    const why = '字节是有效的 UTF-8，其他文本几乎不会碰巧如此。';
    expect(await page.locator('.bytes > .note').textContent()).toBe(`UTF-8（推测）。${why}`);
  });
});
