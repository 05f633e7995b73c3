/**
 * A window that does not trust its workspace: settings and configuration of the workspace hide
 * nothing in silence, and no text of it is markup.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shows } from './screen';
import { openSession, root, type Session } from './session';

const FLAWED = 'FROM node:latest\nUSER root\nCMD ["node"]\n';
const TRAP = '![p](https://evil.example/p.png) <img src=https://evil.example/q.png> [r](command:workbench.action.quit)';
let session: Session;
beforeAll(async () => {
  session = await openSession({
    untrusted: true,
    files: {
      '.vscode/settings.json': JSON.stringify({
        'qrCodeMaster.compliance.enabled': false,
        'qrCodeMaster.compliance.baselineFindings': 'hidden',
        'qrCodeMaster.decode.timeoutMs': 600_000,
      }),
      '.qrcodemaster.yaml': 'ignore: ["left/**"]\nrules:\n  MLPS-IMG-002: off\n',
      'flaws/Dockerfile': FLAWED,
      'left/Dockerfile': FLAWED,
      'old/Dockerfile': FLAWED,
      'old/.qrcodemaster.yaml': 'baseline: base.json\n',
      'old/base.json': '',
      'trap/Dockerfile': `FROM node:22.11.0\n# mlps-lint disable-next-line MLPS-RUN-001 -- ${TRAP}\nUSER root\nCMD ["a"]\n`,
      'trap.txt': `"><img src=https://evil.example/t.png onerror=alert(1)> javascript:alert(2)\n`,
    },
    prepare: (folder) => {
      const old = path.join(folder, 'old');
      const args = ['lint', old, '--write-baseline', path.join(old, 'base.json')];
      expect(spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args]).status).toBe(0);
    },
  });
});
afterAll(() => session?.close());

/** What the language status says of the open file. */
async function status(): Promise<string> {
  const { page } = session.vsc;
  await page.locator('[id="status.languageStatus"]').click();
  return page
    .locator('.hover-language-status')
    .allInnerTexts()
    .then((texts) => texts.join('\n'));
}

test('the settings of the workspace do not switch the checks off', async () => {
  const { vsc } = session;
  await vsc.openFile('flaws/Dockerfile');
  await vsc.waitForSquiggle('error');
  const codes = (await vsc.problems({ min: 1 })).map(({ code }: { code?: string }) => code ?? '').join(' ');
  expect(codes).toContain('MLPS-RUN-001');
});

test('the rules that its configuration switches off are named', async () => {
  expect((await session.vsc.problems({ min: 1 })).map(({ code }: { code?: string }) => code)).not.toContain(
    'MLPS-IMG-002',
  );
  await expect.poll(status).toMatch(/rules off: MLPS-IMG-002/);
});

test('a file that its configuration leaves out is said to be', async () => {
  await session.vsc.openFile('left/Dockerfile');
  await expect.poll(status).toMatch(/not checked[\s\S]*Left out by \.qrcodemaster\.yaml/);
});

test('what its baseline has is marked all the same, though its settings would hide that', async () => {
  const { vsc } = session;
  await vsc.closeAllEditors();
  await vsc.openFile('old/Dockerfile');
  await vsc.waitForSquiggle('hint');
  await expect.poll(() => vsc.problems({ min: 0 })).toEqual([]);
});

test('the reason of a suppression is text in the hover, whatever it is made of', async () => {
  const { vsc } = session;
  await vsc.openFile('trap/Dockerfile');
  await vsc.goto(3, 7);
  const hover = vsc.page.locator('.monaco-hover:visible').filter({ hasText: 'Suppressed' });
  // A hover that was asked for before the file was judged tells nothing, and is asked for again.
  const asked = async () => {
    await vsc.page.keyboard.press('Escape');
    await vsc.page.keyboard.press('Control+k');
    await vsc.page.keyboard.press('Control+i');
    return hover.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(asked).toBe(true);
  // Characters without width keep the editor from making links of addresses.
  expect((await hover.textContent())?.replaceAll('\u200b', '')).toContain('![p](https://evil.example/p.png)');
  expect(await hover.locator('img').count()).toBe(0);
  const links = await hover
    .locator('a')
    .evaluateAll((found) => found.map((a) => (a as HTMLElement).dataset.href ?? ''));
  expect(links.filter((link) => !link.startsWith('command:qrCodeMaster.openRulePage'))).toEqual([]);
  await vsc.page.keyboard.press('Escape');
});

test('a symbol is made of text that is markup, and the panel shows it as text', async () => {
  const { vsc } = session;
  await vsc.openFile('trap.txt');
  await vsc.selectAll();
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  const panel = await session.panel();
  await shows(panel, '<img src=');
  expect(await panel.locator('img[src^="http"], a[href^="javascript"]').count()).toBe(0);
});

test('had a text become markup, the page could still go nowhere, and run nothing', async () => {
  const { vsc } = session;
  const WAYS = [
    `document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="0;url=https://evil.example/r">')`,
    `location.href = 'https://evil.example/l'`,
    `window.open('https://evil.example/w')`,
    `document.body.insertAdjacentHTML('beforeend', '<img src="https://evil.example/i.png" onerror="window.caught = 1">')`,
    `fetch('https://evil.example/f').catch(() => {})`,
    `document.body.insertAdjacentHTML('beforeend', '<iframe src="https://evil.example/frame"></iframe>')`,
  ];
  for (const way of WAYS) {
    // Each in a page of its own: the panel is opened again by the symbol.
    await vsc.closeAllEditors();
    await vsc.openFile('trap.txt');
    await vsc.selectAll();
    await vsc.command('QR Code Master: Generate QR Code from Selection');
    const panel = await session.panel();
    await shows(panel, '<img src=');
    // By the way that a script of the page has, without the leave that a debugger's has; as a text of
    // the debugger, because the page makes no code of texts.
    const body = panel.locator('body');
    const ran = await body.evaluate(
      `(async () => { await new Promise((done) => setTimeout(done)); ${way}; return 'ran'; })()`,
    );
    expect(ran, way).toBe('ran');
    await vsc.page.waitForTimeout(300);
    const caught = await body
      .evaluate(() => (window as { caught?: number }).caught, undefined, { timeout: 2000 })
      .catch(() => undefined);
    expect(caught, way).toBeUndefined();
    expect(vsc.outside, way).toEqual([]);
    expect(vsc.context.pages().length, way).toBe(1);
  }
});
