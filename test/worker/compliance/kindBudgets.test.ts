/**
 * What every kind of file may cost, by the worst texts of it that we know: time for its size, in loops
 * of a fixed length that are measured beside it, and memory for its size. And by its own fixture, many
 * times over, four times the text takes no square of the time.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';
import { type Kind, kinds } from '../../../src/worker/protocol/fileKinds';
import { growthOf, MAX_GROWTH } from './growth/growthOf';
import { loopsOf } from './growth/loopsOf';
import { worstTexts } from './growth/worstTexts';
import { kindExamples } from './kindExamples';
import { ROOT } from './ruleFixtures';

/** Time of 100 kB, in fixed loops: three times what was measured. */
const LOOPS: Record<Kind, number> = {
  dockerfile: 100,
  compose: 700,
  env: 9,
  ci: 3,
  crontab: 45,
  shell: 85,
  makefile: 45,
  jenkins: 25,
  systemd: 7,
  daemon: 42,
  sshd: 6,
  selinux: 1,
  iptables: 85,
  nftables: 21,
  fail2ban: 8,
  firewalld: 21,
  logrotate: 5,
  journald: 2,
  requirements: 4,
  jinja: 17,
  python: 180,
  rsyslog: 15,
  logStore: 6,
  logAgent: 9,
  tmpfiles: 2,
  markdown: 75,
  caddy: 8,
  traefik: 16,
  picture: 5,
  nginx: 45,
};
const worst = worstTexts(80);
const context = { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-23' } as const;
/** What any text costs, however small, is not its own. */
const sizeOf = (text: string) => Math.max(10, text.length / 1024);

it.each(kinds)('%s takes the time that it is due', (kind) => {
  const dear = worst.get(kind)!.flatMap(({ subject, uri, text }) => {
    const budget = (LOOPS[kind] * sizeOf(text)) / 100;
    const loops = loopsOf(() => void lint({ uri, text }, context), budget);
    return loops < budget ? [] : [`${subject}: ${loops.toFixed(1)} loops of ${budget.toFixed(1)}`];
  });
  expect(dear).toEqual([]);
});

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

/** Kilobytes of heap for each kilobyte of text, half as much again as was measured; few kinds take as much as they are given. */
const HEAP: Record<Kind, number> = {
  dockerfile: 400,
  compose: 4000,
  env: 40,
  ci: 40,
  crontab: 150,
  shell: 400,
  makefile: 150,
  jenkins: 40,
  systemd: 40,
  daemon: 300,
  sshd: 50,
  selinux: 40,
  iptables: 100,
  nftables: 40,
  fail2ban: 40,
  firewalld: 60,
  logrotate: 40,
  journald: 40,
  requirements: 40,
  jinja: 160,
  python: 150,
  rsyslog: 110,
  logStore: 50,
  logAgent: 40,
  tmpfiles: 40,
  markdown: 640,
  caddy: 40,
  traefik: 70,
  picture: 40,
  nginx: 400,
};
/** The linter itself, with what it has before the first text. */
const BASE_MB = 16;
/** Judges texts with no more heap than that; where it does not do, Node ends with another code. */
const JUDGE = `
const { lint } = require('./dist/linter.js');
const { texts, context } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
for (const { uri, text } of texts) lint({ uri, text }, { ...context, files: { text: () => null } });
`;

it.each(kinds)('%s takes the memory that it is due', (kind) => {
  const texts = worst.get(kind)!;
  const kilobytes = Math.max(40, ...texts.map(({ text }) => text.length / 1024));
  const heap = Math.ceil(BASE_MB + (HEAP[kind] * kilobytes) / 1024);
  const input = JSON.stringify({ texts, context });
  const { status, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, '-e', JUDGE], {
    input,
    encoding: 'utf8',
  });
  expect(status, `${heap} MB: ${stderr.slice(0, 500)}`).toBe(0);
});

const folder = mkdtempSync(join(tmpdir(), 'kind-budgets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * What is held of a file goes with it: the heap is no larger than one of them needs, and the report
 * of what was found in all, which takes the most.
 */
const HEAP_MB = 96;
const KILOBYTES = 60;

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
