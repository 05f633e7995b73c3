/**
 * Bash itself says how text splits into words and which commands run; skipped where there is no
 * bash.
 */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../../../../src/worker/compliance/documents/shell/shell';

const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;
const RUNS = 300;

/** What each script prints: calls of `c`, each with its arguments. */
function bashCalls(scripts: string[]): string[][][] {
  const body = scripts.map((s) => `{\n${s}\n}\nprintf '\\3'\n`).join('');
  const run = spawnSync('bash', ['--norc', '-fs'], {
    input: `c() { [ $# -gt 0 ] && printf '%s\\1' "$@"; printf '\\2'; }\nunset N\n${body}`,
    encoding: 'utf8',
    env: { LC_ALL: 'C.UTF-8' },
  });
  expect(run.stderr).toBe('');
  return run.stdout
    .split('\x03')
    .slice(0, -1)
    .map((s) =>
      s
        .split('\x02')
        .slice(0, -1)
        .map((call) => call.split('\x01').slice(0, -1)),
    );
}

const ourCalls = (script: string): string[][] =>
  parseShell(script)
    .filter((c) => c.words[0]?.known === 'c')
    .map((c) => c.words.slice(1).map((w) => w.resolved));

const plain = fc.constantFrom(
  'a',
  'B',
  '0',
  '-',
  '=',
  ':',
  '/',
  '.',
  ',',
  '#',
  '%',
  '+',
  '@',
  '^',
  'é',
  '汉',
  '}',
  ']',
);
const inSingle = fc
  .array(fc.constantFrom('a', ' ', '"', '\\', '$', '`', '#', ';', '\n', '\t', '(', '汉'), { maxLength: 5 })
  .map((x) => `'${x.join('')}'`);
const escaped = fc.constantFrom(...' a$`"\\;&|<>()#\'*'.split('').map((x) => `\\${x}`), '\\\n');
const expansion = fc.constantFrom(
  '$V.',
  '${V}',
  '${N:-d}',
  '${N-d e}',
  "${N:-'x y'}",
  '${V:-no}',
  '${V:+yes}',
  '$W/',
  '${E:-z}',
  '${E-z}',
);
const inDouble = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', ' ', "'", '#', ';', '\n', '(', '\\"', '\\$', '\\\\', '\\a', '\\`', '汉', '\\\n'),
      expansion,
    ),
    {
      maxLength: 5,
    },
  )
  .map((x) => `"${x.join('')}"`);
const ansi = fc
  .array(fc.constantFrom('a', ' ', '"', '\\n', "\\'", '\\\\', '\\x41', '\\t'), { maxLength: 4 })
  .map((x) => `$'${x.join('')}'`);
const word = fc
  .array(fc.oneof(plain, inSingle, escaped, inDouble, expansion, ansi), { minLength: 1, maxLength: 4 })
  .map((x) => x.join(''))
  .filter((w) => !/^[#}!]|^\]\]$/.test(w) && !/^(\\\n)+#/.test(w));
const call = fc.array(word, { maxLength: 5 }).map((w) => ['c', ...w].join(' '));

const SET = "V='p q'\nW=w\nE=\n";

describe.skipIf(!hasBash)('bash as oracle', { timeout: 120_000 }, () => {
  it('splits words as bash does', () => {
    const scripts = fc.sample(call, { numRuns: RUNS, seed: 11 }).map((s) => SET + s);
    bashCalls(scripts).forEach((calls, i) => {
      expect({ script: scripts[i], calls: ourCalls(scripts[i]!) }).toEqual({ script: scripts[i], calls });
    });
  });

  it('finds the commands that bash runs', () => {
    const simple = fc.constantFrom('c a', "c 'b c'", 'c "$W" 2>/dev/null', 'X=1 c d', '! c e', 'c \\\n h', 'c i 2>&1');
    const node = fc.letrec((tie) => ({
      list: fc
        .array(fc.tuple(tie('item'), fc.constantFrom('; ', '\n', ' ;\n# c x\n')), { minLength: 1, maxLength: 4 })
        .map((x) => (x as [string, string][]).map((p) => p.join('')).join('')),
      item: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        simple,
        tie('list').map((l) => `( ${l} )`),
        tie('list').map((l) => `{ ${l} }`),
        tie('list').map((l) => `if true; then ${l} fi`),
        tie('list').map((l) => `if false; then :; else ${l} fi`),
        tie('list').map((l) => `for x in 1; do ${l} done`),
        tie('list').map((l) => `case a in b) : ;; a|c) ${l} ;; esac`),
        tie('list').map((l) => `[[ a == a && ( b < c ) ]] && { ${l} }`),
        tie('list').map((l) => `f() { ${l} }; f`),
        tie('list').map((l) => `(( 1 < 2 )) && ( ${l} )`),
        fc.tuple(simple, simple).map(([a, b]) => `: c x <<'E'; ${a}; : <<-F; ${b}\nc not "\nE\n\tc nor\n\tF\n:`),
        simple.map((s) => `echo "$(${s})" | tr -d '\\n'`),
      ),
    })).list as fc.Arbitrary<string>;
    const scripts = fc.sample(node, { numRuns: 80, seed: 5 }).map((s) => `W=w\n${s}`);
    bashCalls(scripts).forEach((calls, i) => {
      expect({ script: scripts[i], calls: ourCalls(scripts[i]!) }).toEqual({ script: scripts[i], calls });
    });
  });
});
