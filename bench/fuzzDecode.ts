/**
 * Damaged picture files through a decode thread: no crash, no hang, and how much memory that takes.
 * `npm run bench -- fuzzDecode [--count N] [--seed N] [--only ENDING,…] [--corpus DIR]`; the pictures to
 * damage are the samples and the tests' own, of each format or of those endings, with --corpus also
 * small ones of that folder. A run with --only is not recorded.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { spawnNodeDecodeThread } from '../src/worker/hosts/spawnNodeDecodeThread';
import type { DecodedPicture } from '../src/worker/protocol/picture';
import { isPictureName } from '../src/worker/protocol/pictureFiles';
import { createDecodePool } from '../src/worker/qr/decode/pool';
import { loadCorpus } from './decode/corpus';
import { damage } from './fuzz/damage';
import { numbers } from './fuzz/mutate';

const SMALL = 60_000;
const TIMEOUT_MS = 10_000;
/** Codes that a damaged file may be answered with. */
const EXPECTED = /^picture-/;

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { count: text, seed: text, only: text, corpus: text } });
const count = Number(values.count ?? 20_000);
const seed = Number(values.seed ?? 1);
const root = join(__dirname, '..');

function sources(): Uint8Array[] {
  const files = ['samples/pictures', 'test/fixtures/animation', 'test/fixtures/jpeg', 'test/fixtures/tiff']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
    .concat(join(root, 'test/fixtures/icon.ico'))
    .filter(isPictureName);
  const more = values.corpus ? loadCorpus(values.corpus).map(({ file }) => file) : [];
  const endings = values.only?.split(',');
  return [...files, ...more.filter((file) => statSync(file).size < SMALL)]
    .filter((file) => endings?.includes(extname(file).slice(1)) ?? true)
    .map((file) => new Uint8Array(readFileSync(file)));
}

/** Largest resident memory of this process so far, MB. */
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function main(): Promise<void> {
  const pictures = sources();
  const before = peakMegabytes();
  const pool = createDecodePool({ spawn: () => spawnNodeDecodeThread(join(root, 'dist')), size: 1 });
  const answers = new Map<string, number>();
  const failures: string[] = [];
  const overran: number[] = [];
  let slowest = 0;
  const loads = Array.from({ length: count }, (_, file) => async () => {
    const pick = numbers(seed, file);
    return { name: `${file}`, bytes: damage(pictures[pick(pictures.length)]!, pictures, pick) };
  });
  const start = performance.now();
  await pool.decodeInOrder(loads, { timeoutMs: TIMEOUT_MS }, ({ error, symbols, ms }: DecodedPicture, file) => {
    const answer = error ? error.code : symbols.length > 0 ? 'read' : 'no symbol';
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    slowest = Math.max(slowest, ms);
    if (error?.code === 'decode-timeout') overran.push(file);
    else if (error && !EXPECTED.test(error.code)) failures.push(`${file}: ${error.code}`);
  });
  // Others may have had the processor: only what overruns its time again is too slow.
  for (const file of overran) {
    const { error } = await pool.decode(await loads[file]!(), { timeoutMs: TIMEOUT_MS });
    if (error && !EXPECTED.test(error.code)) failures.push(`${file}: ${error.code}`);
  }
  pool.close();
  const lines = [
    '# Damaged picture files',
    '',
    `Seed ${seed}, ${count.toLocaleString('en')} files out of ${pictures.length} pictures, one decode thread, effort normal. \`npm run bench -- fuzzDecode --count ${count}${values.only ? ` --only ${values.only}` : ''}\`${values.corpus ? ' (with a corpus)' : ''}.`,
    '',
    '| answer | files |',
    '| --- | --- |',
    ...[...answers].sort((a, b) => b[1] - a[1]).map(([answer, files]) => `| ${answer} | ${files} |`),
    '',
    `Crashes, time-outs (twice) and unexpected answers: ${failures.length}${failures.length > 0 ? ` (${failures.slice(0, 20).join(', ')})` : ''}. Slowest ${slowest.toFixed(0)} ms, all ${((performance.now() - start) / 1000).toFixed(0)} s.`,
    `Memory of the whole process at its largest ${peakMegabytes().toFixed(0)} MB, before the thread started ${before.toFixed(0)} MB.`,
  ];
  const report = `${lines.join('\n')}\n`;
  if (!values.only) writeFileSync(join(__dirname, 'results/fuzzDecode.md'), report);
  process.stdout.write(report);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

main();
