/**
 * Opens the bundled panel in headless Chromium under its real content security policy, with a
 * stand-in for VS Code's own API.
 */
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { HostMessage, PanelMessage, PanelState } from '../../src/extension/panel/contract';
import { qrPanelHtml } from '../../src/extension/panel/qrPanelHtml';
import { launch, noBrowser } from '../browser';
import { type Theme, themes } from './themes';

const ORIGIN = 'https://panel.test';

interface OpenPanel {
  page: Page;
  /** What the page has posted so far, but for what it asks when a card comes near the window. */
  posted(): Promise<PanelMessage[]>;
  /** Places of the symbols whose look it asked for. */
  looks(): Promise<number[]>;
  stored(): Promise<unknown>;
  send(message: HostMessage): Promise<void>;
  /** Errors of scripts and of the security policy. */
  errors: string[];
}

interface PanelOptions {
  theme?: Theme;
  width?: number;
  height?: number;
  forcedColors?: boolean;
  clipboard?: boolean;
}

let bundle: Promise<Record<string, string>> | undefined;

const bundled = () =>
  (bundle ??= build({
    entryPoints: ['media/panel/panel.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    write: false,
    outdir: 'dist',
  }).then(({ outputFiles }) =>
    Object.fromEntries(outputFiles.map(({ path, text }) => [path.endsWith('.css') ? 'panel.css' : 'panel.js', text])),
  ));

/** Bytes of the minified script. */
export const bundleSize = async (): Promise<number> => (await bundled())['panel.js']!.length;

/**
 * For a whole test file: each call loads the panel anew into the one page it keeps, for a new page
 * costs more than most tests.
 */
export function panelOpener(): (state: PanelState, options?: PanelOptions) => Promise<OpenPanel> {
  if (noBrowser) console.warn(`Skipped test/panel: ${noBrowser}`);
  let browser: Browser;
  let page: Page;
  let session: CDPSession;
  let html = '';
  let files: Record<string, string> = {};
  let errors: string[] = [];
  let injected: string | undefined;

  const integrityOf = (name: string) => `sha256-${createHash('sha256').update(files[name]!).digest('base64')}`;

  beforeAll(async () => {
    files = await bundled();
    browser = await launch();
    page = await (await browser.newContext()).newPage();
    session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
    await page.route(`${ORIGIN}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
      return route.fulfill({
        contentType: name.endsWith('.css') ? 'text/css' : 'text/javascript',
        // As VS Code answers a page of its own origin.
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: files[name]!,
      });
    });
  });
  afterAll(() => browser?.close());

  return async (state, options = {}) => {
    const { theme = 'vscode-dark', width = 900, height = 700, clipboard, forcedColors } = options;
    await page.goto('about:blank');
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
    await page.context().clearPermissions();
    if (clipboard) await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    if (injected) await session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: injected });
    const source = `(${standIn})(${JSON.stringify({ theme, colors: themes[theme] })})`;
    injected = (await session.send('Page.addScriptToEvaluateOnNewDocument', { source })).identifier;
    html = qrPanelHtml(
      {
        cspSource: ORIGIN,
        scriptUri: `${ORIGIN}/panel.js`,
        styleUri: `${ORIGIN}/panel.css`,
        nonce: 'n0nce',
        integrity: { script: integrityOf('panel.js'), style: integrityOf('panel.css') },
      },
      state,
    );
    errors = [];
    await page.goto(`${ORIGIN}/`);
    const allPosted = () => page.evaluate(() => (window as unknown as StandIn).posted);
    return {
      page,
      errors,
      posted: async () => (await allPosted()).filter(({ type }) => type !== 'needLook'),
      looks: async () => (await allPosted()).flatMap((message) => (message.type === 'needLook' ? message.index : [])),
      stored: () => page.evaluate(() => (window as unknown as StandIn).stored),
      send: (message) =>
        page.evaluate((data) => void window.dispatchEvent(new MessageEvent('message', { data })), message),
    };
  };
}

interface StandIn {
  posted: PanelMessage[];
  stored: unknown;
}

/** Runs in the page before its own script: what VS Code gives to every webview. */
function standIn({ theme, colors }: { theme: string; colors: Record<string, string> }): void {
  const target = window as unknown as StandIn & { acquireVsCodeApi(): unknown };
  target.posted = [];
  target.acquireVsCodeApi = () => ({
    postMessage: (message: PanelMessage) => target.posted.push(message),
    setState: (stored: unknown) => {
      target.stored = stored;
    },
  });
  document.addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(colors))
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    document.body.className = theme;
    document.documentElement.style.background = colors['editor-background']!;
  });
}
