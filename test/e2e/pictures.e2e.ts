/**
 * The pictures of the READMEs, in English and Chinese, taken into docs/images when E2E_PICTURES is
 * set; `pngquant 96` and `cwebp -lossless -z 9` then make the small files of them that are kept. Else the
 * way to them is walked in Chinese only, which the other scenarios do not speak.
 */
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newest } from '../../scripts/versions.mjs';
import { lane } from './lane';
import { openSession, root, type Session } from './session';

const folder = path.join(root, process.env.E2E_PICTURES ? 'docs/images' : 'test-results/pictures');
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
}

const scenes: Scene[] = [
  {
    suffix: '',
    theme: 'Default Light Modern',
    generate: 'QR Code Master: Generate QR Code from Selection',
    decode: 'Decode QR Code in Image',
    check: 'QR Code Master: Check Workspace Compliance',
  },
  {
    suffix: '.zh-cn',
    locale: 'zh-cn',
    theme: 'Default Dark Modern',
    generate: '二维码: 从所选内容生成二维码',
    decode: '识别图片中的二维码',
    check: '二维码: 检查工作区合规性',
  },
];

// The READMEs show one version, the newest.
test.skipIf(lane.version !== newest).each(process.env.E2E_PICTURES ? scenes : scenes.filter(({ locale }) => locale))(
  'pictures$suffix',
  async ({ suffix, locale, theme, generate, decode, check }) => {
    session = await openSession({ locale, viewport, settings: { 'workbench.colorTheme': theme } });
    const { vsc } = session;
    const picture = (name: string) => vsc.screenshot(path.join(folder, `${name}${suffix}.png`));

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
    expect(vsc.errors.filter((error: string) => /qr-code-master/i.test(error))).toEqual([]);
  },
);
