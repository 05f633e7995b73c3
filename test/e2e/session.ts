/**
 * A window of the real VS Code, with our .vsix installed, on a copy of samples/ and of whatever
 * files a scenario adds.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe } from 'vitest';
import { recorder, recorderIn } from '../quiet/recorder';
import { startVscode } from './kit/server.mjs';
import { openWorkbench } from './kit/workbench.mjs';
import { isFirstAttempt, lane } from './lane';

export const root = path.resolve(import.meta.dirname, '..', '..');
const extension = 'qr-code-master.qr-code-master';

/** The window is restricted without a question. */
const UNTRUSTED = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;

export interface Session {
  vsc: Workbench;
  /** The workspace folder. */
  folder: string;
  url: string;
  /** The panel's page. */
  panel(): Promise<FrameLocator>;
  close(): Promise<void>;
  /** All that our log holds of this session's windows. */
  logged(): string;
}

export interface SessionOptions {
  locale?: string;
  settings?: Record<string, unknown>;
  /** Added to the workspace: name and content. */
  files?: Record<string, string | Uint8Array>;
  /** Done with the workspace folder before anything opens it. */
  prepare?: (folder: string) => void;
  viewport?: { width: number; height: number };
  deviceScaleFactor?: number;
  /** Folder of a second extension, loaded as it lies. */
  dev?: string;
  /** The window does not trust the workspace, else there is no such question. */
  untrusted?: boolean;
  /** Of the server and its extension host. */
  env?: Record<string, string>;
}

/** A copy of samples/, and files of the scenario. */
function fill(folder: string, files: NonNullable<SessionOptions['files']>): void {
  // The deployment with mistakes has a test of its own.
  cpSync(path.join(root, 'samples'), folder, { recursive: true, filter: (from) => path.basename(from) !== 'spec' });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** The window of the scenarios of this file, when they go on in one. */
let common: { session?: Session } | undefined;

/**
 * Scenarios that ask for nothing but files go on in the window of the one before them, where all is
 * closed and the workspace is as it was: to open one is a third of the time that some of them take.
 * @param scenarios by name
 */
export function inOneWindow(scenarios: Record<string, () => Promise<unknown>>): void {
  common = {};
  for (const [name, load] of Object.entries(scenarios)) describe(name, async () => void (await load()));
  afterAll(() => common?.session?.close());
}

/** The common window as it was when it opened, with other files. */
async function goneOn(session: Session, files: NonNullable<SessionOptions['files']>): Promise<Session> {
  const { vsc, folder } = session;
  shown = vsc;
  for (const other of vsc.context.pages()) if (other !== vsc.page) await other.close();
  const unsaved = vsc.page.locator('.monaco-dialog-box .monaco-button', { hasText: "Don't Save" });
  for (let i = 0; i < 3; i++) await vsc.page.keyboard.press('Escape');
  for (let tries = 0; (await vsc.page.locator('.tab').count()) > 0; tries++) {
    if (tries === 20) throw new Error('the editors of the scenario before do not close');
    await vsc.page.keyboard.press('Control+1');
    await vsc.closeAllEditors();
    await vsc.page.waitForTimeout(300);
    if (await unsaved.isVisible()) await unsaved.click();
  }
  await vsc.clearNotifications();
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  fill(folder, files);
  // Also when it is shown: a panel that was closed may have had the focus.
  await vsc.command('View: Show Explorer');
  await vsc.explorerRow('hello.md').waitFor();
  return session;
}

/**
 * Opens a window of VS Code, which is started where none runs with these options; close() ends the
 * window and removes the workspace.
 * @throws of close(): an Error when our code asked for a socket, a name, or another program
 */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const isPlain = Object.keys(options).every((name) => name === 'files');
  if (!isPlain || common === undefined) return openWindow(options);
  const session = common.session ? await goneOn(common.session, options.files ?? {}) : await openWindow(options);
  common.session = session;
  // It is closed behind the last of them.
  return { ...session, close: async () => {} };
}

async function openWindow(options: SessionOptions): Promise<Session> {
  const { locale, settings, files = {}, prepare, viewport, deviceScaleFactor, env, dev, untrusted = false } = options;
  const own = mkdtempSync(path.join(os.tmpdir(), 'qrm-e2e-'));
  const folder = path.join(own, 'samples');
  fill(folder, files);
  prepare?.(folder);
  const record = existsSync(lane.record) ? recorderIn(lane.record) : recorder(lane.record, `${extension}-`);
  const before = record.reached().length;
  const server = await startVscode({
    workspace: folder,
    vsix: [process.env.E2E_VSIX!],
    version: lane.version,
    locale,
    settings: { ...settings, ...(untrusted && UNTRUSTED) },
    workspaceTrust: untrusted,
    port: lane.port,
    env: { NODE_OPTIONS: `--require ${record.file}`, ...env },
    state: lane.state,
  });
  const logs = path.join(server.state, 'data', 'logs');
  const logFiles = () =>
    readdirSync(logs, { recursive: true, encoding: 'utf8' }).filter(
      (name) => path.basename(name) === 'QR Code Master.log',
    );
  const earlier = new Set(logFiles());
  const vsc = await openWorkbench(server.url, { viewport, deviceScaleFactor, locale, dev });
  shown = vsc;
  return {
    vsc,
    folder,
    url: server.url,
    panel: () => vsc.webview(extension),
    async close() {
      await vsc.close();
      rmSync(own, { recursive: true, force: true });
      const reached = record.reached().slice(before);
      if (reached.length > 0) throw new Error(`our code reached out: ${JSON.stringify(reached, undefined, 1)}`);
      if (vsc.outside.length > 0) throw new Error(`the window asked for ${vsc.outside.join(', ')}`);
    },
    logged: () =>
      logFiles()
        .filter((name) => !earlier.has(name))
        .map((name) => readFileSync(path.join(logs, name), 'utf8'))
        .join(''),
  };
}

/** The window that a failed scenario's picture is taken of. */
let shown: Workbench | undefined;

let isBroken = false;

/** What comes behind a failure would often only fail of it: the whole file gets another window. */
beforeEach((context) => {
  context.skip(isBroken && isFirstAttempt);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  isBroken = true;
  const name = `${task.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}-${lane.version}.png`;
  await shown?.screenshot(path.join(root, 'test-results', name)).catch(() => {});
});

/**
 * What our command line reads in a picture: one object a picture, as `decode --format jsonl` prints
 * it.
 */
export function readPicture(...pictures: string[]): { symbols: { text: string; level: string; version: number }[] }[] {
  const args = [path.join(root, 'dist', 'cli.js'), 'decode', '--format', 'jsonl', ...pictures];
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}
