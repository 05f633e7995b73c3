/**
 * Every page of the panel in the real webview, in every kind of theme: axe finds nothing that keeps
 * anyone out.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shows } from './screen';
import { openSession, type Session } from './session';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * By the kind that VS Code tells the webview; the names are those of its settings, which newer
 * versions know without "Default".
 */
const themes = {
  'vscode-light': 'Default Light Modern',
  'vscode-dark': 'Default Dark Modern',
  'vscode-high-contrast-light': 'Default High Contrast Light',
  'vscode-high-contrast': 'Default High Contrast',
};
type Kind = keyof typeof themes;
const tabs = ['make', 'read', 'batch'] as const;

let session: Session;
let panel: FrameLocator;

const frame = async (): Promise<Frame> => (await (await panel.locator('html').elementHandle())!.ownerFrame())!;

async function colourBy(kind: Kind): Promise<void> {
  mkdirSync(path.join(session.folder, '.vscode'), { recursive: true });
  writeFileSync(
    path.join(session.folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'workbench.colorTheme': themes[kind] }),
  );
  // The name too: the theme that VS Code starts with may be another one of this kind, and then it
  // is still to change.
  await panel
    .locator(`body[data-vscode-theme-kind="${kind}"][data-vscode-theme-id$="${themes[kind].replace('Default ', '')}"]`)
    .waitFor();
}

/** What axe finds, as "rule: element: why". */
async function violations(): Promise<string[]> {
  const inside = await frame();
  return inside.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }> };
    };
    const found = await axe.run();
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
    );
  });
}

async function violationsOfTabs(): Promise<string[]> {
  const all: string[] = [];
  for (const tab of tabs) {
    await panel.locator(`#tab-${tab}`).click();
    await panel.locator(`#page-${tab}`).waitFor();
    all.push(...(await violations()).map((each) => `${tab} ${each}`));
  }
  return all;
}

beforeAll(async () => {
  session = await openSession({
    files: {
      'link.txt': 'https://example.com/',
      'shelves.csv': `name,link\none,https://example.com/1\ntwo,${'x'.repeat(3000)}\n`,
    },
  });
  const { vsc } = session;
  await vsc.openFile('link.txt');
  await vsc.selectAll();
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  panel = await session.panel();
  await shows(panel, 'example.com');
  await vsc.explorerMenu('shelves.csv', 'Generate QR Codes from Table or Lines');
  await panel.locator('.previews li').first().waitFor();
  await vsc.explorerRow('pictures').click();
  await vsc.explorerRow('table.jpg').waitFor();
  await vsc.explorerMenu('table.jpg', 'Decode QR Code in Image');
  await panel.locator('#page-read .row').nth(3).waitFor();
  await panel.locator('#tab-make').click();
  for (const details of await panel.locator('#page-make .choices > details').all())
    await details.evaluate((each: HTMLDetailsElement) => {
      each.open = true;
    });
  await panel.locator('.form-grid vscode-textfield').first().waitFor();
  for (const summary of await panel.locator('.card .fold summary').all()) await summary.click();
  await (await frame()).evaluate(axe);
});
afterAll(() => session?.close());

test.each(Object.keys(themes) as Kind[])('%s', async (kind) => {
  await colourBy(kind);
  expect(await violationsOfTabs()).toEqual([]);
});

test('forced colours and reduced motion', async () => {
  const { page } = session.vsc;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  try {
    expect(await violationsOfTabs()).toEqual([]);
    const moving = await (await frame()).evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
  } finally {
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: null });
  }
});
