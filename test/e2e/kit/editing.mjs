// Editors, the Explorer, and menus.
import path from 'node:path';
import { escapeRegExp } from './escapeRegExp.mjs';
import { QuickInput } from './quickInput.mjs';

export class Editing extends QuickInput {
  /** Ctrl+P, type the name, open the first hit that ends with it. */
  async openFile(name, { timeout = 60_000 } = {}) {
    const base = path.basename(name);
    const folder = name.includes('/') ? path.dirname(name) : '';
    await this.page.keyboard.press('Control+1'); // never over the panel beside
    const isOpen = () => this.tab(base).waitFor({ timeout: 10_000 });
    await this.quick('Control+p', name, base, timeout, 10_000, isOpen, folder); // the first search of files is slow
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
      .filter({ has: this.page.locator('.label-name', { hasText: new RegExp(`^${escapeRegExp(name)}$`) }) })
      .first();
  }

  /**
   * Right-click a file in the Explorer; answers the labels of the menu, or runs the entry named
   * (submenus: an array).
   */
  async explorerMenu(name, entry) {
    const menu = this.page.locator('.monaco-menu-container .monaco-menu').last();
    const wanted = [entry].flat()[0];
    for (let tries = 1; ; tries++) {
      await this.explorerRow(name).click({ button: 'right' });
      if (wanted === undefined || tries === 3) return this.menu(entry);
      const label = menu.locator('.action-label', { hasText: new RegExp(`^\\s*${escapeRegExp(wanted)}\\s*$`) });
      // New files move the rows, and another one may be under the pointer by now.
      const isThere = await label
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
      if (isThere) return this.menu(entry);
      await this.page.keyboard.press('Escape');
    }
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
        .filter({
          has: this.page.locator('.action-label', { hasText: new RegExp(`^\\s*${escapeRegExp(label)}\\s*$`) }),
        })
        .first();
      await item.hover();
      if (i < path.length - 1) {
        await menu.nth(i + 1).waitFor();
        continue;
      }
      await item.click();
      // A menu that has just been drawn may take no click, and stays.
      const closed = menu.first().waitFor({ state: 'detached', timeout: 5000 });
      await closed.catch(() => item.click({ timeout: 5000 }));
    }
    await menu.first().waitFor({ state: 'detached' });
  }
}
