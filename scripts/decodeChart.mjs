// Draws bench/results/decode.json as the chart of the READMEs: `node scripts/decodeChart.mjs`. SVG
// first, then PNG by Chromium (a .vsix may not show SVG), which `pngquant 32` and `cwebp -lossless -z 9` make small.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from '../test/e2e/kit/browser.mjs';
import { root } from './run.mjs';

const ours = new Set(['fast', 'normal', 'thorough']);
const words = {
  en: {
    title: 'BoofCV QR photographs read, mean of 16 categories, %',
    half: (name) => `, ${name} half`,
    file: 'decode.png',
  },
  zh: {
    title: 'BoofCV 二维码照片识别率（16 类平均，%）',
    half: (name) => (name === 'odd' ? '，奇数编号的一半' : '，偶数编号的一半'),
    file: 'decode.zh-cn.png',
  },
};
const bar = 26;
const gap = 10;
const left = 215;
const width = 760;

/** One horizontal bar for each engine, the best first; ours in colour. */
function svg({ scores, date, half }, { title, half: halfOf }) {
  const rows = scores.toSorted((a, b) => b.mean - a.mean);
  const height = 58 + rows.length * (bar + gap);
  const bars = rows.map(({ engine, mean }, i) => {
    const y = 52 + i * (bar + gap);
    const length = ((width - left - 70) * mean) / 100;
    const label = ours.has(engine) ? `QR Code Master, ${engine}` : engine;
    return `<text x="${left - 10}" y="${y + 18}" text-anchor="end">${label}</text>
<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${bar}" rx="3" fill="${ours.has(engine) ? '#0f6cbd' : '#9aa4b2'}"/>
<text x="${(left + length + 8).toFixed(1)}" y="${y + 18}" font-weight="600">${mean.toFixed(1)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans, WenQuanYi Micro Hei, sans-serif" font-size="14" fill="#1f2328">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="16" y="28" font-size="16" font-weight="600">${title}</text>
<text x="${width - 16}" y="28" font-size="12" text-anchor="end" fill="#59636e">${date}${half === 'odd' || half === 'even' ? halfOf(half) : ''}</text>
${bars.join('\n')}
</svg>`;
}

const results = JSON.parse(readFileSync(path.join(root, 'bench/results/decode.json'), 'utf8'));
const browser = await launchBrowser();
const page = await browser.newPage({ deviceScaleFactor: 2 });
for (const text of Object.values(words)) {
  await page.setContent(`<body style="margin:0">${svg(results, text)}</body>`);
  await page.locator('svg').screenshot({ path: path.join(root, 'docs/images', text.file) });
}
await browser.close();
