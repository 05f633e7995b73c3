// Squiggles, the Problems panel, and the light bulb.
import { Editing } from './editing.mjs';

export class Findings extends Editing {
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
    // The server may not have answered yet: "No code actions available" is said, and asked again. An
    // answer that is late is waited for: a second question would draw the list anew under the keys.
    const nothing = this.page.locator('.monaco-editor-overlaymessage');
    for (const end = Date.now() + timeout; ; ) {
      await this.page.keyboard.press('Control+.');
      await rows
        .or(nothing)
        .first()
        .waitFor({ timeout: 10_000 })
        .catch(() => {});
      if (await rows.first().isVisible()) break;
      if (Date.now() > end) throw new Error('no quick fix is offered');
      await this.page.keyboard.press('Escape');
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
}
