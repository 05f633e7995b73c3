/** Damaged deployment files by the hundred thousand: no exception, no file over a second, every range inside, every edit applicable. `npx tsx bench/fuzzLint.ts [FILES A KIND] [SEED] [KIND…]` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../src/worker/compliance/applyEdits';
import { linesOf } from '../src/worker/compliance/documents/lines';
import { kindOf } from '../src/worker/compliance/kinds';
import { lint } from '../src/worker/compliance/lint';
import type { Position } from '../src/worker/protocol/finding';
import { readFixtures } from '../test/worker/compliance/ruleFixtures';
import { corpus } from './lintCorpus';

const count = Number(process.argv[2] ?? 200_000);
const seed = Number(process.argv[3] ?? 1);
const wanted = process.argv.slice(4);
const SLOW_MS = 1000;
const SCRAPS = [
  ...[
    '\t',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\\\n',
    '\\',
    '`\n',
    '<<EOF\n',
    'EOF\n',
    '&a ',
    '*a',
    '<<: *a\n',
    '${',
    '}',
    '$$',
    '$(',
    ')',
    '"',
    "'",
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ':',
    ': ',
    '- ',
    '#',
    ' # ',
    '|\n',
    '>-\n',
    '? ',
    '---\n',
    '!reset ',
    '!override []',
    '\u0000',
    '\ufeff',
    '😀',
    '\ud800',
  ],
  ...[
    'FROM ',
    'FROM a AS b\n',
    'RUN ',
    'ONBUILD ',
    'COPY --from=',
    'services:\n',
    '  web:\n',
    'image: ',
    'extends: ',
    'ports:\n',
    '@sha256:',
    '-->',
  ],
  ...[
    '# mlps-lint disable-next-line',
    '```\n',
    '```sh\n',
    '```yaml\n',
    'docker run ',
    '--privileged ',
    '-p 80:80 ',
    '-e A=',
    '&& ',
    '|| ',
    '; ',
    '| ',
  ],
  ...[
    'if ',
    'then\n',
    'fi\n',
    'case x in\n',
    'esac\n',
    'do ',
    'done\n',
    '$(( ',
    'run: |\n',
    'ExecStart=',
    'define x\n',
    'endef\n',
    '\t@',
    '# escape=`\n',
  ],
];

/** The same numbers for the same seed (xorshift). */
function numbers(from: number): (below: number) => number {
  let state = from * 2654435761 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function mutate(text: string, others: readonly { text: string }[], pick: (below: number) => number): string {
  let out = text;
  for (let i = pick(6); i >= 0; i--) {
    const at = pick(out.length + 1);
    const what = pick(8);
    if (what < 3) out = out.slice(0, at) + SCRAPS[pick(SCRAPS.length)] + out.slice(at + (what === 0 ? pick(20) : 0));
    else if (what === 3) out = out.slice(0, at) + out.slice(at + pick(60));
    else if (what === 4) out = out.slice(0, at);
    else if (what === 5) out = out.slice(0, at) + out.slice(pick(at + 1), at) + out.slice(at);
    else if (what === 6) out = out.slice(0, at) + String.fromCharCode(pick(128)) + out.slice(at + 1);
    else {
      const other = others[pick(others.length)]!.text;
      const from = pick(other.length + 1);
      out = out.slice(0, at) + other.slice(from, from + pick(200)) + out.slice(at);
    }
  }
  return out.slice(0, 20_000);
}

/** What is wrong with the answer for a text; undefined when nothing is. */
function problemOf(uri: string, text: string, group: boolean, profile: 'recommended' | 'mlps3'): string | undefined {
  const lines = linesOf(text);
  const inside = ({ line, character }: Position) =>
    line < lines.starts.length && character >= 0 && character <= (lines.starts[line + 1] ?? text.length) - lines.starts[line]!;
  try {
    const judge = () => lint({ uri, text }, { files: { text: () => null }, locale: 'en', profile, today: '2026-11-23', group });
    const elapsed = (): number => {
      const start = performance.now();
      judge();
      return performance.now() - start;
    };
    // Another process may have had the processor: only what is slow three times is slow.
    const start = performance.now();
    const { findings } = judge();
    const ms = performance.now() - start;
    if (ms > SLOW_MS && elapsed() > SLOW_MS && elapsed() > SLOW_MS) return `slow: ${ms.toFixed(0)} ms`;
    for (const { rule, range, related, fixes } of findings) {
      if (![range, ...(related ?? []).map((r) => r.range)].every((r) => inside(r.start) && inside(r.end))) return `range: ${rule}`;
      for (const fix of fixes) {
        if (!fix.edits.every((e) => inside(e.range.start) && inside(e.range.end))) return `edit outside: ${rule}`;
        if (applyEdits(text, fix.edits) === text) return `edit without effect: ${rule}`;
      }
    }
    return undefined;
  } catch (error) {
    return `exception: ${(error as Error).stack?.split('\n').slice(0, 3).join(' ') ?? error}`;
  }
}

const sources = [...readFixtures(), ...corpus().map(({ name, text }) => ({ uri: `file:///w/${name}`, text }))].filter(
  (f) => f.text.length < 6000,
);
const kinds = new Map<ReturnType<typeof kindOf>, typeof sources>();
for (const file of sources) {
  const kind = kindOf(file.uri, file.text);
  kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
}
const rows: string[] = [];
const failures = new Map<string, { uri: string; text: string; times: number }>();
for (const [kind, files] of kinds) {
  if (!kind || (wanted.length > 0 && !wanted.includes(kind))) continue;
  const pick = numbers(seed);
  const start = performance.now();
  let bad = 0;
  for (let i = 0; i < count; i++) {
    const { uri, text } = files[pick(files.length)]!;
    const mutated = mutate(text, files, pick);
    const problem = problemOf(uri, mutated, i % 2 === 0, i % 3 === 0 ? 'recommended' : 'mlps3');
    if (!problem) continue;
    bad++;
    const key = `${kind} ${problem.replace(/\d+ ms/, '')}`;
    const known = failures.get(key);
    if (!known) {
      failures.set(key, { uri, text: mutated, times: 1 });
      console.error(`${kind} ${problem}\n${JSON.stringify({ uri, text: mutated })}`);
    } else known.times++;
  }
  rows.push(`| ${kind} | ${files.length} | ${count.toLocaleString('en')} | ${bad} | ${((performance.now() - start) / 1000).toFixed(0)} |`);
  console.log(rows.at(-1));
}
mkdirSync(join(__dirname, 'results'), { recursive: true });
writeFileSync(
  join(__dirname, `results/fuzzLint.md`),
  `# Damaged deployment files\n\nSeed ${seed}. \`npx tsx bench/fuzzLint.ts ${count}\`: no exception, none over ${SLOW_MS} ms, every range inside, every edit applicable.\n\n| kind | files to damage | damaged | failures | seconds |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
);
process.exitCode = failures.size > 0 ? 1 : 0;
