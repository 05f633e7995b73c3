/**
 * What holds for all rules together: their fixes converge, and none of them changes another's
 * result.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutate, numbers } from '../../../bench/fuzz/mutate';
import { sources } from '../../../bench/fuzz/sources';
import { corpus } from '../../../bench/lintCorpus';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { lint } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import { roundOfFixes } from '../../../src/worker/compliance/roundOfFixes';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { Finding } from '../../../src/worker/protocol/finding';
import { readFixtures } from './ruleFixtures';

const fixtures = readFixtures().map(({ uri, text, files }) => ({ uri, text, files }));
const none = { text: () => null };
const made = corpus()
  .filter(({ text }) => text.length < 2500)
  .map(({ name, text }) => ({ uri: `file:///w/${name}`, text, files: none }));
/** Files whose syntax is broken: what a fix adds may not be found again. */
const broken = [
  { uri: 'file:///w/Dockerfile', text: 'FROM debian:13\nCOPY <<EOF /x\ntext\n', files: none },
  {
    uri: 'file:///w/compose.yaml',
    text: 'services:\n  a: {image: a}\n  b:\n    logging: {driver: ${D}}\n',
    files: none,
  },
  { uri: 'file:///w/daemon.json', text: '{ "log-opts": "log-driver": "json-file, "max-size": "10m" }', files: none },
  { uri: 'file:///w/run.sh', text: 'docker run -d -- app:1\n', files: none },
  { uri: 'file:///w/compose.yaml', text: 'services:\n  a: {image: a}\n---\nx: 1\n', files: none },
];
const damaged = [...sources()].flatMap(([, files]) =>
  Array.from({ length: 60 }, (_, n) => {
    const pick = numbers(17, n);
    const { uri, text } = files[pick(files.length)]!;
    return { uri, text: mutate(text, files, pick), files: none };
  }),
);
const samples = [...fixtures, ...made, ...broken];
type Sample = (typeof samples)[number];

const judge = ({ uri, files }: Sample, text: string, more: Partial<LintContext> = {}): Finding[] =>
  lint({ uri, text }, { files, locale: 'en', profile: 'mlps3', today: '2026-11-23', group: false, ...more }).findings;

/**
 * The text after round upon round of fixes, as `--fix` does it; undefined when the rounds do not
 * end.
 */
function fixed(sample: Sample, text: string, unsafe: boolean): string | undefined {
  let current = text;
  for (let round = 0; round < 12; round++) {
    const fixes = roundOfFixes(current, judge(sample, current), unsafe);
    if (fixes.length === 0) return current;
    current = applyEdits(
      current,
      fixes.flatMap((fix) => fix.edits),
    );
  }
  return undefined;
}

const anySample = fc.constantFrom(...samples);

describe('all fixes together', () => {
  it.each([['safe'], ['unsafe']])('%s ones leave nothing to fix, so that fixing twice is fixing once', (which) => {
    const broken = samples.filter((sample) => fixed(sample, sample.text, which === 'unsafe') === undefined);
    expect(broken.map(({ uri, text }) => ({ uri, text }))).toEqual([]);
  });

  it('do so in damaged files too', () => {
    const endless = damaged.filter((sample) => fixed(sample, sample.text, true) === undefined);
    expect(endless.map(({ uri, text }) => ({ uri, text }))).toEqual([]);
  });
});

describe('rules', () => {
  it('do not change each other: some of them find what they find among all', () => {
    const property = fc.property(anySample, fc.subarray([...rules], { minLength: 1 }), (sample, some) => {
      const ids = new Set<string>(some.map(({ id }) => id));
      const among = judge(sample, sample.text).filter(({ rule }) => ids.has(rule));
      const alone = judge(sample, sample.text, { rules: some }).filter(({ rule }) => ids.has(rule));
      expect(alone).toEqual(among);
    });
    fc.assert(property, { numRuns: 300, seed: 5 });
  });
});
