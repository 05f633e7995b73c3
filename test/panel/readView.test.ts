/** The page of read pictures in a real browser. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/extension/panel/readCards';
import { describeText } from '../../src/worker/qr/describeText';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { picture, readSymbol, reads, square, state } from './states';

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
    const hidden = { ...whole, secret: true, hidden: true };
    const panel = await open({ ...reads(), sets: [torn, whole, hidden] });
    expect(await panel.page.locator('.set .folded-part').count()).toBe(1);
    const [first, second] = [0, 1].map((i) => panel.page.locator('.set').nth(i));
    expect(await first!.locator('.message').textContent()).toContain('3, 4');
    expect(await first!.locator('vscode-button').count()).toBe(0);
    expect(await second!.locator('.set-parts li').allTextContents()).toEqual([
      '1: code 2 in a.png',
      '2: code 1 in b.png',
    ]);
    await second!.getByText('Bytes of all parts').click();
    await expect.poll(async () => (await panel.posted()).at(-1)).toEqual({ type: 'needSetBytes', view: 1, set: 1 });
    await panel.send({ type: 'setBytes', view: 1, set: 1, bytes: new TextEncoder().encode('https://example.org/') });
    expect(await second!.locator('pre').textContent()).toMatch(/\n0010 {2}6f 72 67 2f +org\/$/);
    await second!.locator('vscode-button').nth(2).press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'setText', view: 1, set: 1, action: 'open' });
  });

  it('shows a picture from its bytes with a numbered box per symbol, paired with its row', async () => {
    const panel = await open(reads(), { height: 1200 });
    const { page } = panel;
    await expect.poll(async () => (await panel.posted()).filter(({ type }) => type === 'needPicture')).toHaveLength(2);
    const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 800, height: 500 })));
    await panel.send({ type: 'pictureBytes', view: 1, picture: 0, bytes });
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

  it('lights the row of a box that has the focus, leads to it, and shows the picture larger', async () => {
    const panel = await open(reads(), { height: 1200 });
    const { page } = panel;
    const box = page.locator('.box').nth(1);
    await box.focus();
    expect(await page.locator('.row').nth(1).getAttribute('class')).toContain('lit');
    expect(await box.getAttribute('aria-label')).toContain('plain');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('plain');
    const width = async () => (await page.locator('.picture').first().boundingBox())!.width;
    const whole = await width();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
    await press('Larger');
    await press('Larger');
    expect((await width()) / whole).toBeCloseTo(2.25, 1);
    await page.locator('.row').nth(1).focus();
    const frame = (await page.locator('.picture-frame').first().boundingBox())!;
    const line = (await page.locator('.box-line').nth(1).boundingBox())!;
    expect(line.x).toBeGreaterThanOrEqual(frame.x);
    expect(line.x + line.width).toBeLessThanOrEqual(frame.x + frame.width + 1);
    await press('Whole picture');
    expect(await width()).toBe(whole);
    expect(panel.errors).toEqual([]);
  });

  it('keeps a secret hidden until the extension sends it, and hides it again', async () => {
    const wifi = 'WIFI:T:WPA;S:home;P:hunter22;;';
    const panel = await open(state({ tab: 'read', pictures: [picture([readSymbol(wifi, square(9, 9, 90))])] }));
    const { page } = panel;
    const row = page.locator('.row');
    expect(await page.content()).not.toContain('hunter22');
    expect(await row.locator('dd').allTextContents()).toEqual(['home', 'WPA, WPA2 or WPA2/WPA3', '••••••••']);
    await row.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'reveal', view: 1, picture: 0, symbol: 0 });
    const meanings = new Map([[wifi, describeText(wifi, 'en')]]);
    const card = { ...readSymbol(wifi, square(9, 9, 90)), ...readText(wifi, true, meanings, true) };
    await panel.send({ type: 'readSymbol', view: 1, picture: 0, symbol: 0, card });
    expect(await row.locator('.text-content').textContent()).toBe(wifi);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hide');
    await page.keyboard.press('Enter');
    expect(await row.textContent()).not.toContain('hunter22');
    expect(JSON.stringify(await panel.stored())).not.toContain('hunter22');
  });

  it('asks for the bytes when they are opened, and for another character set', async () => {
    const panel = await open(reads());
    const { page } = panel;
    const row = page.locator('.row').nth(1);
    await row.getByText('Bytes and character set').click();
    await expect
      .poll(async () => (await panel.posted()).at(-1))
      .toEqual({ type: 'needBytes', view: 1, picture: 0, symbol: 1 });
    const bytes = new Uint8Array([0x41, 0x00, 0xd6, 0xd0]);
    const charsets = ['gb18030', 'utf-8'];
    await panel.send({ type: 'symbolBytes', view: 1, picture: 0, symbol: 1, bytes, charsets });
    expect(await row.locator('pre').textContent()).toMatch(/^0000 {2}41 00 d6 d0 +A···$/);
    expect(await row.locator('.bytes').textContent()).toContain('valid UTF-8');
    await row.locator('select').selectOption('gb18030');
    expect((await panel.posted()).at(-1)).toEqual({
      type: 'readAs',
      view: 1,
      picture: 0,
      symbol: 1,
      charset: 'gb18030',
      revealed: false,
    });
    const card = readSymbol('A中', square(620, 300, 140), { charset: { name: 'gb18030', from: 'chosen' } });
    await panel.send({ type: 'readSymbol', view: 1, picture: 0, symbol: 1, card });
    expect(await row.locator('.text-content').first().textContent()).toBe('A中');
    expect(await row.locator('.bytes').textContent()).toContain('GB18030 (chosen)');
    expect(await row.locator('select').inputValue()).toBe('gb18030');
  });

  it('reads the picture of the clipboard once when it is asked to, or says why there is none', async () => {
    const { page, posted, send } = await open(state({ tab: 'read' }), { clipboard: true });
    const ask = (view: number) => send({ type: 'state', state: state({ tab: 'read', view, wantsClipboard: true }) });
    await page.evaluate(() => navigator.clipboard.writeText('only text'));
    await ask(2);
    await page.locator('.status.error', { hasText: 'no picture on the clipboard' }).waitFor();
    const bytes = [...PNG.sync.write(new PNG({ width: 3, height: 2 }))];
    await page.evaluate(async (data) => {
      const blob = new Blob([new Uint8Array(data)], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    }, bytes);
    await ask(3);
    await expect
      .poll(async () => (await posted()).filter(({ type }) => type === 'decodeDropped'))
      .toMatchObject([{ name: 'Clipboard' }]);
    expect((await posted()).filter(({ type }) => type === 'clipboardAsked')).toHaveLength(2);
    await page.context().clearPermissions();
    await page.evaluate(() => {
      navigator.clipboard.read = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await ask(4);
    await page.locator('.status.error', { hasText: 'Ctrl+V' }).waitFor();
  });

  it('offers pictures and folders while there is none', async () => {
    const { page, posted } = await open(state({ tab: 'read' }));
    for (const button of await page.locator('.picture-choices vscode-button').all()) await button.click();
    expect((await posted()).slice(-2)).toEqual([
      { type: 'choosePictures', what: 'pictures' },
      { type: 'choosePictures', what: 'folder' },
    ]);
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
