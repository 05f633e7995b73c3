/**
 * What pictures without a symbol cost, and what is read in them all the same: `npm run bench --
 * decodeNothing --folder DIR [--folder DIR2 …] [--engines a,b] [--limit N] [--megapixels 12] [--out
 * FILE] [--note TEXT]`. Every picture below the folders counts as one without a symbol; those with more
 * megapixels are left out. Processor time of one thread, from the file to the answer, the engines
 * one after the other for each picture.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readHeader, sniffType } from '../src/worker/qr/decode/pictureHeader';
import { prepareWebp } from '../src/worker/qr/decode/pixels/readWebp';
import { sampled } from './decode/corpus';
import { type EngineName, loadEngines } from './decode/engines';
import { timesOf } from './decode/score';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', multiple: true, default: [] },
    engines: { type: 'string', default: 'fast,normal,thorough,zxing-wasm' },
    limit: { type: 'string', default: '1000' },
    megapixels: { type: 'string', default: '12' },
    note: { type: 'string' },
    out: { type: 'string', default: join(__dirname, 'results/decodeNothing.md') },
  },
});
const PICTURE = /\.(png|jpe?g|webp|gif|bmp)$/i;
/** Those that take a file: the others' times would leave out decoding it. */
const FILE_ENGINES: readonly EngineName[] = ['fast', 'normal', 'thorough', 'zxing-wasm'];

/** Megapixels of a picture file; undefined for what is none. */
function megapixelsOf(bytes: Uint8Array): number | undefined {
  try {
    const { width, height } = readHeader(bytes, Number.MAX_SAFE_INTEGER);
    return (width * height) / 1e6;
  } catch {
    return undefined;
  }
}

interface Tally {
  ms: number[];
  falsePositives: string[];
  refused: number;
}

async function main(): Promise<void> {
  const files = values.folder.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => PICTURE.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
  if (files.length === 0) throw new Error('No pictures: name a folder with --folder DIR.');
  const names = values.engines.split(',') as EngineName[];
  const wrong = names.find((name) => !FILE_ENGINES.includes(name));
  if (wrong) throw new Error(`--engines ${wrong}: one of ${FILE_ENGINES.join(', ')}`);
  const engines = await loadEngines(names);
  const tallies = engines.map((): Tally => ({ ms: [], falsePositives: [], refused: 0 }));
  const sizes: number[] = [];
  for (const file of sampled(files, Number(values.limit))) {
    const bytes = new Uint8Array(readFileSync(file));
    const megapixels = megapixelsOf(bytes);
    if (megapixels === undefined || megapixels > Number(values.megapixels)) continue;
    sizes.push(megapixels);
    if (sniffType(bytes) === 'webp')
      await prepareWebp(() => readFileSync(createRequire(__filename).resolve('icodec/webp-dec.wasm')));
    for (const [i, engine] of engines.entries()) {
      const before = process.cpuUsage();
      try {
        const answer = await engine.read(bytes, () => Promise.reject(new Error('takes files')) as never);
        const reads = 'reads' in answer ? answer.reads : answer;
        tallies[i]!.falsePositives.push(
          ...reads.map(({ text }) => `${file.split(/[\\/]/).slice(-2).join('/')}: ${JSON.stringify(text)}`),
        );
      } catch {
        tallies[i]!.refused++;
      }
      const { user, system } = process.cpuUsage(before);
      tallies[i]!.ms.push((user + system) / 1000);
    }
  }
  const size = timesOf(sizes);
  const lines = [
    '# Pictures without a symbol',
    '',
    `${new Date().toISOString().slice(0, 10)}: ${sizes.length} pictures up to ${values.megapixels} megapixels (median ${size.median.toFixed(2)}, mean ` +
      `${size.mean.toFixed(2)}), ${cpus().length} cores (${process.platform} ${process.arch}), Node ${process.versions.node}. Processor milliseconds ` +
      'of one thread, file to answer. `npm run bench -- decodeNothing --folder DIR`',
    '',
    ...(values.note ? [values.note, ''] : []),
    '| | median | mean | 95th percentile | most | texts read | not readable |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...engines.map(({ name }, i) => {
      const { ms, falsePositives, refused } = tallies[i]!;
      const { median, mean, p95 } = timesOf(ms);
      const times = [median, mean, p95, Math.max(...ms)].map((v) => v.toFixed(1));
      return `| ${[name, ...times, falsePositives.length, refused].join(' | ')} |`;
    }),
    ...engines.flatMap(({ name }, i) => {
      const { falsePositives } = tallies[i]!;
      return falsePositives.length ? ['', `Read by ${name}:`, '', ...falsePositives.map((line) => `- ${line}`)] : [];
    }),
  ];
  const report = `${lines.join('\n')}\n`;
  writeFileSync(values.out, report);
  process.stdout.write(report);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
});
