/** Empty tabs: what they offer to begin with. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { state } from './states';

describe.skipIf(noBrowser)('an empty tab', () => {
  const open = panelOpener();

  it.each([
    ['make', ['selection', 'text', 'clipboard', 'sample', 'history']],
    ['read', ['samplePicture', 'history']],
    ['batch', ['table']],
  ] as const)('%s begins by its buttons', async (tab, wanted) => {
    const { page, posted } = await open(state({ tab }), { width: 360 });
    const buttons = page.locator(`#page-${tab} .beginnings > vscode-button`);
    for (const each of await buttons.all()) await each.click();
    const begun = (await posted()).flatMap((message) => (message.type === 'begin' ? [message.with] : []));
    expect(begun).toEqual(wanted);
  });

  it.each(['make', 'read'] as const)('%s says that it restores, and offers nothing meanwhile', async (tab) => {
    const { page, send } = await open(state({ tab, busy: true }));
    expect(await page.locator(`#page-${tab} .empty`).allTextContents()).toEqual(['Restoring what was shown…']);
    await send({ type: 'state', state: state({ tab, view: 2 }) });
    await page.locator(`#page-${tab} .beginnings`).waitFor();
  });

  it('looks for a picture on the clipboard', async () => {
    const { page } = await open(state({ tab: 'read' }), { clipboard: true });
    await page.evaluate(() => navigator.clipboard.writeText('only text'));
    await page.locator('#page-read .beginnings > vscode-button', { hasText: 'From Clipboard' }).click();
    await page.locator('.status.error', { hasText: 'no picture on the clipboard' }).waitFor();
  });
});
