/** The page of read pictures in a real browser. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/extension/panel/readCards';
import { describeText } from '../../src/worker/qr/describeText';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { reads } from './states';

describe.skipIf(noBrowser)('readView', () => {
  const open = panelOpener();

  it('shows what several codes say together, and which part is missing', async () => {
    const link = describeText('https://example.org/', 'en');
    const parts = [
      { index: 0, picture: 'a.png', number: 2 },
      { index: 1, picture: 'b.png', number: 1 },
    ];
    const whole = {
      count: 2,
      missing: [],
      parts,
      ...readText('https://example.org/', false, new Map([['https://example.org/', link]]), false),
      mixed: false,
    };
    const torn = { ...whole, ...readText('', false, new Map(), false), count: 4, missing: [2, 3] };
    const panel = await open({ ...reads(), sets: [torn, whole] });
    const [first, second] = [0, 1].map((i) => panel.page.locator('.set').nth(i));
    expect(await first!.locator('.message').textContent()).toContain('3, 4');
    expect(await first!.locator('vscode-button').count()).toBe(0);
    expect(await second!.locator('.set-parts li').allTextContents()).toEqual([
      '1: code 2 in a.png',
      '2: code 1 in b.png',
    ]);
    await second!.locator('vscode-button').nth(2).press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'setText', view: 1, set: 1, action: 'open' });
  });

  it('shows a picture from its bytes with a numbered box per symbol, paired with its row', async () => {
    const panel = await open(reads(), { height: 1200 });
    const { page } = panel;
    await expect.poll(async () => (await panel.posted()).filter(({ type }) => type === 'needPicture')).toHaveLength(2);
    const bytes = PNG.sync.write(new PNG({ width: 800, height: 500 }));
    await page.evaluate(
      (data) =>
        void dispatchEvent(
          new MessageEvent('message', {
            data: { type: 'pictureBytes', view: 1, picture: 0, bytes: new Uint8Array(data) },
          }),
        ),
      [...bytes],
    );
    await expect
      .poll(() =>
        page
          .locator('.picture img')
          .first()
          .evaluate((img: HTMLImageElement) => img.naturalWidth),
      )
      .toBe(800);
    const image = (await page.locator('.picture img').first().boundingBox())!;
    const box = (await page.locator('.box-line').nth(1).boundingBox())!;
    expect((box.x - image.x) / image.width).toBeCloseTo(620 / 800, 1);
    expect(box.width / image.width).toBeCloseTo(140 / 800, 1);
    await page.locator('.row').nth(1).focus();
    expect(await page.locator('.box').nth(1).getAttribute('class')).toContain('lit');
    await page.locator('.box').first().hover();
    expect(await page.locator('.row').first().getAttribute('class')).toContain('lit');
    await page.locator('.box').first().click();
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('row');
    expect(panel.errors).toEqual([]);
  });

  it('offers to open only a link, and tells when a picture is gone', async () => {
    const panel = await open(reads());
    const { page } = panel;
    expect(await page.locator('.row').nth(0).locator('vscode-button').count()).toBe(4);
    expect(await page.locator('.row').nth(1).locator('vscode-button').count()).toBe(3);
    await page.locator('.row').nth(0).locator('vscode-button').nth(2).click();
    expect((await panel.posted()).at(-1)).toEqual({ type: 'readText', view: 1, picture: 0, symbol: 0, action: 'open' });
    await panel.send({ type: 'pictureBytes', view: 1, picture: 0 });
    await expect.poll(() => page.locator('article').first().locator('.picture').count()).toBe(0);
  });
});
