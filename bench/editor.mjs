// What a user waits for in the real VS Code: `npm run bench -- editor` prints Markdown (medians;
// needs Chromium, as the scenarios do).
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pack } from '../scripts/package.mjs';
import { root } from '../scripts/run.mjs';
import { newest } from '../scripts/versions.mjs';
import { runTestsInHost } from '../test/e2e/kit/develop.mjs';
import { startVscode } from '../test/e2e/kit/server.mjs';
import { openWorkbench } from '../test/e2e/kit/workbench.mjs';
import { inactive } from './inactive.mjs';

const ROUNDS = 12;
const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-bench-'));
const workspace = path.join(folder, 'samples');
cpSync(path.join(root, 'samples'), workspace, { recursive: true });

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[values.length >> 1];
const row = (what, values, limit) =>
  console.log(
    `| ${what} | ${median(values).toFixed(1)} | ${sorted(values)[0].toFixed(1)} | ${sorted(values).at(-1).toFixed(1)} | ${limit} |`,
  );

console.log(`VS Code ${newest.replace(/^4/, '1')}, ${os.cpus().length} cores, Node ${process.version}\n`);
console.log('| milliseconds | median | best | worst | limit |\n| --- | --- | --- | --- | --- |');

// 1. Activation, in the extension host.
const report = path.join(folder, 'activation.json');
const empty = path.join(folder, 'empty');
mkdirSync(empty);
const host = await startVscode({
  workspace: empty,
  port: 8966,
  state: path.join(folder, 'host'),
  env: { BENCH_REPORT: report },
});
await runTestsInHost(host.url, {
  dev: inactive(root, path.join(folder, 'extension')),
  tests: path.join(root, 'bench', 'editorHost.cjs'),
});
await host.stop();
const times = JSON.parse(readFileSync(report, 'utf8'));
row(
  '`activate()`',
  times.map(({ activate }) => activate),
  20,
);
row(
  'reading dist/extension.js',
  times.map(({ load }) => load),
  '',
);

// 2. The check of a workspace of 804 small files, in the extension host; its first run starts the
//   server, too.
const many = path.join(folder, 'many');
const texts = {
  Dockerfile: 'FROM node:latest\nCOPY . /app\nCMD ["node"]\n',
  'compose.yaml': 'services:\n  web:\n    image: nginx:latest\n    ports: ["80:80"]\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker push acme/app:latest\n',
};
for (let i = 0; i < 268; i++) {
  for (const [name, text] of Object.entries(texts)) {
    // Not directly in the folder: the editor's Git looks for a repository in each of those when it
    // starts.
    const file = path.join(many, 'services', 'all', `app-${i}`, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
const checks = path.join(folder, 'checks.json');
const checkHost = await startVscode({
  workspace: many,
  port: 8968,
  state: path.join(folder, 'checks'),
  env: { BENCH_REPORT: checks },
});
await runTestsInHost(checkHost.url, { dev: root, tests: path.join(root, 'bench', 'editorCheck.cjs') });
await checkHost.stop();
const [first, ...next] = JSON.parse(readFileSync(checks, 'utf8'));
row('*Check Workspace Compliance*, 804 files: the first run of a session', [first], '');
row('the same again', next, 2000);

// 3. and 4. Seen from the page: Enter to a symbol that says that it reads back; a click to the
//   codes of a 1 MP screenshot.
const vsix = await pack({ out: path.join(folder, 'qr-code-master.vsix') });
const lines = Array.from({ length: ROUNDS + 2 }, (_, i) => `https://example.com/item/${1000 + i}`);
writeFileSync(path.join(workspace, 'lines.txt'), lines.join('\n'));
const server = await startVscode({ workspace, vsix: [vsix], port: 8967, state: path.join(folder, 'server') });
const vsc = await openWorkbench(server.url);
try {
  const make = [];
  await vsc.openFile('lines.txt');
  for (const [i, line] of lines.entries()) {
    await vsc.goto(i + 1, 1);
    await vsc.page.keyboard.press('Shift+End');
    await vsc.page.keyboard.press('F1');
    await vsc.answerLater('>QR Code Master: Generate QR Code from Selection');
    const start = performance.now();
    await vsc.page.keyboard.press('Enter');
    const panel = await vsc.webview();
    await panel.locator('.card', { hasText: line }).locator('.proof').waitFor();
    if (i >= 2) make.push(performance.now() - start);
  }
  row('Enter to a visible, verified symbol', make, 300);

  const read = [];
  const own = [];
  for (let i = 0; i < ROUNDS + 2; i++)
    await vsc.page.screenshot({ path: path.join(workspace, 'pictures', `screen-${i}.png`) });
  await vsc.explorerRow('pictures').click();
  for (let i = 0; i < ROUNDS + 2; i++) {
    const name = `screen-${i}.png`;
    await vsc.explorerRow(name).click({ button: 'right' });
    const start = performance.now();
    await vsc.menu('Decode QR Code in Image');
    const card = (await vsc.webview()).locator(`.picture-card[aria-label="${name}"]`);
    await card.locator('.row').first().waitFor();
    if (i >= 2) {
      read.push(performance.now() - start);
      own.push(Number(/([\d,]+) ms/.exec(await card.locator('.row-facts').first().textContent())[1].replace(',', '')));
    }
  }
  row('1280 × 800 screenshot: file to symbols, in the worker', own, 100);
  row('the same: right-click menu (with its animation) to the code in the panel', read, '');
} finally {
  await vsc.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
