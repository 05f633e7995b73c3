/** The report on a deployment as a page: for everyone, on screens of every sort, and on paper. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentReporters } from '../../src/worker/compliance/assess/report/index';
import { rules } from '../../src/worker/compliance/rules/index';
import { launch, noBrowser } from '../browser';
import { assessTree } from '../worker/compliance/assess/assessTree';

const LONG = `${'a-very-long-folder-name'.repeat(8)}/compose.yaml`;
const texts = {
  'compose.yaml':
    'services:\n  web:\n    image: nginx:latest # mlps-lint disable-line MLPS-IMG-002 -- <b>old</b>\n    privileged: true\n    ports: ["22:22"]\n    user: ${WHO}\n',
  [LONG]: `services:\n  db:\n    image: postgres:9.4\n    command: ${'x'.repeat(300)}\n`,
  'etc/ssh/sshd_config': 'PermitRootLogin yes\nPasswordAuthentication yes\n',
};
const said = { by: 'Li Wei', on: '2026-01-10', evidence: 'docs/plan.pdf', path: '.qrcodemaster.yaml', line: 2 };
const assessment = assessTree(texts, {
  notJudged: [{ path: 'gone.yaml', reason: 'too large' }],
  configs: [{ path: '.qrcodemaster.yaml', ignored: 2 }],
  attestations: [
    { ...said, for: 'C86', isExpired: false },
    { ...said, for: 'C89', isExpired: true, until: '2026-02-01' },
  ],
});

describe.skipIf(noBrowser)('the page of an assessment', () => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const open = async (locale: 'en' | 'zh-cn', colorScheme: 'light' | 'dark', width: number) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.setContent(assessmentReporters.html.write({ assessment, rules, locale }));
    return page;
  };

  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['zh-cn', 'light'],
    ['zh-cn', 'dark'],
  ] as const)('has no accessibility violation in %s, %s', async (locale, scheme) => {
    const page = await open(locale, scheme, 1280);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { passes, violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
      return {
        passes: passes.length,
        violations: violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        ),
      };
    });
    expect(found.violations).toEqual([]);
    expect(found.passes).toBeGreaterThan(10);
    await page.context().close();
  });

  // A4 between its margins, in pixels of CSS, and a telephone.
  it.each([
    ['print', 695],
    ['screen', 360],
  ] as const)('clips nothing in %s of %d pixels', async (media, width) => {
    const page = await open('en', 'light', width);
    await page.emulateMedia({ media });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
        .map((each) => `${each.tagName} ${each.textContent?.slice(0, 60)}`),
    );
    expect(wide).toEqual([]);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });

  it('asks for nothing from outside and runs nothing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: true });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('request', (request) => trouble.push(request.url()));
    page.on('console', (entry) => trouble.push(entry.text()));
    await page.setContent(assessmentReporters.html.write({ assessment, rules, locale: 'en' }));
    expect(await page.locator('script, link, img, iframe').count()).toBe(0);
    expect(trouble).toEqual([]);
    await context.close();
  });

  it('is black on white on paper where the screen is dark', async () => {
    const page = await open('en', 'dark', 695);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.context().close();
  });
});
