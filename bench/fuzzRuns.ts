/**
 * Long runs of one motif at random places of every kind's examples: what takes a square of the
 * time. `npm run bench -- fuzzRuns [--count TRIES] [--seed N]`; one line for each kind and motif, the
 * last line says how many were tried.
 */
import { parseArgs } from 'node:util';
import { lint } from '../src/worker/compliance/lint';
import { numbers } from './fuzz/mutate';
import { type Source, sources } from './fuzz/sources';
import { lintContext } from './lintContext';
import { processorMs } from './processorMs';

const MOTIFS = [
  ...'\t\n\r\u2028 !"#$%&\'()*+,-./09:;<=>?@AZ[\\]^_`a{|}~\u4e00',
  ...['${{', '$[[', '$[', '$(', '${', '<<', '{{', '{%', '{}', '[]', '()', '][', '](', '/*', '*/', '<!--', '//', '--'],
  ...[
    'a=',
    'a.',
    'a:',
    'a ',
    'a-',
    'a_',
    'a/',
    '@a',
    '-a',
    '1.',
    '1,',
    'A=',
    '="',
    "='",
    '-e ',
    's|',
    '; ',
    '&& ',
    '$a',
  ],
  ...['\\\n', '\n#', '\n ', '\n-', ' #', 'http://', '://', 'x@x'],
];
/** Characters of a run, and of one four times as long. */
const SHORT = 10_000;
const LONG = 4 * SHORT;
/** Less is told by nobody. */
const LEAST_MS = 60;
/** Four is linear; collecting garbage comes at its own time. */
const SQUARE = 9;
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { count: text, seed: text } });
const count = Number(values.count ?? 20_000);
const seed = Number(values.seed ?? 1);
const kinds = [...sources()].flatMap(([kind, files]) =>
  kind === 'config' || files.length === 0 ? [] : [{ kind, files }],
);
const ms = (source: Source) => processorMs(() => lint(source, lintContext));

const told = new Set<string>();
for (let i = 0; i < count; i++) {
  const pick = numbers(seed, i);
  const { kind, files } = kinds[pick(kinds.length)]!;
  const { uri, text } = files[pick(files.length)]!;
  const motif = MOTIFS[pick(MOTIFS.length)]!;
  const at = pick(text.length + 1);
  const subject = `${kind} ${JSON.stringify(motif)}`;
  if (told.has(subject)) continue;
  const withRun = (size: number): Source => ({
    uri,
    text: text.slice(0, at) + motif.repeat(size / motif.length) + text.slice(at),
  });
  const long = ms(withRun(LONG));
  if (long < LEAST_MS) continue;
  const short = Math.min(ms(withRun(SHORT)), ms(withRun(SHORT)));
  const again = Math.min(long, ms(withRun(LONG)));
  if (again < LEAST_MS || again < short * SQUARE) continue;
  told.add(subject);
  const before = JSON.stringify(text.slice(Math.max(0, at - 40), at));
  console.log(`${subject} behind ${before}: ${short.toFixed(0)} ms for ${SHORT}, ${again.toFixed(0)} ms for ${LONG}`);
}
console.log(`${told.size} of ${count} runs took a square of the time (seed ${seed})`);
