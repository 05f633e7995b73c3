/** The page of made symbols in a real browser. */
import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../media/panel/contrast';
import type { SymbolCard } from '../../src/extension/panel/contract';
import { defaultMakeOptions } from '../../src/extension/panel/makeOptions';
import { noBrowser } from '../browser';
import { scanMargin } from '../extension/panel/answers';
import { FORMS } from './forms';
import { panelOpener } from './openPanel';
import { card, makes, state, TEXT } from './states';
import { type Theme, themes } from './themes';

/** #rrggbb of a computed colour. */
const rgb = (colour: string): string =>
  `#${colour
    .match(/\d+/g)!
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;

describe.skipIf(noBrowser)('makeView', () => {
  const open = panelOpener();

  it('shows hidden characters, masks secrets and clips long texts until asked', async () => {
    const { page } = await open(makes());
    const [plain, secret, long] = [0, 1, 2].map((i) => page.locator('article').nth(i).locator('.text-box'));
    expect(
      await plain!.locator('.hidden-character').evaluateAll((marks) => marks.map((m) => m.getAttribute('title'))),
    ).toEqual(['U+0009', 'U+000A']);
    expect(await secret!.textContent()).not.toContain('secret;;');
    await secret!.locator('button').click();
    expect(await secret!.locator('.text-content').textContent()).toBe('WIFI:T:WPA;S:home;P:secret;;');
    expect((await long!.locator('.text-content').textContent())!.length).toBeLessThan(300);
    await long!.locator('button').press('Enter');
    expect((await long!.locator('.text-content').textContent())!.length).toBeGreaterThan(3000);
  });

  it('changes the level by arrow keys, and keeps the focus when the new symbol comes', async () => {
    const panel = await open(makes());
    await panel.page.locator('input[name="level-0"]:checked').focus();
    await panel.page.keyboard.press('ArrowLeft');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'changeLevel', view: 1, index: 0, level: 'Q' });
    await panel.send({ type: 'symbol', view: 1, index: 0, card: card(TEXT, 'Q'), saved: makes().saved });
    expect(await panel.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Q');
    expect(await panel.page.locator('[role="status"]').textContent()).toContain('Q');
  });

  it('does not draw a card of an older view', async () => {
    const panel = await open(makes());
    await panel.send({ type: 'symbol', view: 0, index: 0, card: card('other'), saved: makes().saved });
    expect(await panel.page.locator('.text-content').first().textContent()).toContain('你好');
  });

  it('posts every action with its place, from the buttons and from their menus', async () => {
    const panel = await open(makes());
    const { page } = panel;
    const second = page.locator('article').nth(1);
    for (const button of await second.locator('.actions vscode-button:not([icon-only])').all())
      await button.press('Enter');
    const place = { view: 1, index: 1 };
    const inMenu = async (way: Locator) => {
      const before = (await panel.posted()).length;
      const opener = way.locator('vscode-button').nth(1);
      await opener.press('Enter');
      const count = await way.locator('.menu > *').count();
      for (let item = 0; item < count; item++) {
        if (item > 0) await opener.press('Enter');
        await way.locator('.menu > *').nth(item).press('Enter');
      }
      return (await panel.posted()).slice(before);
    };
    expect((await panel.posted()).slice(1)).toEqual([
      { type: 'needPng', ...place, request: 1 },
      { type: 'save', ...place, format: 'png' },
      { type: 'insertImage', ...place },
    ]);
    expect(await inMenu(second.locator('.split').first())).toEqual([
      { type: 'needPng', ...place, request: 2 },
      ...(['svg', 'markdown', 'markdownInside', 'html', 'dataUri', 'terminal'] as const).map((format) => ({
        type: 'copyAs',
        ...place,
        format,
      })),
      { type: 'madeText', ...place, action: 'copy' },
    ]);
    const formats = ['png', 'svg', 'pdf', 'jpeg', 'terminal'] as const;
    expect(await inMenu(second.locator('.split').nth(1))).toEqual(
      formats.map((format) => ({ type: 'save', ...place, format })),
    );
    expect(await inMenu(page.locator('.save-all .split'))).toEqual([
      ...formats.map((format) => ({ type: 'saveAll', view: 1, format })),
      { type: 'sheetAll', view: 1, format: 'pdf' },
      { type: 'sheetAll', view: 1, format: 'html' },
    ]);
    // The format that was chosen last is what every button does from then on.
    await page.locator('.save-all vscode-button').first().press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'saveAll', view: 1, format: 'terminal' });
    expect(await second.locator('.save-format').textContent()).toContain('TXT');
  });

  it('copies the picture that the extension paints, by button and by key', async () => {
    const panel = await open(state({ symbols: [card(TEXT)] }), { clipboard: true });
    const { page } = panel;
    const copied = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return new Uint8Array(await (await item!.getType('image/png')).arrayBuffer()).length;
      });
    const asked = async () =>
      (await panel.posted()).flatMap((message) => (message.type === 'needPng' ? message.request : []));
    const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 9, height: 9 })));
    const paint = (request: number) => panel.send({ type: 'png', request, bytes });
    await page.locator('.card .actions vscode-button').first().click();
    await expect.poll(asked).toEqual([1]);
    await paint(1);
    await expect.poll(() => page.locator('.status').textContent()).toBe(state().strings.pngCopied);
    expect(await copied()).toBeGreaterThan(50);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.locator('.card .actions vscode-button').nth(2).focus();
    await page.keyboard.press('Control+c');
    await expect.poll(asked).toEqual([1, 2]);
    await paint(2);
    await expect.poll(() => copied().catch(() => 0)).toBeGreaterThan(50);
  });

  it('offers a set for what is too long, shows its parts, and the form of what a text is', async () => {
    const part = (index: number) => card(`part ${index}`, 'H', { part: { index, count: 2 } });
    const tooLong = {
      text: 'x',
      length: 1,
      secret: false,
      wantedLevel: 'H' as const,
      error: 'too long',
      splittable: true,
    };
    const url = card('https://example.org', 'H', { kind: { label: 'Web address', bare: false } });
    const panel = await open(state({ symbols: [tooLong, part(0), part(1), url] }));
    const { page } = panel;
    const articles = page.locator('article');
    await articles.first().locator('vscode-button').click();
    await articles.nth(3).locator('.kind vscode-button').click();
    expect((await panel.posted()).slice(1)).toEqual([
      { type: 'split', view: 1, index: 0 },
      { type: 'editAsForm', view: 1, index: 3 },
    ]);
    expect(await articles.nth(2).getAttribute('aria-label')).toContain('2');
    expect(await page.locator('.set-note:visible').count()).toBe(1);
    await panel.send({ type: 'fillForm', kind: 'url', values: { url: 'https://example.org/a' } });
    await expect.poll(async () => (await panel.posted()).at(-1)?.type).toBe('needForms');
    await panel.send({ type: 'forms', forms: FORMS });
    const field = page.locator('vscode-textfield').first();
    expect(await field.evaluate((each: HTMLInputElement) => each.value)).toBe('https://example.org/a');
    await expect.poll(async () => (await panel.posted()).at(-1)).toMatchObject({ type: 'needCapacity', kind: 'url' });
  });

  it('asks for the look of what is near, shows its margin and the picture it cannot draw itself', async () => {
    const drawn = '%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/%3E';
    const panel = await open(state({ symbols: [card('a')], options: { ...defaultMakeOptions, modules: 'dots' } }));
    await expect.poll(panel.looks).toEqual([0]);
    expect(await panel.page.locator('.ground img').getAttribute('src')).toBeNull();
    await panel.send({ type: 'picture', view: 1, index: 0, address: `data:image/svg+xml,${drawn}` });
    await panel.send({ type: 'picture', view: 0, index: 0, address: 'data:image/svg+xml,old' });
    expect(await panel.page.locator('.ground img').getAttribute('src')).toContain(drawn);
    await panel.send({
      type: 'scanMargin',
      view: 1,
      index: 0,
      scanMargin: { ...scanMargin, advice: [{ code: 'advice-shapes', message: 'squares' }] },
    });
    expect(await panel.page.locator('.scan-margin').getAttribute('data-verdict')).toBe('strong');
    expect(await panel.page.locator('.scan-margin').textContent()).toContain('squares');
    expect(await panel.page.locator('.scan-margin meter').evaluate((meter: HTMLMeterElement) => meter.value)).toBe(71);
    expect(panel.errors).toEqual([]);
  });

  it('lets a look stand until the next one of the same text, never for another file or part', async () => {
    const dots = { options: { ...defaultMakeOptions, modules: 'dots' as const } };
    const file = (bytes: string) => card(bytes, 'H', { text: '', length: 0, fileName: 'a.bin' });
    const part = (index: number) => card('whole', 'H', { part: { index, count: 2 } });
    const panel = await open(state({ ...dots, symbols: [card('a')] }));
    const image = panel.page.locator('.ground img');
    let view = 1;
    /** Whether the look of the first stands there when the second comes. */
    const stays = async (first: SymbolCard, second: SymbolCard) => {
      await panel.send({ type: 'state', state: state({ ...dots, view: ++view, symbols: [first] }) });
      await panel.send({ type: 'picture', view, index: 0, address: `data:image/svg+xml,${view}` });
      expect(await image.getAttribute('src')).toBe(`data:image/svg+xml,${view}`);
      await panel.send({ type: 'state', state: state({ ...dots, view: ++view, symbols: [second] }) });
      return (await image.getAttribute('src')) !== null;
    };
    expect(await stays(card('a'), card('a', 'M'))).toBe(true);
    expect(await stays(file('one'), file('one'))).toBe(true);
    expect(await stays(file('one'), file('two'))).toBe(false);
    expect(await stays(part(0), part(1))).toBe(false);
    expect(await stays(file('one'), card('b', 'H', { text: '' }))).toBe(false);
  });

  it('says what to do when the clipboard is closed to it', async () => {
    const { page } = await open(state({ symbols: [card(TEXT)] }));
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
    });
    await page.locator('.card .actions vscode-button').first().click();
    await expect.poll(() => page.locator('.status').getAttribute('class')).toBe('status error');
  });

  it.each(Object.keys(themes) as Theme[])('shows which level is chosen by more than bold type in %s', async (theme) => {
    const { page } = await open(makes(), { theme });
    const ground = (at: string) =>
      page
        .locator(`.level-choice ${at}`)
        .first()
        .evaluate((each) => getComputedStyle(each).backgroundColor);
    const chosen = await ground('input:checked + span');
    const pageGround = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(contrast(rgb(chosen), rgb(pageGround)).ratio).toBeGreaterThan(3);
  });

  it.each(Object.keys(themes) as Theme[])(
    'keeps the letters of a button readable under the mouse in %s',
    async (theme) => {
      const { page } = await open(makes(), { theme });
      await page.locator('.options summary').click();
      for (const button of await page.locator('#page-make vscode-button:visible').all()) {
        await button.hover();
        const [letters, ground] = await button.evaluate((each) => {
          const { color, backgroundColor } = getComputedStyle(each.shadowRoot!.querySelector('.base')!);
          return [color, backgroundColor];
        });
        expect(contrast(rgb(letters!), rgb(ground!)).ratio, (await button.textContent()) ?? '').toBeGreaterThan(4.5);
      }
    },
  );
});
