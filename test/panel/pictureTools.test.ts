/** The tools of a picture in a real browser: what they ask for, by mouse and by keyboard. */

import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { PanelMessage } from '../../src/extension/panel/contract';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { picture, readSymbol, state, unread } from './states';

type ReadAgain = Extract<PanelMessage, { type: 'readAgain' }>;

/** The events that the first such element is listened to for, as often as it is. */
async function listenersOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector('${selector}')` });
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
  await session.detach();
  return listeners.map(({ type }) => type).sort();
}

describe.skipIf(noBrowser)('pictureTools', () => {
  const open = panelOpener();

  const opened = async (shown = unread(), options: Parameters<typeof open>[1] = { height: 1400 }) => {
    const panel = await open(shown, options);
    const asked = async () => (await panel.posted()).filter((m): m is ReadAgain => m.type === 'readAgain');
    const last = async (count: number) => {
      await expect.poll(async () => (await asked()).length).toBe(count);
      return (await asked()).at(-1)!;
    };
    const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 400, height: 300 })));
    await panel.send({ type: 'pictureBytes', view: 1, picture: 0, bytes });
    return { ...panel, asked, last };
  };

  it('says what was tried where nothing was found, and is folded where something was', async () => {
    const { page } = await opened();
    expect(await page.locator('.tools').getAttribute('open')).toBe('');
    expect(await page.locator('.tried li').allTextContents()).toHaveLength(2);
    const found = state({
      tab: 'read',
      pictures: [
        picture([
          readSymbol('a', [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
          ]),
        ]),
      ],
    });
    const second = await opened(found);
    expect(await second.page.locator('.tools').getAttribute('open')).toBeNull();
    const broken = state({ tab: 'read', pictures: [picture([], { width: 0, height: 0, error: 'damaged' })] });
    expect(await (await opened(broken)).page.locator('.tools').count()).toBe(0);
  });

  it('reads at once what a tool changes, once for a row of changes', async () => {
    const { page, last, asked } = await opened();
    const degrees = () => expect.poll(async () => (await asked()).at(-1)!.degrees);
    const contrast = page.getByLabel('Contrast');
    await contrast.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await asked()).at(-1)?.contrast).toBe(5);
    const before = await asked();
    expect(before.at(-1)).toMatchObject({ invert: false, harder: false, crop: null, request: before.length });
    expect(before.length).toBeLessThan(5);
    await page.locator('.tools vscode-checkbox').click();
    expect(await last(before.length + 1)).toMatchObject({ contrast: 5, invert: true });
    const right = page.getByRole('button', { name: 'Turn Right' });
    await right.click();
    await right.click();
    await degrees().toBe(-180);
    await page.getByRole('button', { name: 'Turn Left' }).click();
    await degrees().toBe(90);
    await page.locator('.tools').getByRole('button', { name: 'Reset' }).click();
    await degrees().toBe(0);
    expect((await asked()).at(-1)).toMatchObject({ contrast: 0, invert: false });
  });

  it('crops by numbers, by arrow keys and with the mouse', async () => {
    const { page, asked, errors } = await opened();
    const crop = () => expect.poll(async () => (await asked()).at(-1)?.crop);
    await page.getByLabel('Part of the picture').selectOption('crop');
    await crop().toEqual({ x: 40, y: 30, width: 320, height: 240 });
    await page.getByRole('spinbutton', { name: 'Width' }).fill('5000');
    await page.getByRole('spinbutton', { name: 'Left' }).fill('-7');
    await page.getByRole('spinbutton', { name: 'Left' }).press('Tab');
    await crop().toEqual({ x: 0, y: 30, width: 360, height: 240 });
    const third = page.locator('.area-point').nth(2);
    await third.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowLeft');
    await crop().toEqual({ x: 0, y: 30, width: 359, height: 236 });
    expect(await third.getAttribute('aria-label')).toBe('Point 3: 359 from the left, 266 from the top');
    const image = (await page.locator('.picture').boundingBox())!;
    const at = (x: number, y: number) =>
      [image.x + (x / 400) * image.width, image.y + (y / 300) * image.height] as const;
    await page.mouse.move(...at(100, 60));
    await page.mouse.down();
    await page.mouse.move(...at(200, 100), { steps: 3 });
    await page.mouse.move(...at(300, 160), { steps: 3 });
    await page.mouse.up();
    await crop().toEqual({ x: 100, y: 60, width: 200, height: 100 });
    expect(errors).toEqual([]);
  });

  it('straightens between four corners that are dragged', async () => {
    const { page, asked } = await opened();
    const corners = () => expect.poll(async () => (await asked()).at(-1)?.corners);
    await page.getByLabel('Part of the picture').selectOption('corners');
    await corners().toHaveLength(4);
    const image = (await page.locator('.picture').boundingBox())!;
    await page.locator('.area-point').first().hover();
    await page.mouse.down();
    await page.mouse.move(image.x + image.width / 4, image.y + image.height / 3, { steps: 4 });
    await page.mouse.up();
    await corners().toEqual([
      [100, 100],
      [360, 30],
      [360, 270],
      [40, 270],
    ]);
    expect(await listenersOf(page, '.area-point')).toEqual(['keydown', 'pointerdown']);
    await page.getByLabel('Part of the picture').selectOption('whole');
    await corners().toBeNull();
    expect(await page.locator('.area-plane').isVisible()).toBe(false);
  });

  it('tells places in the pixels as stored of a picture that is shown turned', async () => {
    const shown = unread();
    shown.pictures = [{ ...shown.pictures[0]!, orientation: 6 }];
    const { page, asked } = await opened(shown);
    const last = async () => (await asked()).at(-1);
    await page.getByLabel('Part of the picture').selectOption('crop');
    // 300 x 400 as shown; its top right is the stored top left.
    expect(await page.getByRole('spinbutton', { name: 'Width' }).inputValue()).toBe('240');
    const second = page.locator('.area-point').nth(1);
    await second.focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await last())?.crop).toEqual({ x: 40, y: 20, width: 320, height: 250 });
    await page.getByLabel('Part of the picture').selectOption('corners');
    await expect.poll(async () => (await last())?.corners?.[1]).toEqual([40, 30]);
  });

  it('searches thoroughly with a limit that it states, and can be cancelled', async () => {
    const panel = await opened();
    const { page, last } = panel;
    await page.getByRole('button', { name: 'Try Harder (60 s at most)' }).press('Enter');
    expect(await last(1)).toMatchObject({ harder: true, otherCodes: false });
    expect(await page.locator('.tools-status').textContent()).toContain('60');
    await page.locator('.tools-status vscode-button').click();
    expect((await panel.posted()).at(-1)).toEqual({ type: 'cancelReading', key: '3.0' });
    // What still comes of it is of no interest.
    await panel.send({ type: 'readAgain', key: '3.0', request: 1, found: 0, tried: [], cutOff: false });
    expect(await page.locator('.tools-status').textContent()).toContain('Cancelled');
    await page.getByRole('button', { name: 'Read Other Codes Here' }).click();
    expect(await last(2)).toMatchObject({ harder: false, otherCodes: true });
  });

  it('shows what the tools make of the picture, and how reading it ended', async () => {
    const panel = await opened();
    const { page, last } = panel;
    await page.locator('.tools vscode-checkbox').click();
    const { request } = await last(1);
    await page.evaluate(
      (number) =>
        void dispatchEvent(
          new MessageEvent('message', {
            data: {
              type: 'changedPicture',
              key: '3.0',
              request: number,
              changed: { data: Uint8Array.of(0, 255, 100, 7), width: 2, height: 2 },
            },
          }),
        ),
      request,
    );
    const shown = page.locator('canvas.changed');
    await shown.waitFor();
    expect(await shown.getAttribute('aria-label')).toContain('inverted');
    expect(
      await shown.evaluate((c: HTMLCanvasElement) => [...c.getContext('2d')!.getImageData(0, 0, 2, 2).data]),
    ).toEqual([0, 0, 0, 255, 255, 255, 255, 255, 100, 100, 100, 255, 7, 7, 7, 255]);
    await panel.send({
      type: 'readAgain',
      key: '3.0',
      request,
      found: 0,
      tried: ['attemptFinders'],
      cutOff: false,
    });
    expect(await page.locator('.tools-status').textContent()).toContain('Nothing more was found after: inverted.');
    expect(await page.locator('.tried li').count()).toBe(3);
  });

  it('stays as it was set when the picture is shown with more codes', async () => {
    const panel = await opened();
    const { page, last } = panel;
    const contrast = page.getByLabel('Contrast');
    await contrast.focus();
    await page.keyboard.press('End');
    const { request } = await last(1);
    const shown = unread();
    const [card] = shown.pictures;
    const symbol = readSymbol(
      'https://example.org',
      [
        [10, 10],
        [90, 10],
        [90, 90],
        [10, 90],
      ],
      { after: ['contrast', 'invert'] },
    );
    await panel.send({ type: 'state', state: { ...shown, view: 2, pictures: [{ ...card!, symbols: [symbol] }] } });
    await panel.send({ type: 'readAgain', key: '3.0', request, found: 1, tried: [], cutOff: false });
    expect(await page.getByLabel('Contrast').inputValue()).toBe('100');
    expect(await page.evaluate(() => document.activeElement?.id)).toContain('contrast');
    expect(await page.locator('.row-facts').last().textContent()).toContain('found after: contrast changed, inverted');
    expect(await page.locator('.tools-status').textContent()).toContain('1 more code was found.');
    await page.keyboard.press('Home');
    expect(await last(2)).toMatchObject({ key: '3.0', contrast: -100 });
  });

  it('puts no space between Chinese sentences', async () => {
    const shown = state({ tab: 'read', pictures: unread().pictures }, 'zh-cn');
    const { page } = await opened(shown);
    await page.locator('.tools').getByRole('combobox').selectOption('corners');
    expect(await page.locator('.area-field .hint').textContent()).not.toMatch(/。\s/);
  });

  it.each([360, 900])('fits %i pixels', async (width) => {
    const { page } = await opened(unread(), { width, height: 1400 });
    await page.getByLabel('Part of the picture').selectOption('crop');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
