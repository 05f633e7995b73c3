/** Answers that come while a button of the pointer is down. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { batches, unread } from './states';

describe.skipIf(noBrowser)('betweenPresses', () => {
  const open = panelOpener();

  it('takes a click while an answer draws the page anew', async () => {
    const panel = await open(batches());
    const { page } = panel;
    const save = page.locator('.batch .split vscode-button').first();
    const { x, y, width, height } = (await save.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await panel.send({ type: 'state', state: { ...batches(), view: 7 } });
    await page.mouse.up();
    await expect.poll(async () => (await panel.posted()).at(-1)).toMatchObject({ type: 'batchRun' });
    // A press that lasts is no click: what comes is shown meanwhile.
    const title = page.locator('.batch .card-title');
    await page.mouse.move(1, 1);
    await page.mouse.down();
    await panel.send({
      type: 'state',
      state: { ...batches(), view: 8, batch: { ...batches().batch!, name: 'next.csv' } },
    });
    await title.filter({ hasText: 'next.csv' }).waitFor();
    await page.mouse.up();
  });

  it('shows at once what comes while a slider is held', async () => {
    const panel = await open(unread(), { height: 1400 });
    const { page } = panel;
    const asked = async () => (await panel.posted()).flatMap((m) => (m.type === 'readAgain' ? [m.request] : []));
    const { x, y, width, height } = (await page.getByLabel('Contrast').boundingBox())!;
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await page.mouse.down();
    // Less than what a click may take, for which messages wait.
    await page.clock.runFor(500);
    await expect.poll(asked).toHaveLength(1);
    const [request] = await asked();
    await panel.send({ type: 'readAgain', key: '3.0', request: request!, found: 0, tried: [], cutOff: false });
    await expect.poll(() => page.locator('.tools-status').textContent()).toContain('Nothing more was found');
    await page.mouse.up();
  });
});
