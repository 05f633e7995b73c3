/**
 * Ways to write Chinese into a symbol: how large it becomes, and which decoders give the text back.
 * `npx tsx bench/makeChinese.ts` writes bench/results/makeChinese.md: the reason why `encode`
 * writes UTF-8 and neither GB/T 18284's Hanzi mode nor the ECI of GB 18030.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scanImageData } from '@undecaf/zbar-wasm';
import jsQR from 'jsqr';
import { decodeQR } from 'qr/decode.js';
import '../src/worker/hosts/nodeCodecs';
import type { QrSymbol } from '../src/worker/protocol/symbol';
import { bitWriter } from '../src/worker/qr/bits';
import { prepareZxing } from '../src/worker/qr/decode/prepareZxing';
import { decodeModulesWithLibrary } from '../src/worker/qr/decode/zxingModules';
import { strongestFit } from '../src/worker/qr/fit';
import { writePng } from '../src/worker/qr/png';
import { resolveLook } from '../src/worker/qr/render/look';
import { grayPixels, sideOf } from '../src/worker/qr/render/pixels';
import type { Segment } from '../src/worker/qr/segments';
import { segmentBytes } from '../src/worker/qr/segmentText';
import { buildSymbol } from '../src/worker/qr/symbol';
import { rgbaOf } from '../test/worker/qr/decode/drawSymbol';

const level = 'M';
const sentence =
  '网络安全等级保护基本要求规定了第三级保护对象的安全通用要求和扩展要求适用于指导分等级的对象的安全建设和监督管理';
const texts = {
  '10 characters': sentence.slice(0, 10),
  '50 characters': sentence.slice(0, 50),
  '200 characters': sentence.repeat(4).slice(0, 200),
  '400 characters': sentence.repeat(8).slice(0, 400),
  'mixed, 120 characters': `${sentence}ABC-123 https://example.cn/ `.repeat(2).slice(0, 120),
};

/** Two-byte codes of GB 18030 by character. */
const codes = new Map<string, [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++)
    if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);

const gbBytes = (text: string) => Uint8Array.from([...text].flatMap((c) => codes.get(c) ?? [c.charCodeAt(0)]));
const eci = (assignment: number): Segment => ({ mode: 'eci', characters: 0, data: Uint8Array.of(assignment) });

/**
 * GB/T 18284-2000 §6.4.7: mode 1101, subset 0001 (GB 2312), count, 13 bits a character. What is
 * left of the last byte is zeros, as a terminator is.
 */
function hanzi(text: string, version: number): Segment {
  const characters = [...text];
  const data = new Uint8Array(Math.ceil((4 + 12 + characters.length * 13) / 8) + 1);
  const bits = bitWriter(data);
  bits.put(1, 4);
  bits.put(characters.length, version < 10 ? 8 : version < 27 ? 10 : 12);
  for (const character of characters) {
    const [high, low] = codes.get(character)!;
    bits.put((high - (high < 0xb0 ? 0xa1 : 0xa6)) * 0x60 + low - 0xa1, 13);
  }
  return { mode: 'hanzi', characters: characters.length, data: data.subarray(0, Math.ceil(bits.length / 8)) };
}

const ways: Record<string, (text: string, version: number) => Segment[] | undefined> = {
  'UTF-8 (ours)': (text, version) => segmentBytes(new TextEncoder().encode(text), version),
  'UTF-8 with ECI 26 (ours, on request)': (text, version) => [
    eci(26),
    ...segmentBytes(new TextEncoder().encode(text), version),
  ],
  'GB 18030 with ECI 32': (text, version) => [eci(32), ...segmentBytes(gbBytes(text), version)],
  'GB 2312 with ECI 29': (text, version) => [eci(29), ...segmentBytes(gbBytes(text), version)],
  'GB 18030, nothing said': (text, version) => segmentBytes(gbBytes(text), version),
  'Hanzi mode (GB/T 18284)': (text, version) =>
    [...text].every((c) => (codes.get(c)?.[0] ?? 0) >= 0xa1) ? [hanzi(text, version)] : undefined,
};

