/** The page of a batch in a real browser. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { batches } from './states';

describe.skipIf(noBrowser)('batchView', () => {
  const open = panelOpener();

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
    await page.locator('#batch-pattern').press('End');
    await page.keyboard.type('-y');
    await panel.send({
      type: 'state',
      state: { ...batches(), view: 1, batch: { ...batches().batch!, kind: 'wifi', pattern: '{n}-x' } },
    });
    await page.keyboard.type('z');
    await page.keyboard.press('Tab');
    // An answer that came meanwhile took nothing away, and not the focus.
    await expect.poll(last).toMatchObject({ type: 'batchChoose', pattern: '{n}-x-yz' });
    await page.locator('#batch-pattern').press('End');
    await page.keyboard.type('!');
    const opener = page.locator('.batch .split vscode-button').nth(1);
    for (const item of [2, 5, 6]) {
      await opener.press('Enter');
      await page.locator('.batch .menu > *').nth(item).press('Enter');
    }
    await page.locator('.batch summary').press('Enter');
    await page.locator('.batch .fold vscode-button').press('Enter');
    const shown = { column: batches().batch!.column, kind: 'wifi', pattern: '{n}-x-yz!' };
    expect((await panel.posted()).slice(-4)).toEqual([
      { type: 'batchRun', ...shown, format: 'pdf' },
      { type: 'batchSheet', ...shown, format: 'pdf' },
      { type: 'batchSheet', ...shown, format: 'html' },
      { type: 'batchReport' },
    ]);
    await panel.send({
      type: 'state',
      state: { ...batches(), view: 2, batch: { ...batches().batch!, running: { done: 0, count: 60 } } },
    });
    await panel.send({ type: 'batchProgress', done: 25, count: 60 });
    expect(await page.locator('progress').evaluate((bar: HTMLProgressElement) => [bar.value, bar.max])).toEqual([
      25, 60,
    ]);
    await page.locator('.batch .capacity vscode-button').press('Enter');
    expect(await last()).toEqual({ type: 'batchCancel' });
    expect(panel.errors).toEqual([]);
  });
});
