/** The report on a deployment as a file without a network, and on paper, in both languages. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessmentReporters } from '../../src/worker/compliance/assess/report/index';
import { rules } from '../../src/worker/compliance/rules/index';
import { launch, noBrowser } from '../browser';
import { assessTree } from '../worker/compliance/assess/assessTree';

const texts = {
  'compose.yaml':
    'services:\n  web:\n    image: nginx:latest # mlps-lint disable-line MLPS-IMG-002 -- 已由运维评估\n    privileged: true\n    ports: ["22:22"]\n',
  'deploy/生产/compose.yaml': 'services:\n  db:\n    image: postgres:9.4\n    command: run --long-option=value\n',
  'etc/ssh/sshd_config': 'PermitRootLogin yes\nPasswordAuthentication yes\n',
  'run.sh': 'docker run -d --privileged -p 8080:8080 registry.example.com/workshop/qrcode:v1.2.0\n',
};
const assessment = assessTree(texts, {
  notJudged: [{ path: 'gone.yaml', reason: 'too large' }],
  attestations: [
    {
      for: 'C86',
      by: '李伟',
      on: '2026-01-10',
      evidence: 'docs/plan.pdf',
      isExpired: false,
      path: '.qrcodemaster.yaml',
      line: 2,
    },
  ],
});

/** Points of a sheet of A4, of its margins left and right, and of the foot where nothing stands. */
const A4 = { width: 595, height: 842, margin: 36, foot: 15 };

const noReader = spawnSync('pdftotext', ['-v']).error !== undefined;

describe.skipIf(noBrowser).each(['en', 'zh-cn'] as const)('the report as a file, %s', (locale) => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const path = join(folder, 'report.html');
  const pdf = join(folder, 'report.pdf');
  const trouble: string[] = [];
  let browser: Browser;
  let cells: string[] = [];

  beforeAll(async () => {
    writeFileSync(path, assessmentReporters.html.write({ assessment, rules, locale }));
    browser = await launch();
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    page.on('request', (request) => request.url() !== pathToFileURL(path).href && trouble.push(request.url()));
    page.on('requestfailed', (request) => trouble.push(`failed: ${request.url()}`));
    page.on('console', (entry) => trouble.push(entry.text()));
    page.on('pageerror', (error) => trouble.push(String(error)));
    await page.goto(pathToFileURL(path).href);
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
    cells = await page.locator('h1, main :is(h2, h3, p, li, th, td, caption, figcaption), footer p').allInnerTexts();
    await context.close();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens without a network, scripts or complaints', () => {
    expect(trouble).toEqual([]);
    expect(cells.length).toBeGreaterThan(500);
  });

  it.skipIf(noReader)('is printed on A4 with all that it says (skipped without pdftotext)', () => {
    const run = (...args: string[]) =>
      execFileSync('pdftotext', [...args, pdf, '-'], { maxBuffer: 1 << 26 }).toString();
    const boxes = run('-bbox');
    const sheets = [...boxes.matchAll(/<page width="([\d.]+)" height="([\d.]+)"/g)];
    expect(sheets.length).toBeGreaterThan(5);
    for (const [, width, height] of sheets) {
      expect(Number(width)).toBeCloseTo(A4.width, -1);
      expect(Number(height)).toBeCloseTo(A4.height, -1);
    }
    const words = [...boxes.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</g)];
    const outside = words.filter(
      ([, left, top, right, bottom]) =>
        Number(left) < A4.margin ||
        Number(top) < A4.foot ||
        Number(right) > A4.width - A4.margin ||
        Number(bottom) > A4.height - A4.foot,
    );
    expect(words.length).toBeGreaterThan(1000);
    expect(outside.map(([, , , , , word]) => word)).toEqual([]);

    // Each on one sheet: between two of them stands a form feed, and a number.
    const printed = lettersOf(run('-raw'));
    expect(cells.filter((cell) => !printed.includes(lettersOf(cell)))).toEqual([]);
  });

  it.skipIf(noReader)('leaves no heading at the foot of a sheet (skipped without pdftotext)', () => {
    const html = readFileSync(path, 'utf8');
    const headings = new Set([...html.matchAll(/<h[23] id="[^"]*">([^<]*)</g)].map(([, text]) => lettersOf(text!)));
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 1 << 26 }).toString();
    const feet = text.split('\f').map(
      (sheet) =>
        sheet
          .trimEnd()
          .split('\n')
          .filter((line) => line.trim())
          .at(-2) ?? '',
    );
    expect(feet.length).toBeGreaterThan(5);
    expect(feet.filter((line) => headings.has(lettersOf(line)))).toEqual([]);
  });
});

/** Lines are broken anywhere; the end of a sheet stays. */
const lettersOf = (text: string): string => text.replace(/[^\S\f]+/g, '');
