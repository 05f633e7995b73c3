// How fast the panel answers in the real VS Code, beside the refresh of VS Code's own Markdown
// preview in the same window: `npm run bench -- panel` prints Markdown (needs Chromium, as the
// scenarios do). `--rounds N`, 20 unless given.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import QRCode from 'qrcode';
import { pack } from '../scripts/package.mjs';
import { root } from '../scripts/run.mjs';
import { newest } from '../scripts/versions.mjs';
import { startVscode } from '../test/e2e/kit/server.mjs';
import { openWorkbench } from '../test/e2e/kit/workbench.mjs';

const at = process.argv.indexOf('--rounds');
const rounds = at < 0 ? 20 : Number(process.argv[at + 1]);
/** The first ones start what is loaded late. */
const WARM_UP = 3;

const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-bench-'));
const workspace = path.join(folder, 'samples');
cpSync(path.join(root, 'samples'), workspace, { recursive: true });
const lines = Array.from({ length: rounds + WARM_UP }, (_, i) => `https://example.com/item/${1000 + i}`);
writeFileSync(path.join(workspace, 'lines.txt'), lines.join('\n'));
writeFileSync(path.join(workspace, 'preview.md'), '# Preview\n\n');

/** One megapixel in colour: a symbol on a ground that is light and uneven, as on a screen shot of a desk. */
function photograph(text) {
  const { data, size } = QRCode.create(text, { errorCorrectionLevel: 'H' }).modules;
  const [width, scale, left] = [1000, 8, 300];
  const png = new PNG({ width, height: width });
  for (let i = 0; i < width * width; i++) {
    const [x, y] = [i % width, Math.floor(i / width)].map((at) => Math.floor((at - left) / scale));
    const isDark = x >= 0 && y >= 0 && x < size && y < size && data[y * size + x];
    const light = (isDark ? 30 : 200) + ((i * 2654435761) >>> 28);
    png.data.set([light, light, Math.max(0, light - 20), 255], i * 4);
  }
  return PNG.sync.write(png);
}
mkdirSync(path.join(workspace, 'desk'));
const photographs = lines.map((text, i) => {
  const name = `desk${100 + i}.png`;
  writeFileSync(path.join(workspace, 'desk', name), photograph(text));
  return { name, text };
});

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[values.length >> 1];
const row = (what, values, limit = '') =>
  console.log(`| ${what} | ${median(values)} | ${sorted(values)[0]} | ${sorted(values).at(-1)} | ${limit} |`);

const vsix = await pack({ out: path.join(folder, 'qr-code-master.vsix') });
const server = await startVscode({ workspace, vsix: [vsix], port: 8965, state: path.join(folder, 'server') });
const vsc = await openWorkbench(server.url);
const { keyboard } = vsc.page;

/**
 * From an act to the first frame that shows it, in milliseconds of the one clock of this machine:
 * the page itself notes when, so that no polling is counted.
 */
async function until(body, selector, text, act) {
  const seen = body.evaluate(
    (element, [at, wanted]) =>
      new Promise((resolve) => {
        const isThere = () => [...element.querySelectorAll(at)].some((each) => each.textContent.includes(wanted));
        const look = () => {
          if (!isThere()) return false;
          requestAnimationFrame(() => resolve(Date.now()));
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(element, { childList: true, subtree: true, characterData: true });
      }),
    [selector, text],
  );
  const start = Date.now();
  await act();
  return (await seen) - start;
}

const rest = () => vsc.page.waitForTimeout(400);
try {
  await vsc.openFile('lines.txt');
  await vsc.goto(1, 1);
  await vsc.command('QR Code Master: Generate QR Code from Selection');
  const panel = (await vsc.webview('qr-code-master.qr-code-master')).locator('body');
  await panel.locator('.proof').first().waitFor();

  const palette = [];
  for (const [i, line] of lines.entries()) {
    await vsc.goto(i + 1, 1);
    await keyboard.press('Shift+End');
    await keyboard.press('F1');
    await vsc.answerLater('>QR Code Master: Generate QR Code from Selection');
    if (i > 0) palette.push(await until(panel, '.card .text-content', line, () => keyboard.press('Enter')));
    else await keyboard.press('Enter');
    await rest();
  }

  const followed = [];
  await vsc.command('QR Code Master: Follow Selection with QR Code');
  await vsc.goto(lines.length, 1);
  for (const line of lines.slice(0, -1).reverse()) {
    await rest();
    followed.push(await until(panel, '.card .text-content', line, () => keyboard.press('ArrowUp')));
  }
  await vsc.command('QR Code Master: Stop Following Selection');

  const read = [];
  await vsc.explorerRow('desk').click();
  for (const { name, text } of photographs) {
    await vsc.explorerRow(name).click({ button: 'right' });
    const entry = vsc.page.locator('.monaco-menu-container .action-label', { hasText: 'Decode QR Code in Image' });
    await entry.first().hover();
    read.push(await until(panel, '#page-read .row', text, () => entry.first().click()));
    await rest();
  }

  const previewed = [];
  await vsc.openFile('preview.md');
  await vsc.command('Markdown: Open Preview to the Side');
  const preview = (await vsc.webview('vscode.markdown-language-features')).locator('body');
  await preview.locator('h1').waitFor();
  await vsc.page.keyboard.press('Control+1');
  await vsc.goto(3, 1);
  for (let i = 0; i < rounds + WARM_UP; i++) {
    await rest();
    const letters = String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26));
    const before = `${i}x`;
    await keyboard.type(before);
    await rest();
    previewed.push(await until(preview, 'p', `${before}${letters}`, () => keyboard.type(letters)));
    await keyboard.press('Enter');
  }

  console.log(`VS Code ${newest.replace(/^4/, '1')}, ${os.cpus().length} cores, ${rounds} rounds each\n`);
  console.log('| milliseconds | median | best | worst | limit |\n| --- | --- | --- | --- | --- |');
  const [made, live, seen, other] = [palette, followed, read, previewed].map((values) => values.slice(WARM_UP));
  row('palette: Enter to the new symbol in the open panel', made, 200);
  row('follow mode: a key to the new symbol', live, 200);
  row('Explorer: menu entry to the texts of a picture of 1 megapixel', seen, 300);
  row("VS Code's own Markdown preview: a key to its refresh", other);
  const ratio = (values) => (median(values) / median(other)).toFixed(2);
  console.log(
    `\nRatio to the Markdown preview: palette ${ratio(made)}, follow mode ${ratio(live)}, Explorer ${ratio(seen)}`,
  );
} finally {
  await vsc.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
