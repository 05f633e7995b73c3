// Drives the VS Code web workbench in headless Chromium. Every wait is for something on the page,
// never for a time.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { developExtension } from './develop.mjs';

/**
 * Opens a workbench in a new browser context: UI state (open editors, layout) lives in the
 * context's IndexedDB, so each call starts clean. ready: 'explorer' (a folder is open), 'workbench'
 * (no folder) or a selector of your own. dev: an extension folder (built, with package.json) to
 * load as it lies, instead of an installed .vsix.
 * @param {string} url
 * @param {{ browser?: import('playwright-core').Browser; locale?: string; viewport?: { width:
 *   number; height: number }; ready?: string; timeout?: number; colorScheme?: 'light' | 'dark';
 *   deviceScaleFactor?: number; dev?: string; }} [options]
 */
export async function openWorkbench(
  url,
  {
    browser,
    locale,
    viewport = { width: 1280, height: 800 },
    ready = 'explorer',
    timeout = 120_000,
    colorScheme,
    deviceScaleFactor,
    dev,
  } = {},
) {
  const own = browser ? undefined : await launchBrowser();
  const context = await (browser ?? own).newContext({ viewport, locale, colorScheme, deviceScaleFactor });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const vsc = new Workbench(page, context, own);
  if (dev) await developExtension(page, { dev });
  try {
    await page.goto(url, { timeout });
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout });
    if (ready === 'explorer')
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout });
    else if (ready !== 'workbench') await page.locator(ready).first().waitFor({ timeout });
  } catch (e) {
    await vsc.close();
    throw e;
  }
  return vsc;
}

