/** The tools of a picture as they were left before the page was made anew, in a real browser. */
import { describe, expect, it } from 'vitest';
import type { PictureCard } from '../../src/extension/panel/contract';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { picture, readSymbol, square, state } from './states';

const nothing = { crop: null, corners: null, degrees: 0, invert: false, brightness: 0, contrast: 0, threshold: 0 };

describe.skipIf(noBrowser)('kept tools', () => {
  const open = panelOpener();
  const opened = async (more: Partial<PictureCard>) => {
    const card = picture([readSymbol('x', square(1, 1, 9))], { key: '3.0', width: 400, height: 300, ...more });
    const panel = await open(state({ tab: 'read', pictures: [card] }));
    const said = async (type: string) => (await panel.posted()).filter((message) => message.type === type);
    return { ...panel, said };
  };

  it('hands on whether they are open and how they are set, and nothing before', async () => {
    const { page, said } = await opened({});
    await page.waitForTimeout(50);
    expect(await said('keepTools')).toEqual([]);
    await page.locator('.tools > summary').click();
    const kept = { type: 'keepTools', key: '3.0', open: true, ...nothing };
    await expect.poll(() => said('keepTools')).toEqual([kept]);
    await page.getByLabel('Contrast').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said('keepTools')).toEqual([kept, { ...kept, contrast: 1 }]);
    await page.locator('.tools > summary').click();
    await expect.poll(async () => (await said('keepTools')).at(-1)).toEqual({ ...kept, contrast: 1, open: false });
  });

  it('begins with them, and reads at once what they change', async () => {
    const set = { ...nothing, degrees: 90, invert: true, contrast: 40, threshold: 9, brightness: -5 };
    const { page, said } = await opened({ tools: { open: true, ...set } });
    expect(await page.locator('.tools').getAttribute('open')).toBe('');
    const read = { type: 'readAgain', key: '3.0', request: 1, harder: false, otherCodes: false };
    expect(await said('readAgain')).toEqual([{ ...read, ...set }]);
    expect(await page.getByLabel('Contrast').inputValue()).toBe('40');
    await page.locator('.tools').getByRole('button', { name: 'Reset' }).click();
    await expect.poll(async () => (await said('readAgain')).at(-1)).toEqual({ ...read, request: 2, ...nothing });
    const folded = await opened({ symbols: [], tools: { open: false, ...nothing } });
    expect(await folded.page.locator('.tools').getAttribute('open')).toBeNull();
    expect(await folded.said('readAgain')).toEqual([]);
  });

  it.each([undefined, 3, 6, 7] as const)(
    'lays the same part over a picture that is stored as %s',
    async (orientation) => {
      const crop = { x: 30, y: 60, width: 100, height: 150 };
      const { page, said } = await opened({ orientation, tools: { open: true, ...nothing, crop } });
      expect(await said('readAgain')).toMatchObject([{ crop, corners: null }]);
      expect(await page.locator('.crop-numbers').isVisible()).toBe(true);
      const [first, third] = await page
        .locator('.area-point')
        .evaluateAll((all) => [all[0]!, all[2]!].map((each) => each.getBoundingClientRect()));
      expect(first!.x < third!.x && first!.y < third!.y).toBe(true);
      const corners = [
        [30, 60],
        [150, 50],
        [160, 210],
        [20, 200],
      ] as [[number, number], [number, number], [number, number], [number, number]];
      const slanted = await opened({ orientation, tools: { open: true, ...nothing, corners } });
      expect(await slanted.said('readAgain')).toMatchObject([{ crop: null, corners }]);
    },
  );
});
