// Lists and boxes at the top of the window: commands, files, what an extension asks.
import { escapeRegExp } from './escapeRegExp.mjs';

export class QuickInput {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
    this.quickInput = page.locator('.quick-input-widget');
  }

  /**
   * F1, type the title, run the row with exactly this title ("Category: Title" as the palette shows
   * it).
   */
  async command(title, { timeout = 60_000 } = {}) {
    await this.quick('F1', `>${title}`, title, timeout, 4000);
  }

  /**
   * Opens a quick input with a key, types, and takes a row; tries again where a list loaded late,
   * or focus or a click was lost.
   * @param {string} folder where files of one name lie in several
   */
  async quick(key, text, label, timeout, patience, isDone = async () => {}, folder = '') {
    const named = this.quickInput
      .locator('.monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: new RegExp(`^\\s*${escapeRegExp(label)}\\s*$`) }) });
    const within = this.page.locator('.label-description', {
      hasText: new RegExp(`(?:^|\\W)${escapeRegExp(folder)}\\s*$`),
    });
    const row = (folder === '' ? named : named.filter({ has: within })).first();
    const input = this.quickInput.locator('input:not([type="checkbox"])').first();
    const end = Date.now() + timeout;
    for (;;) {
      try {
        await this.page.keyboard.press(key);
        await input.waitFor({ state: 'visible', timeout: 3000 });
        await input.fill(text, { timeout: 3000 });
        await row.waitFor({ state: 'visible', timeout: patience });
        await row.click({ timeout: 10_000 }); // a busy machine draws late
        await this.quickInput.waitFor({ state: 'hidden', timeout: 3000 }).catch(() => {}); // the command may open the next one
        return await isDone();
      } catch (e) {
        if (Date.now() > end)
          throw new Error(
            `quick input: no row for "${text}" (shown: ${(
              await this.quickInput
                .locator('.label-name')
                .allInnerTexts()
                .catch(() => [])
            )
              .slice(0, 8)
              .join(' | ')})`,
            { cause: e },
          );
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /**
   * Takes an entry of a quick pick that an extension opened (showQuickPick), or answers an input
   * box.
   */
  async pick(label) {
    const row = this.quickInput.locator('.monaco-list-row').filter({ hasText: label }).first();
    await row.click();
    await row.waitFor({ state: 'hidden', timeout: 5000 }).catch(() => {}); // else the next answer goes into this list's box
  }
  async answer(text) {
    const i = this.quickInput.locator('input:not([type="checkbox"])').first();
    await i.waitFor({ state: 'visible' });
    await i.fill(text);
    await this.page.keyboard.press('Enter');
    // The box of the next question is the same one: what is typed before it opens goes into the editor.
    const isAnswered = async () => !(await i.isVisible()) || (await i.inputValue().catch(() => undefined)) !== text;
    for (const end = Date.now() + 1500; Date.now() < end && !(await isAnswered()); ) await this.page.waitForTimeout(50);
  }

  /** Types into an open quick input and waits for a row to take, without taking it. */
  async answerLater(text) {
    const i = this.quickInput.locator('input:not([type="checkbox"])').first();
    await i.waitFor({ state: 'visible' });
    await i.fill(text);
    await this.quickInput.locator('.monaco-list-row.focused', { hasText: text.replace(/^>/, '') }).waitFor();
  }

  /**
   * Takes what an open dialogue for files or folders proposes, by its button; answers the proposal.
   * Nothing is typed into it: the dialogue may put its proposal over typed text, or take the text
   * up after the key.
   * @param {RegExp} proposal
   */
  async takeProposal(proposal) {
    const box = this.quickInput.locator('input:not([type="checkbox"])').first();
    await box.waitFor();
    await this.page.waitForFunction(
      ([e, source]) => new RegExp(source).test(e.value),
      [await box.elementHandle(), proposal.source],
    );
    const proposed = await box.inputValue();
    const button = this.quickInput.locator('.quick-input-action .monaco-button').first();
    for (const end = Date.now() + 60_000; ; ) {
      // A press while the dialogue still looks into the folder is lost.
      await button.click({ timeout: 3000 }).catch(() => {});
      const gone = await box.waitFor({ state: 'hidden', timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (gone) return proposed;
      if (Date.now() > end) throw new Error(`the dialogue does not take ${proposed}`);
    }
  }

  /** Takes a file of an open dialogue for files. */
  async takeFile(name) {
    const row = this.quickInput.locator('.monaco-list-row').filter({ hasText: name }).first();
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }
}
