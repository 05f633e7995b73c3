/**
 * Benchmark of the decoder: `npm run bench:decode -- --corpus DIR [--engines a,b] [--half odd|even]
 * [--limit N] [--rows FILE] [--note TEXT] [--out DIR]`. DIR may hold a folder `empty` of folders of
 * pictures without a symbol: their times and false positives have rows of their own. With `--rows`
 * every answer is kept in a file of JSON lines as it comes: a run goes on where another ended, and
 * engines can be measured one after the other.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../src/worker/hosts/nodeCodecs';
import { grayFromRgba } from '../src/worker/qr/decode/gray';
import { readHeader } from '../src/worker/qr/decode/pictureHeader';
import { readJpeg } from '../src/worker/qr/jpeg';
import { readPng } from '../src/worker/qr/png';
import { loadCorpus, sampled } from './decode/corpus';
import { type EngineName, engineNames, loadEngines, type Pixels } from './decode/engines';
import { toMarkdown } from './decode/markdown';
import { keptRows } from './decode/rows';
import { type BenchRow, scoreOf } from './decode/score';

function decodePixels(bytes: Uint8Array): Pixels {
  const { data, width, height } = bytes[0] === 0xff ? readJpeg(bytes, readHeader(bytes, 1e9)) : readPng(bytes);
  const rgba = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  return { rgba, gray: grayFromRgba(data, width, height).data, width, height };
}

function versionsOf(names: readonly string[]): Record<string, string> {
  const { dependencies, devDependencies } = createRequire(__filename)('../package.json') as Record<
    string,
    Record<string, string>
  >;
  const all = { ...dependencies, ...devDependencies };
  return Object.fromEntries(names.filter((name) => all[name]).map((name) => [name, all[name]!]));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      engines: { type: 'string', default: engineNames.join(',') },
      half: { type: 'string' },
      limit: { type: 'string' },
      rows: { type: 'string' },
      note: { type: 'string' },
      out: { type: 'string', default: join(__dirname, 'results') },
    },
  });
  if (!values.corpus) throw new Error('decode.ts needs --corpus DIR, a folder with boofcv/ and zxing/');
  const names = values.engines
    .split(',')
    .filter((name): name is EngineName => (engineNames as readonly string[]).includes(name));
  const engines = await loadEngines(names);
  const pictures = sampled(
    loadCorpus(values.corpus, values.half as 'odd' | 'even' | undefined),
    Number(values.limit ?? Number.MAX_SAFE_INTEGER),
  );
  const kept = keptRows(values.rows, pictures);
  for (const [index, picture] of pictures.entries()) {
    const bytes = new Uint8Array(readFileSync(picture.file));
    let made: Pixels | undefined;
    const pixels = () => (made ??= decodePixels(bytes));
    for (const engine of engines) {
      if (kept.has(engine.name, picture)) continue;
      const row: BenchRow = { engine: engine.name, picture, reads: [], cpuMs: 0, wallMs: 0 };
      try {
        if (engine.takes === 'pixels') pixels();
        const cpu = process.cpuUsage();
        const wall = performance.now();
        const answer = await engine.read(bytes, pixels);
        const used = process.cpuUsage(cpu);
        row.wallMs = performance.now() - wall;
        row.cpuMs = 'cpuMs' in answer ? answer.cpuMs : (used.user + used.system) / 1000;
        row.reads = 'reads' in answer ? answer.reads : answer;
      } catch (error) {
        row.error = String(error);
      }
      kept.add(row);
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${pictures.length}`);
  }
  for (const engine of engines) engine.close?.();
  const scores = engines.map(({ name }) =>
    scoreOf(
      name,
      kept.rows.filter(({ engine }) => engine === name),
    ),
  );
  const head = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${process.platform} ${process.arch})`,
    node: process.versions.node,
    half: values.half ?? 'as given',
    pictures: pictures.length,
    ...(values.note && { note: values.note }),
    versions: versionsOf(['zxing-wasm', '@zxing/library', 'jsqr', 'qr', '@undecaf/zbar-wasm']),
  };
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'decode.md'), toMarkdown(head, scores));
  writeFileSync(join(values.out, 'decode.json'), `${JSON.stringify({ ...head, scores }, null, 2)}\n`);
  process.stdout.write(toMarkdown(head, scores));
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
});
