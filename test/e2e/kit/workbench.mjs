// Drives the VS Code web workbench in headless Chromium. Every wait is for something on the page,
// never for a time.
import fs from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { developExtension } from './develop.mjs';
import { Findings } from './findings.mjs';

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

/** By the last name webviews ask VS Code's own service worker for files of this machine. */
const INSIDE = /^(?:127\.0\.0\.1|localhost|.*\.vscode-resource\.vscode-cdn\.net)$/;

class Workbench extends Findings {
  constructor(page, context, browser) {
    super(page);
    this.context = context;
    this.browser = browser;
    /** Errors of the page's console: a failing extension activation shows here too. */
    this.errors = [];
    page.on('console', (m) => {
      if (m.type() === 'error') this.errors.push(m.text());
    });
    page.on('pageerror', (e) => this.errors.push(String(e)));
    /** Addresses on other machines that the page, or a frame of it, asked for. */
    this.outside = [];
    context.on('request', (request) => {
      const { protocol, hostname, href } = new URL(request.url());
      if (/^(?:https?|wss?):$/.test(protocol) && !INSIDE.test(hostname)) this.outside.push(href);
    });
    // What a security policy stopped was never asked.
    context.on('requestfailed', (request) => {
      if (/csp|BLOCKED/i.test(request.failure()?.errorText ?? ''))
        this.outside = this.outside.filter((address) => address !== new URL(request.url()).href);
    });
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