async function main() {
  const zxing = await prepareZxing(
    readFileSync(createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm')),
  );
  const look = resolveLook({ scale: 4 });
  const decoders: Record<string, (symbol: QrSymbol) => unknown> = {
    'zxing-cpp (zxing-wasm)': (symbol) => {
      const side = sideOf(symbol, look);
      return zxing.readGray(grayPixels(symbol, look), side, side, { formats: ['QRCode'] })[0]?.text;
    },
    '@zxing/library': (symbol) => decodeModulesWithLibrary(symbol.modules, symbol.size)?.text ?? null,
    'zbar (zbarimg)': (symbol) => {
      const side = sideOf(symbol, look);
      const { stdout } = spawnSync('zbarimg', ['-q', '--raw', '-'], {
        input: writePng(grayPixels(symbol, look), side, side),
      });
      return stdout.toString().replace(/\n$/, '');
    },
    'zbar-wasm': async (symbol) => {
      const side = sideOf(symbol, look);
      const data = new Uint8ClampedArray(rgbaOf({ data: grayPixels(symbol, look), width: side, height: side }));
      const image = { data, width: side, height: side, colorSpace: 'srgb' } as unknown as Parameters<
        typeof scanImageData
      >[0];
      return (await scanImageData(image))[0]?.decode();
    },
    jsQR: (symbol) => {
      const side = sideOf(symbol, look);
      return jsQR(
        new Uint8ClampedArray(rgbaOf({ data: grayPixels(symbol, look), width: side, height: side })),
        side,
        side,
      )?.data;
    },
    qr: (symbol) => {
      const side = sideOf(symbol, look);
      try {
        return decodeQR({
          data: rgbaOf({ data: grayPixels(symbol, look), width: side, height: side }),
          width: side,
          height: side,
        });
      } catch {
        return undefined;
      }
    },
  };
  const names = Object.keys(texts) as (keyof typeof texts)[];
  const sizes: string[] = [];
  const reads: string[] = [];
  for (const [way, segmentsOf] of Object.entries(ways)) {
    const versions: string[] = [];
    const given: Record<string, number> = Object.fromEntries(Object.keys(decoders).map((name) => [name, 0]));
    let made = 0;
    for (const name of names) {
      const text = texts[name];
      const fit = segmentsOf(text, 40) && strongestFit((version) => segmentsOf(text, version)!, level);
      versions.push(fit ? `${fit.version}` : '-');
      if (!fit) continue;
      made++;
      const symbol = buildSymbol(fit.segments, fit.version, fit.level);
      for (const [decoder, read] of Object.entries(decoders)) if ((await read(symbol)) === text) given[decoder]!++;
    }
    sizes.push(`| ${way} | ${versions.join(' | ')} |`);
    reads.push(
      `| ${way} | ${Object.values(given)
        .map((count) => `${count} / ${made}`)
        .join(' | ')} |`,
    );
  }
  const version = (command: string, args: string[]) => spawnSync(command, args).stdout.toString().trim();
  const report = [
    '# Chinese in a symbol',
    '',
    `Level ${level}, Node ${process.version}, zbarimg ${version('zbarimg', ['--version'])}. \`npx tsx bench/makeChinese.ts\``,
    '',
    `| version of the symbol | ${names.join(' | ')} |`,
    `| --- |${names.map(() => ' ---: |').join('')}`,
    ...sizes,
    '',
    `| texts given back | ${Object.keys(decoders).join(' | ')} |`,
    `| --- |${Object.keys(decoders)
      .map(() => ' ---: |')
      .join('')}`,
    ...reads,
    '',
    'zxing-cpp and @zxing/library come from the same source, zbarimg and zbar-wasm too. The mixed text has letters, which Hanzi mode does not carry.',
    '',
  ].join('\n');
  mkdirSync(join(__dirname, 'results'), { recursive: true });
  writeFileSync(join(__dirname, 'results/makeChinese.md'), report);
  process.stdout.write(report);
}

main();
