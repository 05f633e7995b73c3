/**
 * The pictures of the READMEs, in English and Chinese, taken into docs/images when E2E_PICTURES is
 * set, as small as Debian's pngquant and webp make them. Else the way to them is walked in Chinese
 * only, which most other scenarios do not speak.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { newest } from '../../scripts/versions.mjs';
import { lane } from './lane';
import { openSession, root, type Session } from './session';

const folder = path.join(root, 'test-results/pictures');
const viewport = { width: 1200, height: 720 };
let session: Session | undefined;
afterEach(async () => {
  await session?.close();
  session = undefined;
});

interface Scene {
  suffix: string;
  locale?: string;
  theme: string;
  generate: string;
  decode: string;
  check: string;
  checklist: string;
}

/** The file that is kept of a picture: few colours and no loss beside that, but of a photograph. */
function keepSmall(png: string, isPhotograph: boolean): void {
  const few = png.replace(/png$/, 'few.png');
  const kept = `${path.join(root, 'docs/images', path.basename(png, '.png'))}.webp`;
  if (isPhotograph) {
    execFileSync('cwebp', ['-quiet', '-preset', 'text', '-sharp_yuv', '-m', '6', '-q', '55', png, '-o', kept]);
    return;
  }
  execFileSync('pngquant', ['--nofs', '64', '--force', '--output', few, png]);
  execFileSync('cwebp', ['-quiet', '-lossless', '-z', '9', few, '-o', kept]);
}

const scenes: Scene[] = [
  {
    suffix: '',
    theme: 'Default Light Modern',
    generate: 'QR Code Master: Generate QR Code from Selection',
    decode: 'Decode QR Code in Image',
    check: 'QR Code Master: Check Workspace Compliance',
    checklist: 'QR Code Master: Show Compliance Checklist',
  },
  {
    suffix: '.zh-cn',
    locale: 'zh-cn',
    theme: 'Default Dark Modern',
    generate: '二维码: 从所选内容生成二维码',
    decode: '识别图片中的二维码',
    check: '二维码: 检查工作区合规性',
    checklist: '二维码: 显示合规检查清单',
  },
];

// The READMEs show one version, the newest.
test.skipIf(lane.version !== newest).each(process.env.E2E_PICTURES ? scenes : scenes.filter(({ locale }) => locale))(
  'pictures$suffix',
  async ({ suffix, locale, theme, generate, decode, check, checklist }) => {
    session = await openSession({ locale, viewport, settings: { 'workbench.colorTheme': theme } });
    const { vsc } = session;
    const picture = async (name: string, shot = (file: string): Promise<unknown> => vsc.screenshot(file)) => {
      const file = path.join(folder, `${name}${suffix}.png`);
      // Where it rests on an edge, the edge is lit.
      await vsc.page.mouse.move(600, 719);
      await shot(file);
      if (process.env.E2E_PICTURES) keepSmall(file, name === 'read');
    };

    await vsc.openFile('hello.md');
    await vsc.goto(locale ? 5 : 7, 1);
    await vsc.page.keyboard.press('Shift+End');
    await vsc.command(generate);
    await (await session.panel()).locator('.proof').waitFor();
    await picture('make');

    await vsc.explorerRow('pictures').click();
    await vsc.explorerRow('table.jpg').waitFor();
    await vsc.explorerMenu('table.jpg', decode);
    const panel = await session.panel();
    await panel.locator('#page-read .row').nth(3).waitFor();
    const isDrawn = () =>
      panel.locator('.picture-card img').evaluate((image: HTMLImageElement) => image.naturalWidth > 0);
    await expect.poll(isDrawn).toBe(true);
    await picture('read');

    await vsc.closeAllEditors();
    await vsc.page.keyboard.press('Control+1');
    await vsc.command(check);
    await vsc.page.locator('.markers-panel').waitFor({ timeout: 60_000 }); // the command opens it
    await vsc.problems({ min: 4, timeout: 60_000 });
    await vsc.openFile('compose.yaml');
    // The open editor's own findings take the place of those of the check.
    await vsc.page.waitForTimeout(3000);
    await vsc.waitForSquiggle('error');
    await vsc.problems({ min: 6 });
    await picture('check');

    await vsc.page.keyboard.press('Control+j');
    await vsc.command(checklist);
    // What was made and read before stands below it.
    await vsc.page.locator('.pane-header[aria-expanded="true"]').nth(1).click();
    const row = (text: string) => vsc.page.locator('.pane-body .monaco-list-row').filter({ hasText: text }).first();
    for (const text of ['3.2', 'C25']) {
      await row(text).click({ timeout: 60_000 });
      if ((await row(text).getAttribute('aria-expanded')) !== 'true') await vsc.page.keyboard.press('ArrowRight');
    }
    await row('compose.yaml:18').click();
    await vsc.waitForSquiggle('error');
    await picture('checklist');

    const report = path.join(session.folder, '..', 'report.html');
    const args = ['report', session.folder, '--lang', locale ?? 'en', '--date', '2026-11-30', '-o', report];
    execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args]);
    const page = await vsc.page.context().newPage();
    await page.setViewportSize({ width: 900, height: 606 });
    await page.emulateMedia({ colorScheme: locale ? 'dark' : 'light' });
    await page.goto(pathToFileURL(report).href);
    await page
      .locator('table')
      .nth(1)
      .evaluate((counts) => counts.scrollIntoView());
    await picture('report', (file: string) => page.screenshot({ path: file }));
    await page.close();
    expect(vsc.errors.filter((error: string) => /qr-code-master/i.test(error))).toEqual([]);
  },
);
