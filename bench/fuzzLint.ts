/**
 * Damaged deployment files by the hundred thousand: no exception, no file over a second, every
 * range inside, every edit applicable. `npx tsx bench/fuzzLint.ts [--count FILES] [--seed N]
 * [--state FILE] [--file N] [KIND…]`; a run that was stopped goes on where it was. The report is
 * written from the state file, by default the one of a full run beside it; `--file N` judges and
 * prints one file of a kind.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutate, numbers } from './fuzz/mutate';
import { type FuzzKind, problemOf } from './fuzz/problemOf';
import { type Source, sources } from './fuzz/sources';
import { type KindState, markdown, readState, writeState } from './fuzz/state';
import { watchdog } from './fuzz/watchdog';

const BLOCK = 1000;
const folder = join(__dirname, 'results');
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: text, seed: text, state: text, file: text },
});
const seed = Number(values.seed ?? 1);
const count = Number(values.count ?? 200_000);
const statePath = values.state ?? join(folder, 'fuzzLint.json');
const all = sources();
const wanted = (positionals.length > 0 ? positionals : [...all.keys()]) as FuzzKind[];

/** The same kind, seed and number give the same text. */
function damaged(files: readonly Source[], file: number): Source {
  const pick = numbers(seed, file);
  const { uri, text } = files[pick(files.length)]!;
  return { uri, text: mutate(text, files, pick) };
}

function judge(kind: FuzzKind, { uri, text }: Source, file: number): string | undefined {
  return problemOf(kind, uri, text, { group: file % 2 === 0, profile: file % 3 === 0 ? 'recommended' : 'mlps3' });
}

function runBlock(kind: FuzzKind, files: readonly Source[], state: KindState, alive: (file: number) => void): void {
  const start = process.cpuUsage();
  const end = Math.min(count, state.done + BLOCK);
  for (; state.done < end; state.done++) {
    alive(state.done);
    const source = damaged(files, state.done);
    const problem = judge(kind, source, state.done);
    if (!problem) continue;
    state.failed++;
    const known = state.failures.find((f) => f.problem === problem);
    if (known) known.times++;
    else {
      state.failures.push({ file: state.done, problem, times: 1, ...source });
      console.error(`${kind} ${state.done}: ${problem}`);
    }
  }
  const { user, system } = process.cpuUsage(start);
  state.seconds += (user + system) / 1e6;
}

if (values.file !== undefined) {
  for (const kind of wanted) {
    const source = damaged(all.get(kind)!, Number(values.file));
    console.log(source.text, judge(kind, source, Number(values.file)) ?? 'nothing wrong');
  }
} else {
  mkdirSync(folder, { recursive: true });
  const state = readState(statePath, seed);
  const dog = watchdog();
  for (const kind of wanted) {
    const files = all.get(kind) ?? [];
    state.kinds[kind] ??= { sources: files.length, done: 0, failed: 0, seconds: 0, failures: [] };
    while (files.length > 0 && state.kinds[kind].done < count) {
      runBlock(kind, files, state.kinds[kind], (file) => dog.alive(kind, file));
      writeState(statePath, state);
    }
  }
  writeFileSync(statePath.replace(/(\.json)?$/, '.md'), markdown(state));
  process.exitCode = wanted.some((kind) => state.kinds[kind]!.failed > 0) ? 1 : 0;
  dog.end();
}
