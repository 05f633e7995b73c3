/** Making symbols, against other encoders on the same texts in the same run: `npx tsx bench/make.ts` prints Markdown. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { prepareZxing } from '../src/worker/qr/decode/zxingWasm';
import { encode } from '../src/worker/qr/encode';
import { render, renderFormats } from '../src/worker/qr/render/render';
import { verify } from '../src/worker/qr/verify';
import { encode as bwipEncode } from './makeBwip';

const texts = {
  'URL, 44 bytes': 'https://example.com/path?query=0123456789abc',
  'contact, 246 bytes':
    'BEGIN:VCARD\nVERSION:3.0\nN:Example;Ada;;;\nFN:Ada Example\nORG:Example Works\nTITLE:Engineer\nTEL;TYPE=CELL:+10000000000\nTEL;TYPE=WORK:+10000000001\nEMAIL:ada.example@example.com\nURL:https://example.com/people/ada\nADR:;;1 Road;Town;;12345;Land\nEND:VCARD\n'.slice(
      0,
      246,
    ),
  'text, 1000 bytes': 'The quick brown fox jumps over the lazy dog. '.repeat(23).slice(0, 1000),
};
const level = 'H';
const root = join(__dirname, '..');
const wasm = createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** Milliseconds a call: the fastest of nine samples of about 60 ms each, because whatever else the machine does only adds. */
function milliseconds(work: () => unknown): number {
  let rounds = 1;
  const sample = () => {
    const start = performance.now();
    for (let i = 0; i < rounds; i++) work();
    return performance.now() - start;
  };
  while (sample() < 60) rounds *= 2;
  return Math.min(...Array.from({ length: 9 }, () => sample() / rounds));
}

function qrencodeInProcess(text: string): number | undefined {
  const { status, stdout } = spawnSync('python3', [join(__dirname, 'makeQrencode.py'), level, '40', text]);
  return status === 0 ? Number(stdout) : undefined;
}

function processOf(command: string, args: string[]): number | undefined {
  if (spawnSync(command, args).status !== 0) return undefined;
  return milliseconds(() => spawnSync(command, args));
}

const cell = (value: number | undefined, own: number) =>
  value === undefined ? '- |' : `${value.toFixed(3)} (${(value / own).toFixed(2)}) |`;

async function main() {
  const engine = await prepareZxing(readFileSync(wasm));
  const { encodeQR } = await import('qr').then((module) => ({ encodeQR: module.default }));
  const lines = [
    '# Making symbols',
    '',
    `Node ${process.version}, level ${level}, milliseconds a symbol (in brackets: times ours). \`npx tsx bench/make.ts\``,
    '',
    `| encoder | ${Object.keys(texts).join(' | ')} |`,
    `| --- |${' --- |'.repeat(Object.keys(texts).length)}`,
  ];
  const encoders: Record<string, (text: string) => number | undefined> = {
    ours: (text) => milliseconds(() => encode(text)),
    'ours, read back': (text) => {
      const bytes = new TextEncoder().encode(text);
      return milliseconds(() => verify(encode(text).symbol, bytes, engine));
    },
    'libqrencode in process': qrencodeInProcess,
    'qrcode 1.5.4': (text) => milliseconds(() => QRCode.create(text, { errorCorrectionLevel: level })),
    'qr 0.7.0': (text) => milliseconds(() => encodeQR(text, 'raw', { ecc: 'high' })),
    'bwip-js 4.11.4': (text) => milliseconds(() => bwipEncode(text, level)),
    'qrencode, whole process, PNG': (text) => processOf('qrencode', ['-l', level, '-8', '-s', '8', '-o', '/dev/null', text]),
    'ours, whole process, PNG, read back': (text) =>
      existsSync(join(root, 'dist/cli.js'))
        ? processOf(process.execPath, [join(root, 'dist/cli.js'), 'encode', text, '--format', 'png', '-o', '/dev/null'])
        : undefined,
  };
  const own = Object.values(texts).map((text) => encoders.ours!(text)!);
  for (const [name, measure] of Object.entries(encoders))
    lines.push(
      `| ${name} | ${Object.values(texts)
        .map((text, i) => cell(measure(text), own[i]!))
        .join(' ')}`,
    );
  lines.push('', '| format, 246 bytes | ms | bytes |', '| --- | --- | --- |');
  const { symbol } = encode(texts['contact, 246 bytes']);
  for (const format of renderFormats)
    lines.push(`| ${format} | ${milliseconds(() => render(symbol, format)).toFixed(2)} | ${render(symbol, format).length} |`);
  const report = `${lines.join('\n')}\n`;
  mkdirSync(join(__dirname, 'results'), { recursive: true });
  writeFileSync(join(__dirname, 'results/make.md'), report);
  process.stdout.write(report);
}

main();
