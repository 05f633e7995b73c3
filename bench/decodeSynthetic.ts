/**
 * How many synthetic photographs of each kind are read: `npm run bench -- decodeSynthetic [--count
 * 40] [--half tune|report] [--kinds a,b] [--efforts normal,thorough] [--out FILE]`. Odd seeds are
 * for tuning, even ones for reports. Processor time of one thread from luminance to answer.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../src/worker/hosts/nodeCodecs';
import type { Effort } from '../src/worker/protocol/picture';
import { climb } from '../src/worker/qr/decode/ladder';
import { prepareZxing } from '../src/worker/qr/decode/prepareZxing';
import { timesOf } from './decode/score';
import { processorMs } from './processorMs';
import { type SyntheticKind, syntheticKinds, syntheticPicture } from './synthetic/kinds';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    half: { type: 'string' },
    kinds: { type: 'string', default: syntheticKinds.join(',') },
    efforts: { type: 'string', default: 'fast,normal,thorough' },
    verbose: { type: 'boolean', default: false },
    out: { type: 'string', default: join(__dirname, 'results/decodeSynthetic.md') },
  },
});
const kinds = values.kinds.split(',') as SyntheticKind[];
const efforts = values.efforts.split(',') as Effort[];
const seeds = Array.from({ length: Number(values.count) }, (_, i) => i).filter(
  (seed) => !values.half || (seed % 2 === 1) === (values.half === 'tune'),
);

interface Tally {
  read: Map<SyntheticKind, number>;
  wrong: string[];
  ms: number[];
}

async function main(): Promise<void> {
  const zxing = await prepareZxing(
    readFileSync(createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm')),
  );
  const tallies = efforts.map((): Tally => ({ read: new Map(), wrong: [], ms: [] }));
  const asked = new Map<SyntheticKind, number>();
  for (const kind of kinds) {
    for (const seed of seeds) {
      const { gray, texts } = syntheticPicture(kind, seed);
      asked.set(kind, (asked.get(kind) ?? 0) + texts.length);
      for (const [i, effort] of efforts.entries()) {
        const tally = tallies[i]!;
        let found: readonly { text: string }[] = [];
        tally.ms.push(
          processorMs(() => {
            found = climb(gray, zxing, effort, 'qr', () => false).search.symbols;
          }),
        );
        const right = texts.filter((text) => found.some((symbol) => symbol.text === text));
        tally.read.set(kind, (tally.read.get(kind) ?? 0) + right.length);
        tally.wrong.push(
          ...found.filter(({ text }) => !texts.includes(text)).map(({ text }) => `${effort}, ${kind} ${seed}: ${text}`),
        );
        if (values.verbose && right.length < texts.length) console.error(`${effort} misses ${kind} ${seed}`);
      }
    }
  }
  const all = [...asked.values()].reduce((sum, n) => sum + n, 0);
  const total = ({ read }: Tally) => [...read.values()].reduce((sum, n) => sum + n, 0);
  const row = (name: string, cells: readonly (string | number)[]) => `| ${[name, ...cells].join(' | ')} |`;
  const lines = [
    '# Synthetic photographs',
    '',
    `${new Date().toISOString().slice(0, 10)}: ${seeds.length} pictures a kind${values.half ? ` (${values.half})` : ''}, ` +
      `${cpus().length} cores (${process.platform} ${process.arch}), Node ${process.versions.node}. Symbols read; processor ` +
      'milliseconds of one thread, luminance to answer, median / mean / 95th percentile. `npm run bench -- decodeSynthetic`',
    '',
    row('', ['symbols', ...efforts]),
    row(
      '---',
      [...efforts, ''].map(() => '---:'),
    ),
    ...kinds.map((kind) => row(kind, [asked.get(kind)!, ...tallies.map(({ read }) => read.get(kind)!)])),
    row('**all**', [all, ...tallies.map(total)]),
    row('other texts', ['', ...tallies.map(({ wrong }) => wrong.length)]),
    row('ms', [
      '',
      ...tallies.map(({ ms }) => {
        const { median, mean, p95 } = timesOf(ms);
        return [median, mean, p95].map((v) => v.toFixed(0)).join(' / ');
      }),
    ]),
    ...tallies.flatMap(({ wrong }) => wrong).map((line, i) => (i ? `- ${line}` : `\n- ${line}`)),
  ];
  const report = `${lines.join('\n')}\n`;
  writeFileSync(values.out, report);
  process.stdout.write(report);
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
});
