/** The bundled panel in a real browser: what it draws, what it posts, and whether everyone can use it. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast } from '../../media/panel/contrast';
import { defaultMakeOptions } from '../../src/extension/panel/makeOptions';
import { launch, noBrowser } from '../browser';
import { margin } from '../extension/panel/answers';
import { readTexts } from '../worker/qr/readTexts';
import { FORMS } from './forms';
import { bundleSize, openPanel, type PanelOptions } from './openPanel';
import { card, picture, readSymbol, state } from './states';
import { type Theme, themes } from './themes';

if (noBrowser) console.warn(`Skipped test/panel: ${noBrowser}`);

const TEXT = '你好, QR — tab\there\nline two';
const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as [[number, number], [number, number], [number, number], [number, number]];

const makes = () =>
  state({
    symbols: [
      card(TEXT),
      card('WIFI:T:WPA;S:home;P:secret;;', 'M', { wantedLevel: 'H' }),
      { text: 'x'.repeat(3000), length: 5000, secret: false, wantedLevel: 'H', error: 'too long' },
    ],
  });
const reads = () =>
  state({
    tab: 'read',
    pictures: [
      picture([readSymbol('https://example.org', square(60, 60, 200)), readSymbol('plain', square(620, 300, 140))]),
      picture([], { name: 'none.jpg', cutOff: true }),
      picture([], { name: 'broken.png', width: 0, height: 0, error: 'damaged' }),
    ],
  });

const batches = () =>
  state({
    tab: 'batch',
    batch: {
      name: 'shelves.csv',
      columns: ['name', 'link'],
      encoding: 'gb18030',
      kinds: [{ kind: 'wifi', label: 'Wi-Fi network' }],
      column: 'name',
      kind: '',
      pattern: '{n}',
      count: 2,
      failures: [{ line: 9, message: 'missing' }],
      failureCount: 150,
      preview: [
        { name: 'one', picture: 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E' },
        { name: 'two', error: 'too long' },
      ],
    },
  });

/** #rrggbb of a computed colour. */
const rgb = (colour: string): string =>
  `#${colour
    .match(/\d+/g)!
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;

const readPng = async (png: Uint8Array) => (await readTexts(png))[0];

describe.skipIf(noBrowser)('panel', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const open = (what: ReturnType<typeof state>, options?: PanelOptions) => openPanel(browser, what, options);

  it('stays within its size', async () => {
    expect(await bundleSize()).toBeLessThan(150_000);
  });

  it('draws symbols that can be read off the screen, under its own policy, without an error', async () => {
    for (const theme of Object.keys(themes) as Theme[]) {
      const panel = await open(state({ symbols: [card(TEXT)] }), { theme });
      expect(await readPng(await panel.page.locator('.ground').screenshot()), theme).toBe(TEXT);
      expect(panel.errors).toEqual([]);
      await panel.page.context().close();
    }
  });

  it('stores what it was given to store, and asks for a newer state once', async () => {
    const what = makes();
    what.saved.symbols.push({ text: 'a', level: 'H', exact: false, split: false });
    const panel = await open(what);
    expect(await panel.stored()).toEqual(what.saved);
    expect(await panel.posted()).toEqual([{ type: 'loaded', view: 1 }]);
    await panel.page.context().close();
  });

  it('shows hidden characters, masks secrets and clips long texts until asked', async () => {
    const { page } = await open(makes());
    const [plain, secret, long] = [0, 1, 2].map((i) => page.locator('article').nth(i).locator('.text-box'));
    expect(await plain!.locator('.hidden-character').evaluateAll((marks) => marks.map((m) => m.getAttribute('title')))).toEqual([
      'U+0009',
      'U+000A',
    ]);
    expect(await secret!.textContent()).not.toContain('secret;;');
    await secret!.locator('button').click();
    expect(await secret!.locator('.text-content').textContent()).toBe('WIFI:T:WPA;S:home;P:secret;;');
    expect((await long!.locator('.text-content').textContent())!.length).toBeLessThan(300);
    await long!.locator('button').press('Enter');
    expect((await long!.locator('.text-content').textContent())!.length).toBeGreaterThan(3000);
    await page.context().close();
  });

  it('changes the level by arrow keys, and keeps the focus when the new symbol comes', async () => {
    const panel = await open(makes());
    await panel.page.locator('input[name="level-0"]:checked').focus();
    await panel.page.keyboard.press('ArrowLeft');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'changeLevel', view: 1, index: 0, level: 'Q' });
    await panel.send({ type: 'symbol', view: 1, index: 0, card: card(TEXT, 'Q'), saved: makes().saved });
    expect(await panel.page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Q');
    expect(await panel.page.locator('[role="status"]').textContent()).toContain('Q');
    await panel.page.context().close();
  });

  it('does not draw a card of an older view', async () => {
    const panel = await open(makes());
    await panel.send({ type: 'symbol', view: 0, index: 0, card: card('other'), saved: makes().saved });
    expect(await panel.page.locator('.text-content').first().textContent()).toContain('你好');
    await panel.page.context().close();
  });

  it('posts every action with its place', async () => {
    const panel = await open(makes());
    const second = panel.page.locator('article').nth(1);
    await second.locator('.more summary').press('Enter');
    for (const button of await second.locator('.actions vscode-button').all()) await button.press('Enter');
    const place = { view: 1, index: 1 };
    const actions = (await panel.posted()).slice(1);
    expect(actions).toEqual([
      { type: 'needPng', ...place, request: 1 },
      { type: 'save', ...place, format: 'png' },
      { type: 'copyAs', ...place, format: 'svg' },
      { type: 'save', ...place, format: 'svg' },
      { type: 'madeText', ...place, action: 'copy' },
      { type: 'insertImage', ...place },
      ...(['markdown', 'html', 'dataUri', 'terminal'] as const).map((format) => ({ type: 'copyAs', ...place, format })),
      ...(['jpeg', 'pdf', 'terminal'] as const).map((format) => ({ type: 'save', ...place, format })),
    ]);
    await panel.page.locator('.save-all select').selectOption('pdf');
    for (const button of await panel.page.locator('.save-all vscode-button').all()) await button.click();
    expect((await panel.posted()).slice(-3)).toEqual([
      { type: 'saveAll', view: 1, format: 'pdf' },
      { type: 'sheetAll', view: 1, format: 'pdf' },
      { type: 'sheetAll', view: 1, format: 'html' },
    ]);
    await panel.page.context().close();
  });

  it('copies the picture that the extension paints, by button and by key', async () => {
    const panel = await open(state({ symbols: [card(TEXT)] }), { clipboard: true });
    const { page } = panel;
    const copied = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return new Uint8Array(await (await item!.getType('image/png')).arrayBuffer()).length;
      });
    const asked = async () => (await panel.posted()).flatMap((message) => (message.type === 'needPng' ? message.request : []));
    const paint = (request: number) =>
      page.evaluate(
        ([request, png]) =>
          void dispatchEvent(new MessageEvent('message', { data: { type: 'png', request, bytes: new Uint8Array(png as number[]) } })),
        [request, [...PNG.sync.write(new PNG({ width: 9, height: 9 }))]] as const,
      );
    await page.locator('.card .actions vscode-button').first().click();
    await expect.poll(asked).toEqual([1]);
    await paint(1);
    await expect.poll(() => page.locator('.status').textContent()).toBe(state().strings.pngCopied);
    expect(await copied()).toBeGreaterThan(50);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.locator('.card .actions vscode-button').nth(4).focus();
    await page.keyboard.press('Control+c');
    await expect.poll(asked).toEqual([1, 2]);
    await paint(2);
    await expect.poll(() => copied().catch(() => 0)).toBeGreaterThan(50);
    await page.context().close();
  });

  it('offers a set for what is too long, shows its parts, and the form of what a text is', async () => {
    const part = (index: number) => card(`part ${index}`, 'H', { part: { index, count: 2 } });
    const tooLong = { text: 'x', length: 1, secret: false, wantedLevel: 'H' as const, error: 'too long', splittable: true };
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
    expect(await page.locator('.set-note').count()).toBe(1);
    await panel.send({ type: 'fillForm', kind: 'url', values: { url: 'https://example.org/a' } });
    await expect.poll(async () => (await panel.posted()).at(-1)?.type).toBe('needForms');
    await panel.send({ type: 'forms', forms: FORMS });
    const field = page.locator('vscode-textfield').first();
    expect(await field.evaluate((each: HTMLInputElement) => each.value)).toBe('https://example.org/a');
    await expect.poll(async () => (await panel.posted()).at(-1)).toMatchObject({ type: 'measure', kind: 'url' });
    await page.context().close();
  });

  it('draws with the choices for all, warns of a small quiet zone, and keeps the focus', async () => {
    const options = { ...state().options, marginModules: 1, dark: '#102030', light: '#fff0e0' };
    const panel = await open(state({ symbols: [card('a')], options }));
    const { page } = panel;
    expect(await page.locator('svg.symbol').getAttribute('viewBox')).toBe('0 0 23 23');
    expect(await page.locator('svg.symbol > *').evaluateAll((all) => all.map((each) => each.getAttribute('fill')))).toEqual([
      '#fff0e0',
      '#102030',
    ]);
    await page.locator('.options summary').press('Enter');
    expect(await page.locator('.options .message.warning').count()).toBe(1);
    await page.locator('#option-version').selectOption('7');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'changeOptions', options: { ...options, version: 7 } });
    await page.locator('#option-margin').focus();
    await panel.send({ type: 'state', state: state({ view: 2, symbols: [card('a')], options: { ...options, version: 7 } }) });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('option-margin');
    await page.locator('#option-margin').fill('4');
    await page.keyboard.press('Tab');
    expect((await panel.posted()).at(-1)).toMatchObject({ type: 'changeOptions', options: { marginModules: 4, version: 7 } });
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
    await page.context().close();
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
    expect([await page.locator('#option-version').inputValue(), await page.locator('#option-mask').inputValue()]).toEqual(['9', '']);
    await page.locator('.options vscode-button', { hasText: 'Reset' }).click();
    expect(await page.locator('#option-version').inputValue()).toBe('');
    await page.context().close();
  });

  it('asks for the look of what is near, shows its margin and the picture it cannot draw itself', async () => {
    const drawn = '%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/%3E';
    const panel = await open(state({ symbols: [card('a')], options: { ...defaultMakeOptions, modules: 'dots' } }));
    await expect.poll(panel.looks).toEqual([0]);
    expect(await panel.page.locator('.ground img').getAttribute('src')).toBeNull();
    await panel.send({ type: 'picture', view: 1, index: 0, address: `data:image/svg+xml,${drawn}` });
    await panel.send({ type: 'picture', view: 0, index: 0, address: 'data:image/svg+xml,old' });
    expect(await panel.page.locator('.ground img').getAttribute('src')).toContain(drawn);
    await panel.send({ type: 'margin', view: 1, index: 0, margin: { ...margin, advice: [{ code: 'advice-shapes', message: 'squares' }] } });
    expect(await panel.page.locator('.margin').getAttribute('data-verdict')).toBe('strong');
    expect(await panel.page.locator('.margin').textContent()).toContain('squares');
    expect(await panel.page.locator('.margin meter').evaluate((meter: HTMLMeterElement) => meter.value)).toBe(71);
    expect(panel.errors).toEqual([]);
    await panel.page.context().close();
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
    const chosen = (await panel.posted()).flatMap((message) => (message.type === 'changeOptions' ? message.options.logo : [])).at(-1)!;
    expect(chosen).toMatchObject({ name: 'l.png', percent: 30 });
    const { width, height } = PNG.sync.read(Buffer.from(chosen.png, 'base64'));
    expect([width, height]).toEqual([256, 85]);
    await page.locator('.logo-field vscode-button').nth(1).press('Enter');
    expect((await panel.posted()).at(-1)).toMatchObject({ options: { logo: null } });
    expect(await page.locator('.logo-field vscode-button').nth(1).isVisible()).toBe(false);
    expect(panel.errors).toEqual([]);
    await page.context().close();
  });

  it('shows what several codes say together, and which part is missing', async () => {
    const parts = [
      { index: 0, picture: 'a.png', number: 2 },
      { index: 1, picture: 'b.png', number: 1 },
    ];
    const whole = { count: 2, missing: [], parts, text: 'https://example.org/', length: 20, secret: false, link: true, mixed: false };
    const torn = { ...whole, count: 4, missing: [2, 3], text: '', length: 0, link: false };
    const panel = await open({ ...reads(), sets: [torn, whole] });
    const [first, second] = [0, 1].map((i) => panel.page.locator('.set').nth(i));
    expect(await first!.locator('.message').textContent()).toContain('3, 4');
    expect(await first!.locator('vscode-button').count()).toBe(0);
    expect(await second!.locator('.set-parts li').allTextContents()).toEqual(['1: code 2 in a.png', '2: code 1 in b.png']);
    await second!.locator('vscode-button').nth(2).press('Enter');
    expect((await panel.posted()).at(-1)).toEqual({ type: 'setText', view: 1, set: 1, action: 'open' });
    await panel.page.context().close();
  });

  it('shows no field as wrong before it was touched', async () => {
    const panel = await open(state());
    await panel.send({ type: 'forms', forms: FORMS });
    const { page } = panel;
    for (const [i, { fields }] of FORMS.entries()) {
      await page.locator('#form-kind').selectOption({ index: i });
      if (!fields.some(({ required }) => required)) continue;
      const wrong = page.locator('vscode-textfield:invalid, vscode-textfield[invalid]');
      expect(await wrong.count(), FORMS[i]!.kind).toBe(0);
    }
    await page.context().close();
  });

  it('says what to do when the clipboard is closed to it', async () => {
    const { page } = await open(state({ symbols: [card(TEXT)] }));
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
    });
    await page.locator('.card .actions vscode-button').first().click();
    await expect.poll(() => page.locator('.status').getAttribute('class')).toBe('status error');
    await page.context().close();
  });

  it('shows a picture from its bytes with a numbered box per symbol, paired with its row', async () => {
    const panel = await open(reads(), { height: 1200 });
    const { page } = panel;
    await expect.poll(async () => (await panel.posted()).filter(({ type }) => type === 'needPicture')).toHaveLength(2);
    const bytes = PNG.sync.write(new PNG({ width: 800, height: 500 }));
    await page.evaluate(
      (data) =>
        void dispatchEvent(
          new MessageEvent('message', { data: { type: 'pictureBytes', view: 1, picture: 0, bytes: new Uint8Array(data) } }),
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
    await page.context().close();
  });

  it('offers to open only a link, and tells when a picture is gone', async () => {
    const panel = await open(reads());
    const { page } = panel;
    expect(await page.locator('.row').nth(0).locator('vscode-button').count()).toBe(3);
    expect(await page.locator('.row').nth(1).locator('vscode-button').count()).toBe(2);
    await page.locator('.row').nth(0).locator('vscode-button').nth(2).click();
    expect((await panel.posted()).at(-1)).toEqual({ type: 'readText', view: 1, picture: 0, symbol: 0, action: 'open' });
    await panel.send({ type: 'pictureBytes', view: 1, picture: 0 });
    await expect.poll(() => page.locator('article').first().locator('.picture').count()).toBe(0);
    await page.context().close();
  });

  it('takes a dropped picture and refuses anything else', async () => {
    const panel = await open(state({ tab: 'read' }));
    const drop = (name: string, type: string) =>
      panel.page.evaluate(
        ([name, type]) => {
          const data = new DataTransfer();
          data.items.add(new File(['bytes'], name!, { type: type! }));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        [name, type],
      );
    await drop('notes.txt', 'text/plain');
    expect(await panel.page.locator('.status').getAttribute('class')).toContain('error');
    await drop('shot.png', 'image/png');
    await expect.poll(async () => (await panel.posted()).at(-1)).toMatchObject({ type: 'decodeDropped', name: 'shot.png' });
    await panel.page.context().close();
  });

  it('closes the form and forgets its secrets when symbols come, but never while something is typed into it', async () => {
    const panel = await open(state());
    const { page } = panel;
    const form = page.locator('details.form').first();
    const isOpen = () => form.evaluate((details: HTMLDetailsElement) => details.open);
    await panel.send({ type: 'forms', forms: FORMS });
    await page.locator('#form-kind').selectOption('wifi');
    const password = page.locator('.form-grid input[type="password"]');
    await password.fill('hunter2!');
    await panel.send({ type: 'state', state: state({ view: 2, symbols: [card('followed')] }) });
    expect([await isOpen(), await password.inputValue()]).toEqual([true, 'hunter2!']);
    await password.press('Enter');
    await panel.send({ type: 'state', state: state({ view: 3, symbols: [card('WIFI:T:WPA;S:a;P:hunter2!;;')] }) });
    expect([await isOpen(), await password.inputValue()]).toEqual([false, '']);
    // Another look of the same symbols is no reason to close it.
    await form.locator('summary').click();
    await page.locator('#tab-make').focus();
    await panel.send({ type: 'state', state: state({ view: 4, symbols: [card('WIFI:T:WPA;S:a;P:hunter2!;;', 'L')] }) });
    expect(await isOpen()).toBe(true);
    await panel.send({ type: 'state', state: state({ view: 5, symbols: [card('other')] }) });
    expect(await isOpen()).toBe(false);
    expect(panel.errors).toEqual([]);
    await page.context().close();
  });

  it('takes a pasted picture, wherever the focus is; a text pasted into a field is none of its business', async () => {
    const panel = await open(state({ tab: 'make' }), { clipboard: true });
    const { page } = panel;
    await panel.send({ type: 'forms', forms: FORMS });
    await page.locator('#form-kind').selectOption('wifi');
    const field = page.locator('.form-grid vscode-textfield input').first();
    await page.evaluate(() => navigator.clipboard.writeText('https://example.org'));
    await field.focus();
    await page.keyboard.press('Control+v');
    await expect.poll(() => field.inputValue()).toBe('https://example.org');
    expect(await page.locator('.status').getAttribute('class')).not.toContain('error');
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d')!.fillRect(0, 0, 9, 9);
      const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png! })]);
    });
    const dropped = async () => (await panel.posted()).filter(({ type }) => type === 'decodeDropped').length;
    await page.keyboard.press('Control+v');
    await expect.poll(dropped).toBe(1);
    await page.locator('[role="tab"]').nth(1).click();
    await page.keyboard.press('Control+v');
    await expect.poll(dropped).toBe(2);
    expect(panel.errors).toEqual([]);
    await page.context().close();
  });

  it('walks the tabs by arrow keys and remembers the choice', async () => {
    const panel = await open(state());
    await panel.page.locator('[role="tab"]').first().focus();
    await panel.page.keyboard.press('ArrowRight');
    expect(await panel.page.locator('#page-read').isVisible()).toBe(true);
    expect((await panel.posted()).at(-1)).toEqual({ type: 'switchTab', tab: 'read' });
    expect(await panel.stored()).toMatchObject({ tab: 'read' });
    await panel.page.context().close();
  });

  it('never makes markup out of text', async () => {
    const trap = '<img src=x onerror="window.caught=1"></script><script>window.caught=1</script>';
    const panel = await open(state({ symbols: [card(trap)], pictures: [picture([readSymbol(trap, square(1, 1, 9))], { name: trap })] }));
    expect(await panel.page.locator('.text-content').first().textContent()).toBe(trap);
    expect(await panel.page.evaluate(() => (window as { caught?: number }).caught)).toBeUndefined();
    expect(panel.errors).toEqual([]);
    await panel.page.context().close();
  });

  it('fills in a form by keyboard, measures while typing, and marks the field that is wrong', async () => {
    const panel = await open(makes());
    const { page } = panel;
    const last = async () => (await panel.posted()).at(-1) as { type: string; request: number };
    await page.locator('summary').first().press('Enter');
    await expect.poll(last).toEqual({ type: 'needForms' });
    await panel.send({ type: 'forms', forms: FORMS });
    await page.locator('#form-kind').selectOption('wifi');
    expect(await page.getByRole('textbox', { name: 'Network name' }).count()).toBe(1);
    await page.locator('vscode-textfield').first().pressSequentially('Guest');
    await page.locator('.form-grid select').first().selectOption('SAE');
    await page.locator('vscode-checkbox').first().press('Space');
    const asked = (name: string) => page.getByRole('textbox', { name }).count();
    expect([await asked('Password'), await asked('EAP method')]).toEqual([1, 0]);
    await page.locator('.form-grid select').first().selectOption('nopass');
    expect([await asked('Password'), await asked('EAP method')]).toEqual([0, 0]);
    await page.locator('.form-grid select').first().selectOption('WPA2-EAP');
    expect([await asked('Password'), await asked('EAP method')]).toEqual([1, 1]);
    await page.locator('.form-grid select').first().selectOption('SAE');
    await expect.poll(last).toMatchObject({ type: 'measure', kind: 'wifi', values: { ssid: 'Guest', security: 'SAE', hidden: 'true' } });
    await panel.send({ type: 'measured', request: (await last()).request, measured: { bytes: 9, capacity: 1273, level: 'H', version: 2 } });
    expect(await page.locator('.form meter').evaluate((meter: HTMLMeterElement) => [meter.value, meter.max])).toEqual([9, 1273]);
    await page.locator('vscode-textfield').first().press('Enter');
    const { type, request } = await last();
    expect(type).toBe('makePayload');
    await panel.send({ type: 'measured', request: request - 1, measured: { error: 'stale', field: 'ssid' } });
    expect(await page.locator('[role="alert"]').textContent()).toBe('');
    await panel.send({ type: 'measured', request, measured: { error: 'wrong', field: 'password' } });
    expect(await page.locator('[role="alert"]').textContent()).toBe('wrong');
    expect(await page.locator('vscode-textfield').nth(1).getAttribute('invalid')).toBe('');
    expect(await page.locator('vscode-textfield input[aria-invalid="true"]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
    await panel.send({ type: 'state', state: { ...makes(), view: 2 } });
    expect(
      await page
        .locator('vscode-textfield')
        .first()
        .evaluate((field: HTMLInputElement) => field.value),
    ).toBe('Guest');
    // A text's own values stay, whether they mean something there or not.
    await panel.send({ type: 'fillForm', kind: 'wifi', values: { ssid: 'a', password: '12345678', identity: 'me' } });
    await expect.poll(last).toMatchObject({ type: 'measure', values: { ssid: 'a', identity: 'me' } });
    expect(panel.errors).toEqual([]);
    await page.context().close();
  });

  it('sets a batch up, starts it, shows how far it is, and lets it be ended', async () => {
    const panel = await open(batches());
    const { page } = panel;
    const last = async () => (await panel.posted()).at(-1);
    await page.locator('#batch-column').selectOption('link');
    expect(await last()).toEqual({ type: 'batchChoose', column: 'link', kind: '', pattern: '{n}' });
    await page.locator('#batch-kind').selectOption('wifi');
    // The first answer has not come yet: what was chosen before is kept.
    expect(await last()).toEqual({ type: 'batchChoose', column: 'link', kind: 'wifi', pattern: '{n}' });
    await page.locator('#batch-pattern').press('End');
    await page.keyboard.type('-x');
    // Planned while it is typed, not when the field is left.
    await expect.poll(last).toMatchObject({ type: 'batchChoose', pattern: '{n}-x' });
    await page.locator('#batch-format').selectOption('pdf');
    await page.locator('#batch-pattern').press('End');
    await page.keyboard.type('-y');
    await panel.send({ type: 'state', state: { ...batches(), view: 1, batch: { ...batches().batch!, kind: 'wifi', pattern: '{n}-x' } } });
    await page.keyboard.type('z');
    await page.keyboard.press('Tab');
    // An answer that came meanwhile took nothing away, the format and the focus neither.
    await expect.poll(last).toMatchObject({ type: 'batchChoose', pattern: '{n}-x-yz' });
    await page.locator('#batch-pattern').press('End');
    await page.keyboard.type('!');
    for (const button of await page.locator('.batch > .form-body vscode-button').all()) await button.press('Enter');
    await page.locator('.batch summary').press('Enter');
    await page.locator('.batch .more vscode-button').press('Enter');
    const shown = { column: batches().batch!.column, kind: 'wifi', pattern: '{n}-x-yz!' };
    expect((await panel.posted()).slice(-4)).toEqual([
      { type: 'batchRun', ...shown, format: 'pdf' },
      { type: 'batchSheet', ...shown, format: 'pdf' },
      { type: 'batchSheet', ...shown, format: 'html' },
      { type: 'batchReport' },
    ]);
    await panel.send({ type: 'state', state: { ...batches(), view: 2, batch: { ...batches().batch!, running: { done: 0, count: 60 } } } });
    await panel.send({ type: 'batchProgress', done: 25, count: 60 });
    expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => [bar.value, bar.max])).toEqual([25, 60]);
    await page.locator('.batch .capacity vscode-button').press('Enter');
    expect(await last()).toEqual({ type: 'batchCancel' });
    expect(panel.errors).toEqual([]);
    await page.context().close();
  });

  it('fits into 300 pixels', async () => {
    for (const what of [makes(), reads(), batches(), state(), state({ symbols: [card('x'.repeat(1200))] })]) {
      const { page } = await open(what, { width: 300 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
      const beyond = await page.evaluate(() =>
        [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > 300.5).map((e) => e.className),
      );
      expect(beyond).toEqual([]);
      await page.context().close();
    }
  });

  it.each(['vscode-dark', 'vscode-high-contrast-light'] as const)('shows where the keyboard is, at every stop, in %s', async (theme) => {
    const { page, send } = await open(makes(), { theme, height: 2400 });
    await page.locator('#page-make > div > details').evaluateAll((all) => {
      for (const details of all as HTMLDetailsElement[]) details.open = true;
    });
    await send({ type: 'forms', forms: FORMS });
    await page.locator('#form-kind').selectOption('wifi');
    await page.locator('#tab-make').focus();
    const unseen: string[] = [];
    let stops = 0;
    for (let named = 'tab-make'; named !== 'BODY' && stops < 80; stops++) {
      const box = await page.evaluate(() => {
        const { x, y, width, height } = document.activeElement!.getBoundingClientRect();
        return { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 };
      });
      const focused = await page.screenshot({ clip: box });
      const what = await page.evaluate(() => {
        const active = document.activeElement as HTMLElement;
        active.blur();
        return active.outerHTML.slice(0, 90);
      });
      if (focused.equals(await page.screenshot({ clip: box }))) unseen.push(what);
      await page.keyboard.press('Tab');
      named = await page.evaluate(() => document.activeElement!.tagName);
    }
    expect(unseen).toEqual([]);
    expect(stops).toBeGreaterThan(40);
    await page.context().close();
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
    await page.context().close();
  });

  it.each(Object.keys(themes) as Theme[])('keeps the letters of a button readable under the mouse in %s', async (theme) => {
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
    await page.context().close();
  });

  it('gives every row of choices one line, and both boxes of an empty page one edge', async () => {
    const { page } = await open(state({ symbols: [] }), { width: 900 });
    await page.locator('.options summary').click();
    const edges = await page
      .locator('#page-make > div > details')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left));
    expect([edges.length, new Set(edges).size]).toEqual([2, 1]);
    const ends = await page
      .locator('.options .form-grid .control:visible')
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().bottom)));
    expect(new Set(ends).size).toBe(2);
    await page.context().close();
  });

  it.each([{ theme: 'vscode-high-contrast' }, { theme: 'vscode-high-contrast-light' }, { forcedColors: true }] as const)(
    'shows which tab is shown and how full a bar is in %j',
    async (options) => {
      const { page } = await open(makes(), options);
      const line = (at: string) =>
        page
          .locator(at)
          .first()
          .evaluate((each) => getComputedStyle(each).borderBottomWidth);
      expect(await line('.tabs [aria-selected="true"]')).toBe('3px');
      expect(await line('.tabs [aria-selected="false"]')).toBe('1px');
      expect(await line('.capacity meter')).toBe('1px');
      await page.context().close();
    },
  );

  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const views = { makes, reads, batches, empty: () => state(), 'empty read': () => state({ tab: 'read' }) };
  for (const theme of Object.keys(themes) as Theme[]) {
    it(`has no accessibility violation in ${theme}`, async () => {
      for (const [name, what] of Object.entries(views)) {
        const { page, send } = await open(what(), { theme });
        if (name === 'empty') await send({ type: 'forms', forms: FORMS });
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
        });
        expect(violations, name).toEqual([]);
        await page.context().close();
      }
    });
  }
});
