/**
 * Every version, level and mask in every plain mode: the modules beside those of zint, the pictures
 * read by three decoders. `npx tsx bench/makeEvery.ts` writes bench/results/makeEvery.md, and
 * zint's digests for the unit test into test/fixtures/symbols/zint.json.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scanImageData } from '@undecaf/zbar-wasm';
import { prepareEngine, readSymbolPixels } from '../src/worker/qr/decode/decodeImage';
import { readGrayWithLibrary } from '../src/worker/qr/decode/zxingLibrary';
import { decodeModulesWithLibrary } from '../src/worker/qr/decode/zxingModules';
import { encode } from '../src/worker/qr/encode';
import { resolveLook } from '../src/worker/qr/render/look';
import { grayPixels, sideOf } from '../src/worker/qr/render/pixels';
import { rgbaOf } from '../test/worker/qr/decode/drawSymbol';
import {
  type Combination,
  combinations,
  digestOf,
  modeOf,
  type PlainMode,
  plainModes,
  rowsOf,
  textOf,
} from '../test/worker/qr/everySymbol';
import { zint, zintVersion } from '../test/worker/qr/zint';

const scales = [2, 3, 4];
const decoders = ['ours', 'zbar', '@zxing/library', '@zxing/library, modules'] as const;
type Decoder = (typeof decoders)[number];

async function main() {
  const wasm = readFileSync(createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const engine = await prepareEngine(wasm, () => performance.now());
  const found = Object.fromEntries(decoders.map((name) => [name, 0])) as Record<Decoder, number>;
  const unread: string[] = [];
  const digests: Record<string, string> = {};
  let equal = 0;
  let made = 0;

  async function read(
    combination: Combination,
    mode: PlainMode,
    text: string,
    symbol: ReturnType<typeof encode>['symbol'],
  ) {
    const got = new Set<Decoder>();
    if (decodeModulesWithLibrary(symbol.modules, symbol.size)?.text === text) got.add('@zxing/library, modules');
    for (const scale of scales) {
      const look = resolveLook({ scale });
      const side = sideOf(symbol, look);
      const gray = grayPixels(symbol, look);
      const rgba = new Uint8ClampedArray(rgbaOf({ data: gray, width: side, height: side }));
      const image = { data: rgba, width: side, height: side, colorSpace: 'srgb' } as unknown as Parameters<
        typeof scanImageData
      >[0];
      const attempts: [Decoder, () => Promise<unknown> | unknown][] = [
        ['ours', () => readSymbolPixels(gray, side, side, engine)[0]?.text],
        ['zbar', async () => (await scanImageData(image))[0]?.decode()],
        ['@zxing/library', () => readGrayWithLibrary(gray, side, side)?.text],
      ];
      for (const [name, attempt] of attempts) if (!got.has(name) && (await attempt()) === text) got.add(name);
      if (got.size === decoders.length) break;
    }
    for (const name of got) found[name]++;
    for (const name of ['ours', 'zbar', '@zxing/library, modules'] as const)
      if (!got.has(name))
        unread.push(`${name}: version ${combination.version}, ${combination.level}, mask ${combination.mask}, ${mode}`);
  }

  for (let start = 0; start < combinations.length; start += 8) {
    const rows: string[] = [];
    for (const combination of combinations.slice(start, start + 8))
      for (const mode of plainModes) {
        const text = textOf(combination, mode);
        const { symbol } = encode(text, combination);
        const drawn = zint(combination, text);
        if (mode === modeOf(combination)) rows.push(drawn);
        made++;
        if (drawn === rowsOf(symbol.modules)) equal++;
        else
          unread.push(
            `not zint's: version ${combination.version}, ${combination.level}, mask ${combination.mask}, ${mode}`,
          );
        await read(combination, mode, text, symbol);
      }
    const { version, level } = combinations[start]!;
    digests[`${version}-${level}`] = digestOf(rows);
    process.stderr.write(`\r${version}-${level} `);
  }
  const encoder = zintVersion();
  const report = [
    '# Every plain symbol',
    '',
    `40 versions x 4 levels x 8 masks x ${plainModes.length} modes (${plainModes.join(', ')}), full and a third full. ` +
      `${encoder}, Node ${process.version}. \`npx tsx bench/makeEvery.ts\``,
    '',
    '| | of all |',
    '| --- | --- |',
    `| modules equal to zint's | ${equal} / ${made} |`,
    ...decoders.map((name) => `| read by ${name} | ${found[name]} / ${made} |`),
    '',
    `Pictures with ${scales.join(', ')} pixels a module, until one is read. zbar is @undecaf/zbar-wasm; "modules" is the library's decoder without its`,
    'finder, which looks for symbols in photographs and misses some crisp large ones.',
    ...(unread.length > 0 ? ['', ...unread.map((line) => `- ${line}`)] : []),
    '',
  ].join('\n');
  mkdirSync(join(__dirname, 'results'), { recursive: true });
  writeFileSync(join(__dirname, 'results/makeEvery.md'), report);
  // One mode a combination: what a unit test has time for.
  const fixture = join(__dirname, '../test/fixtures/symbols/zint.json');
  writeFileSync(fixture, `${JSON.stringify({ encoder, digests }, null, 1)}\n`);
  process.stdout.write(report);
}

main();
