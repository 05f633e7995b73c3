// A folder of 1,000 mixed pictures: the editor's table against the command line and zbarimg, in one
// run: `npm run bench -- scan [--count 1000]` writes bench/results/scan.md. Needs Chromium, and
// Debian's qrencode and zbar-tools.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PNG } from 'pngjs';
import { pack } from '../scripts/package.mjs';
import { root } from '../scripts/run.mjs';
import { newest } from '../scripts/versions.mjs';
import { startVscode } from '../test/e2e/kit/server.mjs';
import { openWorkbench } from '../test/e2e/kit/workbench.mjs';

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' } } });
const count = Number(values.count);
const folder = mkdtempSync(path.join(os.tmpdir(), 'qrm-scan-'));
const pictures = path.join(folder, 'work', 'pictures');
mkdirSync(pictures, { recursive: true });
const cli = path.join(root, 'dist', 'cli.js');

let seed = 7;
const random = (below) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return Math.floor((seed / 0x80000000) * below);
};
const textOf = (i) => (i % 3 === 0 ? `货架 ${i} · 设备编号 A-${i}` : `https://example.com/item/${i}?lang=zh`);

/** Gray noise of a picture's size, with a symbol somewhere in it or none. */
function scene(width, height, symbol) {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 4) {
    png.data.fill(140 + random(60), at, at + 3);
    png.data[at + 3] = 255;
  }
  if (symbol)
    PNG.bitblt(
      symbol,
      png,
      0,
      0,
      symbol.width,
      symbol.height,
      random(width - symbol.width),
      random(height - symbol.height),
    );
  return PNG.sync.write(png);
}

/** Four in ten by our encoder, four by qrencode, two without a symbol; half of them in a larger scene. */
function makePictures() {
  const own = path.join(folder, 'own');
  const lines = path.join(folder, 'lines.txt');
  const indexes = Array.from({ length: count }, (_, i) => i);
  writeFileSync(
    lines,
    indexes
      .filter((i) => i % 5 < 2)
      .map(textOf)
      .join('\n'),
  );
  execFileSync(process.execPath, [
    cli,
    'encode',
    '--batch',
    lines,
    '--out-dir',
    own,
    '--name',
    '{n}',
    '--format',
    'png',
    '--scale',
    '6',
  ]);
  let next = 0;
  for (const i of indexes) {
    const file = path.join(pictures, `${String(i).padStart(4, '0')}.png`);
    if (i % 5 === 4) {
      writeFileSync(file, scene(640 + random(640), 480 + random(480)));
      continue;
    }
    const bytes =
      i % 5 < 2
        ? readFileSync(path.join(own, `${++next}.png`))
        : execFileSync('qrencode', ['-o', '-', '-s', String(3 + (i % 5)), '-m', '4', textOf(i)]);
    writeFileSync(file, i % 2 ? bytes : scene(900 + random(400), 700 + random(300), PNG.sync.read(bytes)));
  }
}

const rows = [];
const note = (name, seconds, read) => rows.push({ name, seconds, read });

/** A whole program; what it read is counted in its output. */
function time(name, command, args, read, input) {
  const start = performance.now();
  const { stdout, error } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) console.error(`${name} is left out: it did not run.`);
  else note(name, (performance.now() - start) / 1000, read(stdout));
}

async function timeEditor() {
  const vsix = await pack({ out: path.join(folder, 'qr-code-master.vsix') });
  const server = await startVscode({
    workspace: path.join(folder, 'work'),
    vsix: [vsix],
    port: 8969,
    state: path.join(folder, 'server'),
  });
  const vsc = await openWorkbench(server.url);
  try {
    const scan = async (name) => {
      await vsc.page.keyboard.press('F1');
      await vsc.answerLater('>QR Code Master: Read QR Codes of This Workspace');
      const start = performance.now();
      await vsc.page.keyboard.press('Enter');
      const facts = (await vsc.webview()).locator('.folder-head .row-facts');
      const done = facts.filter({ hasText: /QR codes found in/ });
      await done.waitFor({ timeout: 600_000 });
      const [codes] = /[\d,]+/.exec(await done.textContent());
      note(name, (performance.now() - start) / 1000, Number(codes.replace(',', '')));
      await vsc.closeAllEditors();
    };
    await scan('the editor, first time (the worker starts, too)');
    await scan('the editor, nothing changed');
  } finally {
    await vsc.close();
    await server.stop();
  }
}

try {
  makePictures();
  time(
    'the command line',
    process.execPath,
    [cli, 'decode', pictures, '--format', 'jsonl'],
    (out) => out.match(/"bytesBase64"/g)?.length ?? 0,
  );
  const files = Array.from({ length: count }, (_, i) => path.join(pictures, `${String(i).padStart(4, '0')}.png`));
  const zbarimg = [
    '-0',
    '-P',
    String(os.availableParallelism()),
    '-n',
    '16',
    'zbarimg',
    '-q',
    '--xml',
    '-Sdisable',
    '-Sqrcode.enable',
  ];
  time('zbarimg', 'xargs', zbarimg, (out) => out.match(/<symbol /g)?.length ?? 0, files.join('\0'));
  await timeEditor();
  const own = rows.find(({ name }) => name === 'the command line').seconds;
  const report = `# Reading a folder in the editor

${count} pictures (two in five by our encoder, two by qrencode, one without a code; half in a larger noisy scene),
${os.availableParallelism()} cores, VS Code ${newest.replace(/^4/, '1')}, Node ${process.version}. \`npm run bench -- scan\`

| | seconds | pictures/s | times the command line | codes read |
| --- | --- | --- | --- | --- |
${rows.map(({ name, seconds, read }) => `| ${name} | ${seconds.toFixed(1)} | ${(count / seconds).toFixed(0)} | ${(seconds / own).toFixed(2)} | ${read} |\n`).join('')}`;
  writeFileSync(path.join(root, 'bench', 'results', 'scan.md'), report);
  process.stdout.write(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
