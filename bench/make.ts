/**
 * Making symbols, against other encoders on the same texts in the same run: `npx tsx bench/make.ts`
 * prints Markdown.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import QRCode from 'qrcode';
import '../src/worker/hosts/nodeCodecs';
import { makingChoices } from '../src/worker/protocol/style';
import { prepareZxing } from '../src/worker/qr/decode/prepareZxing';
import { encode } from '../src/worker/qr/encode';
import { render } from '../src/worker/qr/render/render';
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

/**
 * Milliseconds a call of each: the fastest of 25 samples of about 20 ms, because whatever else the
 * machine does only adds. The samples are taken in turn, so that the machine is as quiet for one as
 * for the other.
 */
function milliseconds(...works: (() => unknown)[]): number[] {
  const samplers = works.map((work) => {
    let rounds = 1;
    const sample = () => {
      const start = performance.now();
      for (let i = 0; i < rounds; i++) work();
      return (performance.now() - start) / rounds;
    };
    while (sample() * rounds < 20) rounds *= 2;
    return sample;
  });
  const samples = Array.from({ length: 25 }, () => samplers.map((sample) => sample()));
  return works.map((_, i) => Math.min(...samples.map((times) => times[i]!)));
}

function qrencodeInProcess(text: string): number | undefined {
  const { status, stdout } = spawnSync('python3', [join(__dirname, 'makeQrencode.py'), level, '40', text]);
  return status === 0 ? Number(stdout) : undefined;
}

const processOf = (command: string, args: string[]): Work =>
  spawnSync(command, args).status === 0 ? () => spawnSync(command, args) : undefined;

/**
 * A time that was measured elsewhere, or what is measured here; undefined where it is not
 * installed.
 */
type Work = (() => unknown) | number | undefined;

function cell(text: string, work: Work): string {
  if (work === undefined) return '-';
  const own = () => encode(text);
  const [ours, theirs] =
    typeof work === 'number' ? [milliseconds(own)[0]!, work] : (milliseconds(own, work) as [number, number]);
  return `${theirs.toFixed(3)} (${(theirs / ours).toFixed(2)})`;
}

async function main() {
  const engine = await prepareZxing(readFileSync(wasm));
  const { encodeQR } = await import('qr').then((module) => ({ encodeQR: module.default }));
  const lines = [
    '# Making symbols',
    '',
    `Node ${process.version}, level ${level}, milliseconds a symbol (in brackets: times ours, measured in turn with it). \`npx tsx bench/make.ts\``,
    '',
    `| encoder | ${Object.keys(texts).join(' | ')} |`,
    `| --- |${' --- |'.repeat(Object.keys(texts).length)}`,
  ];
  const encoders: Record<string, (text: string) => Work> = {
    ours: (text) => () => encode(text),
    'ours, read back': (text) => {
      const bytes = new TextEncoder().encode(text);
      return () => verify(encode(text).symbol, bytes, engine);
    },
    'libqrencode in process': qrencodeInProcess,
    'qrcode 1.5.4': (text) => () => QRCode.create(text, { errorCorrectionLevel: level }),
    'qr 0.7.0': (text) => () => encodeQR(text, 'raw', { ecc: 'high' }),
    'bwip-js 4.11.4': (text) => () => bwipEncode(text, level),
    'qrencode, whole process, PNG': (text) =>
      processOf('qrencode', ['-l', level, '-8', '-s', '8', '-o', '/dev/null', text]),
    'ours, whole process, PNG, read back': (text) =>
      existsSync(join(root, 'dist/cli.js'))
        ? processOf(process.execPath, [join(root, 'dist/cli.js'), 'encode', text, '--format', 'png', '-o', '/dev/null'])
        : undefined,
  };
  // What runs first would be measured before it is compiled.
  for (const text of Object.values(texts)) milliseconds(() => encode(text));
  for (const [name, work] of Object.entries(encoders)) {
    const cells = Object.values(texts).map((text) => cell(text, work(text)));
    lines.push(`| ${name} | ${cells.join(' | ')} |`);
  }
  lines.push('', '| format, 246 bytes | ms | bytes |', '| --- | --- | --- |');
  const { symbol } = encode(texts['contact, 246 bytes']);
  for (const format of makingChoices.format)
    lines.push(
      `| ${format} | ${milliseconds(() => render(symbol, format))[0]!.toFixed(2)} | ${render(symbol, format).length} |`,
    );
  const report = `${lines.join('\n')}\n`;
  mkdirSync(join(__dirname, 'results'), { recursive: true });
  writeFileSync(join(__dirname, 'results/make.md'), report);
  process.stdout.write(report);
}

main();
