/** Every format in every style, as its own reader draws it, read by ours, zbar and @zxing/library. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanImageData } from '@undecaf/zbar-wasm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSymbolPixels } from '../../../../src/worker/qr/decode/decodeImage';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { readHeader } from '../../../../src/worker/qr/decode/pictureHeader';
import { readPixels } from '../../../../src/worker/qr/decode/readPixels';
import { readGrayWithLibrary } from '../../../../src/worker/qr/decode/zxingLibrary';
import { encode } from '../../../../src/worker/qr/encode';
import { writePng } from '../../../../src/worker/qr/png';
import { finderShapes, moduleShapes } from '../../../../src/worker/qr/render/look';
import { render } from '../../../../src/worker/qr/render/render';
import { launch, noBrowser } from '../../../browser';
import { rgbaOf } from '../decode/drawSymbol';
import { testEngine } from '../decode/engine';

const engine = await testEngine();
const text = '你好, https://example.com/formats';
const share = 0.2;
const { symbol } = encode(text, { logoShare: share });
const logo = { bytes: writePng(new Uint8Array(20 * 20).fill(120), 20, 20), share };
const styles = moduleShapes.flatMap((modules) =>
  finderShapes.flatMap((finders) => [{}, { logo }].map((extra) => ({ modules, finders, scale: 5, dark: '#1b2a4a', ...extra }))),
);
const folder = mkdtempSync(join(tmpdir(), 'formats-'));
afterAll(() => rmSync(folder, { recursive: true }));

const grayOf = (png: Uint8Array): Gray => readPixels(png, readHeader(png, 1e8)).grays[0]!;
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What each decoder gives. */
async function readByAll(picture: Gray) {
  const { data, width, height } = picture;
  const image = { data: new Uint8ClampedArray(rgbaOf(picture)), width, height, colorSpace: 'srgb' };
  const zbar = await scanImageData(image as unknown as Parameters<typeof scanImageData>[0]);
  return {
    ours: readSymbolPixels(data, width, height, engine).map((read) => read.text),
    zbar: zbar.map((each) => each.decode()),
    library: readGrayWithLibrary(data, width, height)?.text,
  };
}
const all = { ours: [text], zbar: [text], library: text };

describe.skipIf(noBrowser)('svg in a browser (skipped without Chromium)', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  it.each(styles)('$modules modules, $finders finders', async (style) => {
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${utf8(render(symbol, 'svg', style))}`);
    expect(await readByAll(grayOf(await page.locator('svg').screenshot()))).toEqual(all);
  });
});

describe.skipIf(spawnSync('gs', ['--version']).status !== 0)('pdf in Ghostscript (skipped without it)', () => {
  it.each(styles)('$modules modules, $finders finders', async (style) => {
    writeFileSync(join(folder, 'a.pdf'), render(symbol, 'pdf', style));
    const { stdout } = spawnSync('gs', ['-q', '-sDEVICE=pnggray', '-r96', '-o', '-', join(folder, 'a.pdf')]);
    expect(await readByAll(grayOf(stdout))).toEqual(all);
  });
});

/** Half blocks as a terminal shows them: light where there is a block, 5 x 5 pixels each half. */
function terminalPicture(shown: string): Gray {
  const lines = shown.trimEnd().split('\n');
  const scale = 5;
  const width = lines[0]!.length * scale;
  const height = lines.length * 2 * scale;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const half = Math.floor(y / scale);
      const block = lines[half >> 1]![Math.floor(x / scale)]!;
      if (block === '█' || block === (half % 2 ? '▄' : '▀')) data[y * width + x] = 255;
    }
  return { data, width, height };
}

it('terminal text, as a dark terminal shows it', async () => {
  expect(await readByAll(terminalPicture(utf8(render(encode(text).symbol, 'terminal'))))).toEqual(all);
});

it.each(['data-uri', 'markdown', 'html'] as const)('%s holds the picture itself', async (format) => {
  const png = /base64,([A-Za-z\d+/=]+)/.exec(utf8(render(symbol, format, styles[1])))![1]!;
  expect(await readByAll(grayOf(Buffer.from(png, 'base64')))).toEqual(all);
});
