/** Empty tabs: what they offer to begin with. */
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../browser';
import { panelOpener } from './openPanel';
import { state } from './states';

describe.skipIf(noBrowser)('an empty tab', () => {
  const open = panelOpener();

  it.each([
    ['make', ['text', 'clipboard', 'sample', 'history']],
    ['read', ['samplePicture', 'history']],
    ['batch', ['table']],
  ] as const)('%s begins by its buttons', async (tab, wanted) => {
    const { page, posted } = await open(state({ tab }), { width: 360 });
    const buttons = page.locator(`#page-${tab} .beginnings > vscode-button`);
    for (const each of await buttons.all()) await each.click();
    const begun = (await posted()).flatMap((message) => (message.type === 'begin' ? [message.with] : []));
    expect(begun).toEqual(wanted);
  });
});
