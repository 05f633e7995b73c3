/** The choices for all symbols in a real browser. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { card, makes, state } from './states';

describe.skipIf(noBrowser)('optionsForm', () => {
  const open = panelOpener();

  it('draws with the choices for all, warns of a small quiet zone, and keeps the focus', async () => {
    const options = { ...state().options, marginModules: 1, dark: '#102030', light: '#fff0e0' };
    const panel = await open(state({ symbols: [card('a')], options }));
    const { page } = panel;
    expect(await page.locator('svg.symbol').getAttribute('viewBox')).toBe('0 0 23 23');
    expect(
      await page.locator('svg.symbol > *').evaluateAll((all) => all.map((each) => each.getAttribute('fill'))),
    ).toEqual(['#fff0e0', '#102030']);
    await page.locator('.options summary').press('Enter');
    expect(await page.locator('.options .message.warning').count()).toBe(1);
    await page.locator('#option-version').selectOption('7');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'changeOptions', options: { ...options, version: 7 } });
    await page.locator('#option-margin').focus();
    await panel.send({
      type: 'state',
      state: state({ view: 2, symbols: [card('a')], options: { ...options, version: 7 } }),
    });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('option-margin');
    await page.locator('#option-margin').fill('4');
    await page.keyboard.press('Tab');
    expect((await panel.posted()).at(-1)).toMatchObject({
      type: 'changeOptions',
      options: { marginModules: 4, version: 7 },
    });
    expect(await page.locator('.options .message.warning').count()).toBe(0);
    await page.locator('.options vscode-checkbox').nth(1).click();
    expect((await panel.posted()).at(-1)).toEqual({ type: 'follow', on: true });
    await panel.send({ type: 'following', on: false });
    expect(
      await page
        .locator('.options vscode-checkbox')
        .nth(1)
        .evaluate((box: HTMLInputElement) => box.checked),
    ).toBe(false);
    await page.keyboard.press('Escape');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'leave' });
  });

  it('draws the shown symbol by what is chosen at once, and keeps a picture until the next one comes', async () => {
    const options = state().options;
    const panel = await open(state({ symbols: [card('a')], options }));
    const { page } = panel;
    await page.locator('.options summary').click();
    await page.locator('#option-margin').fill('6');
    expect(await page.locator('svg.symbol').getAttribute('viewBox')).toBe('0 0 33 33');
    const dark = page.locator('#option-dark');
    await dark.fill('#102030');
    expect(await page.locator('svg.symbol path').getAttribute('fill')).toBe('#102030');
    const styled = (view: number, modules: 'dots' | 'rounded') =>
      panel.send({ type: 'state', state: state({ view, symbols: [card('a')], options: { ...options, modules } }) });
    const source = page.locator('img.symbol');
    await page.locator('#option-modules').selectOption('dots');
    await styled(2, 'dots');
    const picture = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';
    await panel.send({ type: 'picture', view: 2, index: 0, address: picture });
    await styled(3, 'rounded');
    expect(await source.getAttribute('src')).toBe(picture);
    // Never over another text.
    await panel.send({
      type: 'state',
      state: state({ view: 4, symbols: [card('b')], options: { ...options, modules: 'dots' } }),
    });
    expect(await source.getAttribute('src')).toBeNull();
  });

  it('undoes no choice when an answer comes that is older, and takes what comes after it', async () => {
    const options = state().options;
    const panel = await open(state({ symbols: [card('a')], options }));
    const { page } = panel;
    const answer = (more: Partial<typeof options>, view: number) =>
      panel.send({ type: 'state', state: state({ view, symbols: [card('a')], options: { ...options, ...more } }) });
    await page.locator('.options summary').press('Enter');
    await page.locator('#option-version').selectOption('7');
    await answer({}, 2);
    expect(await page.locator('#option-version').inputValue()).toBe('7');
    await page.locator('#option-mask').selectOption('3');
    expect((await panel.posted()).at(-1)).toMatchObject({ type: 'changeOptions', options: { version: 7, mask: 3 } });
    await answer({ version: 7 }, 3);
    expect(await page.locator('#option-mask').inputValue()).toBe('3');
    await answer({ version: 7, mask: 3 }, 4);
    await answer({ version: 9 }, 5);
    expect([
      await page.locator('#option-version').inputValue(),
      await page.locator('#option-mask').inputValue(),
    ]).toEqual(['9', '']);
    await page.locator('.options vscode-button', { hasText: 'Reset' }).click();
    expect(await page.locator('#option-version').inputValue()).toBe('');
  });

  it('makes a picked logo small, lets its size be chosen, and is rid of it again', async () => {
    const panel = await open(makes());
    const { page } = panel;
    await page.locator('.options summary').click();
    await page.locator('.logo-field vscode-button').first().press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'pickLogo' });
    const large = new PNG({ width: 900, height: 300 });
    await panel.send({ type: 'logoFile', name: 'l.png', bytes: new Uint8Array([1, 2]) });
    await page.locator('.status.error').waitFor();
    await panel.send({ type: 'logoFile', name: 'l.png', bytes: new Uint8Array(PNG.sync.write(large)) });
    await page.locator('#option-logo-size').selectOption('30');
    const chosen = (await panel.posted())
      .flatMap((message) => (message.type === 'changeOptions' ? message.options.logo : []))
      .at(-1)!;
    expect(chosen).toMatchObject({ name: 'l.png', percent: 30 });
    const { width, height } = PNG.sync.read(Buffer.from(chosen.png, 'base64'));
    expect([width, height]).toEqual([256, 85]);
    await page.locator('.logo-field vscode-button').nth(1).press('Enter');
    expect((await panel.posted()).at(-1)).toMatchObject({ options: { logo: null } });
    expect(await page.locator('.logo-field vscode-button').nth(1).isVisible()).toBe(false);
    expect(panel.errors).toEqual([]);
  });
});
