/**
 * Every format in every style, as its own reader draws it, read by ours, zbar and @zxing/library.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanImageData } from '@undecaf/zbar-wasm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makingChoices } from '../../../../src/worker/protocol/style';
import { readSymbolPixels } from '../../../../src/worker/qr/decode/decodeImage';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { readHeader } from '../../../../src/worker/qr/decode/pictureHeader';
import { readPixels } from '../../../../src/worker/qr/decode/readPixels';
import { readGrayWithLibrary } from '../../../../src/worker/qr/decode/zxingLibrary';
import { encode } from '../../../../src/worker/qr/encode';
import { readPng, writePng } from '../../../../src/worker/qr/png';
import { contours } from '../../../../src/worker/qr/render/contours';
import { type Look, resolveLook } from '../../../../src/worker/qr/render/look';
import { render } from '../../../../src/worker/qr/render/render';
import { launch, noBrowser } from '../../../browser';
import { rgbaOf } from '../decode/drawSymbol';
import { testEngine } from '../decode/engine';

const engine = await testEngine();
const text = '你好, https://example.com/formats';
const share = 0.2;
const { symbol } = encode(text, { logoShare: share });
const logo = { bytes: writePng(new Uint8Array(20 * 20).fill(120), 20, 20), share };
const styles = makingChoices.modules.flatMap((modules) =>
  makingChoices.finders.flatMap((finders) =>
    [{}, { logo }].map((extra) => ({ modules, finders, scale: 5, dark: '#1b2a4a', ...extra })),
  ),
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

describe.skipIf(noBrowser)('dots as round line ends in a browser (skipped without Chromium)', () => {
  /** The same outlines written at length, in absolute coordinates. */
  const atLength = (look: Look) => {
    const side = symbol.size + 2 * look.marginModules;
    const at = (point: readonly number[]) =>
      point.map((value) => Number((value + look.marginModules).toFixed(3))).join(' ');
    const paths = contours(symbol, look).map(
      ({ start, steps }) =>
        `M${at(start)}${steps.map((step) => (step.length === 1 ? 'L' : 'C') + step.map(at).join(' ')).join('')}z`,
    );
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side * look.scale}" height="${side * look.scale}" viewBox="0 0 ${side} ${side}">` +
      `<path fill="${look.light}" d="M0 0h${side}v${side}H0z"/><path fill="${look.dark}" fill-rule="evenodd" d="${paths.join('')}"/></svg>`
    );
  };

  it('are a tenth of the outlines of dots, and draw the same picture', async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      const draw = async (svg: string) => {
        await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
        return readPng(await page.locator('svg').screenshot()).data;
      };
      for (const style of styles.filter(
        (each) => !('logo' in each) && `${each.modules} ${each.finders}` !== 'square square',
      )) {
        const [long, short] = [atLength(resolveLook(style)), utf8(render(symbol, 'svg', style))];
        const [before, after] = [await draw(long), await draw(short)];
        expect(short.length / long.length, JSON.stringify(style)).toBeLessThan(style.modules === 'dots' ? 0.12 : 1.02);
        let most = 0;
        for (const [i, value] of before.entries()) most = Math.max(most, Math.abs(value - after[i]!));
        // Of 255: a curve of four Béziers and a true circle differ by less than a thousandth of a
        // module. Of 255. A browser samples an edge pixel 16 times; a circle of four Béziers and a
        // true one may differ in one of the samples.
        expect(most, JSON.stringify(style)).toBeLessThanOrEqual(style.modules === 'dots' ? 20 : 0);
      }
    } finally {
      await browser.close();
    }
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
