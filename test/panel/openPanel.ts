/** Opens the bundled panel in headless Chromium under its real content security policy, with a stand-in for VS Code's own API. */
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HostMessage, PanelMessage, PanelState } from '../../src/extension/panel/contract';
import { qrPanelHtml } from '../../src/extension/panel/qrPanelHtml';
import { type Theme, themes } from './themes';

const ORIGIN = 'https://panel.test';

export interface OpenPanel {
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

export interface PanelOptions {
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

export async function openPanel(browser: Browser, state: PanelState, options: PanelOptions = {}): Promise<OpenPanel> {
  const files = await bundled();
  const { theme = 'vscode-dark', width = 900, height = 700 } = options;
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    forcedColors: options.forcedColors ? 'active' : 'none',
    permissions: options.clipboard ? ['clipboard-read', 'clipboard-write'] : [],
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (entry) => entry.type() === 'error' && errors.push(entry.text()));
  const html = qrPanelHtml({ cspSource: ORIGIN, scriptUri: `${ORIGIN}/panel.js`, styleUri: `${ORIGIN}/panel.css`, nonce: 'n0nce' }, state);
  await page.route(`${ORIGIN}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
    return route.fulfill({ contentType: name.endsWith('.css') ? 'text/css' : 'text/javascript', body: files[name]! });
  });
  await page.addInitScript(standIn, { theme, colors: themes[theme] });
  await page.goto(`${ORIGIN}/`);
  const allPosted = () => page.evaluate(() => (window as unknown as StandIn).posted);
  return {
    page,
    errors,
    posted: async () => (await allPosted()).filter(({ type }) => type !== 'needLook'),
    looks: async () => (await allPosted()).flatMap((message) => (message.type === 'needLook' ? message.index : [])),
    stored: () => page.evaluate(() => (window as unknown as StandIn).stored),
    send: (message) => page.evaluate((data) => void window.dispatchEvent(new MessageEvent('message', { data })), message),
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
    for (const [name, value] of Object.entries(colors)) document.documentElement.style.setProperty(`--vscode-${name}`, value);
    document.body.className = theme;
    document.documentElement.style.background = colors['editor-background']!;
  });
}
