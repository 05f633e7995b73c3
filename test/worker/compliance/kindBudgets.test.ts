/**
 * Every kind of file by its own fixture, many times over: four times the text takes no square of the
 * time, and 100 kB of each fit into a small heap together.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import { type Kind, kinds } from '../../../src/worker/protocol/fileKinds';
import { growthOf, MAX_GROWTH } from './growth/growthOf';
import { kindExamples } from './kindExamples';
import { ROOT } from './ruleFixtures';

const examples = kindExamples();

/** The longest that rules find something in. */
function example(kind: Kind) {
  const [longest] = examples
    .get(kind)!
    .filter(({ verdict }) => verdict !== 'valid')
    .sort((a, b) => b.text.length - a.text.length);
  const { uri, text } = longest!;
  return { uri, repeated: (kilobytes: number) => text.repeat(Math.ceil((kilobytes * 1024) / text.length)) };
}

it.each(kinds)('%s takes no more time than a longer text is due', (kind) => {
  const { uri, repeated } = example(kind);
  const judge = (text: string) => () =>
    void lint({ uri, text }, { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-23' });
  expect(growthOf(judge(repeated(20)), judge(repeated(80)))).toBeLessThan(MAX_GROWTH);
});

const folder = mkdtempSync(join(tmpdir(), 'kind-budgets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is held of a file goes with it: the heap is no larger than one of them needs. */
const HEAP_MB = 96;
const KILOBYTES = 100;

it(`all kinds together, ${KILOBYTES} kB of each, are judged in a heap of ${HEAP_MB} MB`, () => {
  const names = kinds.map((kind) => {
    const { uri, repeated } = example(kind);
    const name = join(folder, kind, uri.slice(ROOT.length));
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, repeated(KILOBYTES));
    return name;
  });
  const args = [`--max-old-space-size=${HEAP_MB}`, 'dist/cli.js', 'lint', ...names, '--profile', 'mlps3'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, '--format', 'json', '--no-config'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, QR_CODE_MASTER_AUDIT: 'off' },
  });
  // Where memory does not do, Node ends with another code and says nothing on stdout; 2: a machine
  // that is busy with others let a deadline pass.
  expect([0, 1, 2], stderr.slice(0, 500)).toContain(status);
  expect(names.filter((name) => !stdout.includes(name))).toEqual([]);
});