const rx = (s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

class Workbench {
  constructor(page, context, browser) {
    this.page = page;
    this.context = context;
    this.browser = browser;
    /** Errors of the page's console: a failing extension activation shows here too. */
    this.errors = [];
    page.on('console', (m) => {
      if (m.type() === 'error') this.errors.push(m.text());
    });
    page.on('pageerror', (e) => this.errors.push(String(e)));
    this.quickInput = page.locator('.quick-input-widget');
  }

  /**
   * F1, type the title, run the row with exactly this title ("Category: Title" as the palette shows
   * it).
   */
  async command(title, { timeout = 60_000 } = {}) {
    await this.#quick('F1', `>${title}`, title, timeout, 4000);
  }

  /** Ctrl+P, type the name, open the first hit that ends with it. */
  async openFile(name, { timeout = 60_000 } = {}) {
    const base = name.split('/').pop();
    await this.page.keyboard.press('Control+1'); // never over the panel beside
    const isOpen = () => this.tab(base).waitFor({ timeout: 10_000 });
    await this.#quick('Control+p', name, base, timeout, 10_000, isOpen); // the first search of files is slow
  }

  /**
   * Opens a quick input with a key, types, and takes a row; tries again where a list loaded late,
   * or focus or a click was lost.
   */
  async #quick(key, text, label, timeout, patience, isDone = async () => {}) {
    const row = this.quickInput
      .locator('.monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: new RegExp(`^\\s*${rx(label)}\\s*$`) }) })
      .first();
    const input = this.quickInput.locator('input:not([type="checkbox"])').first();
    const end = Date.now() + timeout;
    for (;;) {
      try {
        await this.page.keyboard.press(key);
        await input.waitFor({ state: 'visible', timeout: 3000 });
        await input.fill(text, { timeout: 3000 });
        await row.waitFor({ state: 'visible', timeout: patience });
        await row.click({ timeout: 3000 });
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

  tab(name) {
    return this.page
      .locator(`.tabs-container .tab[data-resource-name="${name}"], .tabs-container .tab[aria-label^="${name}"]`)
      .first();
  }
  /** The text of the active editor's visible lines. */
  async editorText() {
    const lines = this.page.locator('.editor-group-container.active .view-lines .view-line');
    return lines.evaluateAll((ls) =>
      ls
        .map((l) => [parseFloat(l.style.top) || 0, l.textContent.replace(/\u00a0/g, ' ')])
        .sort((a, b) => a[0] - b[0])
        .map((x) => x[1])
        .join('\n'),
    );
  }
  /** Puts the cursor at line[:column] of the active editor (Ctrl+G). */
  async goto(line, column = 1) {
    await this.page
      .locator('.editor-group-container.active .monaco-editor .view-lines')
      .first()
      .click({ position: { x: 5, y: 5 } });
    await this.page.keyboard.press('Control+g');
    await this.answer(`:${line}:${column}`); // the box shows the prefix ":" and fill() replaces all of it
    await this.quickInput.waitFor({ state: 'hidden' });
  }
  /**
   * Selects the whole text of the active editor, which may get the keys only some time after it is
   * shown.
   */
  async selectAll() {
    const editor = this.page.locator('.editor-group-container.active .monaco-editor').first();
    for (const end = Date.now() + 60_000; ; ) {
      await editor.locator('.view-lines').click({ position: { x: 5, y: 5 } });
      await this.page.keyboard.press('Control+a');
      const selected = editor.locator('.selected-text').first();
      const done = await selected.waitFor({ state: 'attached', timeout: 1500 }).then(
        () => true,
        () => false,
      );
      if (done) return;
      if (Date.now() > end) throw new Error('nothing is selected in the editor');
    }
  }
  async save() {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** A row of the Explorer by its name; folders on the way must be expanded. */
  explorerRow(name) {
    return this.page
      .locator(`.explorer-folders-view .monaco-list-row`)
      .filter({ has: this.page.locator('.label-name', { hasText: new RegExp(`^${rx(name)}$`) }) })
      .first();
  }

  /**
   * Right-click a file in the Explorer; answers the labels of the menu, or runs the entry named
   * (submenus: an array).
   */
  async explorerMenu(name, entry) {
    await this.explorerRow(name).click({ button: 'right' });
    return this.menu(entry);
  }
  /** The open context menu (also editor and title menus): its labels, or one entry run. */
  async menu(entry) {
    const menu = this.page.locator('.monaco-menu-container .monaco-menu'); // inside an open shadow root: Playwright looks in
    await menu.first().waitFor();
    if (entry === undefined) {
      const labels = (
        await menu.last().locator('.action-item:not(.disabled) .action-label:not(.separator)').allInnerTexts()
      )
        .map((s) => s.trim())
        .filter(Boolean);
      await this.page.keyboard.press('Escape');
      return labels;
    }
    const path = [entry].flat();
    for (const [i, label] of path.entries()) {
      const item = menu
        .last()
        .locator('.action-item')
        .filter({ has: this.page.locator('.action-label', { hasText: new RegExp(`^\\s*${rx(label)}\\s*$`) }) })
        .first();
      await item.hover();
      if (i === path.length - 1) await item.click();
      else await menu.nth(i + 1).waitFor();
    }
    await menu.first().waitFor({ state: 'detached' });
  }

  /**
   * The document inside a webview (panel, view or custom editor): a FrameLocator, use .locator() on
   * it. VS Code nests two frames: iframe.webview (VS Code's own page) and in it iframe#active-frame
   * (the extension's html). Several webviews stay on the page at once: the visible one of this
   * extension is taken.
   */
  async webview(extensionId, { timeout = 60_000 } = {}) {
    const outer = this.page
      .locator(`iframe.webview.ready${extensionId ? `[src*="extensionId=${extensionId}" i]` : ''}:visible`)
      .last();
    await outer.waitFor({ timeout });
    const inner = outer.contentFrame().locator('iframe#active-frame');
    await inner.waitFor({ timeout });
    const frame = inner.contentFrame();
    await frame.locator('body').waitFor({ state: 'attached', timeout });
    return frame;
  }

  /** Squiggles in the visible part of the active editor: how many of each severity. */
  async squiggles() {
    const n = (s) => this.page.locator(`.editor-group-container.active .view-overlays .squiggly-${s}`).count();
    return { error: await n('error'), warning: await n('warning'), info: await n('info') };
  }
  async waitForSquiggle(severity = 'warning', { timeout = 60_000 } = {}) {
    await this.page
      .locator(`.editor-group-container.active .view-overlays .squiggly-${severity}`)
      .first()
      .waitFor({ timeout });
  }

  /**
   * Opens the Problems panel and answers its rows. count: wait until there are exactly so many;
   * min: at least so many.
   */
  async problems({ min = 0, count, timeout = 60_000 } = {}) {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    const rows = panel.locator('.monaco-list-row:has(.marker-icon)');
    if (min) await rows.nth(min - 1).waitFor({ timeout });
    if (count !== undefined) {
      const end = Date.now() + timeout;
      for (let n; (n = await rows.count()) !== count; await this.page.waitForTimeout(50))
        if (Date.now() > end) throw new Error(`${n} problems, not ${count}`);
    }
    return rows.evaluateAll((rs) =>
      rs.map((r) => {
        const cls = `${r.querySelector('.marker-icon').className} ${r.querySelector('.marker-icon .codicon')?.className ?? ''}`;
        const at = /(\d+)\D+(\d+)\D*$/.exec(r.querySelector('.marker-line')?.textContent ?? '');
        return {
          severity: /error/.test(cls) ? 'error' : /warning/.test(cls) ? 'warning' : 'info',
          message: r.querySelector('.marker-message')?.textContent.trim() ?? r.textContent,
          source: r.querySelector('.marker-source')?.textContent,
          code: r.querySelector('.marker-code')?.textContent,
          line: at ? +at[1] : undefined,
          column: at ? +at[2] : undefined,
        };
      }),
    );
  }

  /**
   * Ctrl+. at the cursor; answers the titles offered, or applies the one named. Put the cursor with
   * goto() first.
   */
  async quickFix(title, { timeout = 60_000 } = {}) {
    const widget = this.page.locator('.action-widget:not(.action-list-submenu-panel)');
    const rows = widget.locator('.monaco-list-row.action');
    const end = Date.now() + timeout; // the server may not have answered yet: "No code actions available", ask again
    for (;;) {
      await this.page.keyboard.press('Control+.');
      try {
        await rows.first().waitFor({ timeout: 2000 });
        break;
      } catch (e) {
        if (Date.now() > end) throw e;
        await this.page.keyboard.press('Escape');
      }
    }
    const titles = (await rows.allInnerTexts()).map((s) => s.trim());
    if (title === undefined) {
      await this.page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
      return titles;
    }
    if (!titles.some((t) => t.includes(title))) throw new Error(`no quick fix "${title}" among: ${titles.join(' | ')}`);
    // By keys: an invisible .context-view-pointerBlock lies over the list until the mouse really
    // moves.
    const focused = widget.locator('.monaco-list-row.action.focused', { hasText: title });
    for (let i = 0; i < titles.length + 2 && !(await focused.count()); i++) await this.page.keyboard.press('ArrowDown');
    await focused.waitFor();
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
    return titles;
  }

  /**
   * Waits for a notification whose text matches, answers its text; button: a button of it to press.
   */
  async notification(match, { timeout = 60_000, button } = {}) {
    const toast = this.page.locator('.notification-toast .notification-list-item').filter({ hasText: match }).first();
    await toast.waitFor({ timeout });
    const text = (await toast.locator('.notification-list-item-message').textContent()).trim();
    if (button) await toast.locator('.monaco-button, .monaco-text-button', { hasText: button }).first().click();
    return text;
  }
  /** Closes all notifications (they cover the lower right corner of screenshots). */
  async clearNotifications() {
    const toasts = this.page.locator('.notification-toast .notification-list-item');
    for (let n = 0; n < 20 && (await toasts.count()); n++) {
      // the button shows under the mouse only
      await toasts
        .first()
        .hover()
        .catch(() => {});
      await toasts
        .first()
        .locator('.codicon-notifications-clear')
        .click({ timeout: 2000 })
        .catch(() => {});
    }
    await this.page.mouse.move(1, 1);
  }

  /**
   * Reloads the window as a person does, by its command: VS Code keeps its state then, which a
   * reload of the bare page may lose.
   */
  async reload() {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
  }

  async closeAllEditors() {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.press('Control+w');
  }
  async screenshot(file, opt = {}) {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide', ...opt });
  }

  /**
   * Closes the page the way a person does, so that the server ends this window's extension host at
   * once.
   */
  async close() {
    await this.page.close({ runBeforeUnload: false }).catch(() => {});
    await this.context.close().catch(() => {});
    await this.browser?.close().catch(() => {});
  }
}
