/** Damaged files: no exception, no hang, every range inside the document, every edit applicable. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { linesOf } from '../../../src/worker/compliance/documents/text/lines';
import { lint, MAX_CHARACTERS } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import type { Position } from '../../../src/worker/protocol/finding';
import { readFixtures } from './ruleFixtures';

const context: LintContext = { files: { text: () => null }, locale: 'zh-cn', profile: 'mlps3', today: '2026-11-23' };
const texts = readFixtures().map(({ uri, text }) => ({ uri, text }));
const RUNS = Number(process.env.FUZZ_RUNS ?? 500);

const snippet = fc.oneof(
  fc.constantFrom(
    ...[
      '\t',
      '\r\n',
      '\r',
      '\\\n',
      '<<EOF',
      '&a',
      '*a',
      '<<: *a',
      '${',
      '}',
      '$$',
      '"',
      "'",
      '[',
      '{',
      ':',
      '- ',
      '#',
      '|',
      '\u0000',
      '\ufeff',
      '😀',
      '#',
      'FROM ',
      'services:\n',
      '@sha256:',
      '-->',
      '# mlps-lint disable-next-line',
      '!reset',
      '---\n',
      '? ',
    ],
  ),
  fc.string({ maxLength: 8 }),
);
const mutation = fc.record({ at: fc.nat(), remove: fc.nat({ max: 30 }), insert: snippet });

const mutate = (text: string, mutations: { at: number; remove: number; insert: string }[]) =>
  mutations.reduce((t, m) => {
    const at = m.at % (t.length + 1);
    return t.slice(0, at) + m.insert + t.slice(at + m.remove);
  }, text);

function check(uri: string, text: string): void {
  const lines = linesOf(text);
  const inside = ({ line, character }: Position) =>
    line < lines.starts.length && character <= (lines.starts[line + 1] ?? text.length) - lines.starts[line]!;
  for (const group of [true, false]) {
    const { findings, failed } = lint({ uri, text }, { ...context, group });
    expect(failed).toBeUndefined();
    for (const finding of findings) {
      expect(inside(finding.range.start) && inside(finding.range.end)).toBe(true);
      for (const fix of finding.fixes.filter((f) => f.uri === undefined)) {
        expect(fix.edits.every((e) => inside(e.range.start) && inside(e.range.end))).toBe(true);
        expect(applyEdits(text, fix.edits)).not.toBe(text);
      }
    }
  }
}

describe('damaged files', () => {
  it('never break the linter', () => {
    const property = fc.property(
      fc.constantFrom(...texts),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      (file, mutations) => check(file.uri, mutate(file.text, mutations)),
    );
    fc.assert(property, { numRuns: RUNS, seed: 7 });
  }, 600_000);

  const bad: [string, string, string][] = [
    ['tabs', 'compose.yaml', 'services:\n\tweb:\n\t\timage: nginx\n'],
    ['anchor loop', 'compose.yaml', 'services: &a\n  web: &b\n    image: nginx\n    <<: *b\n    x: *a\n  loop: *a\n'],
    ['extends loop', 'compose.yaml', 'services:\n  a:\n    extends: b\n  b:\n    extends: a\n'],
    [
      'many aliases',
      'compose.yaml',
      `a: &a [x]\n${[...Array(40)].map((_, i) => `b${i}: &b${i} [*a, *a]\n`).join('')}services: {w: {image: x, ports: *a}}\n`,
    ],
    ['deep nesting', 'compose.yaml', `services:\n  a: ${'['.repeat(5000)}`],
    ['deepest nesting', 'compose.yaml', `services:\n  a: ${'['.repeat(200_000)}`],
    ['nested dashes', 'compose.yaml', `services:\n  ${'- '.repeat(100_000)}`],
    ['5 MB line', 'compose.yaml', `services:\n  web:\n    image: ${'x'.repeat(5_000_000)}\n`],
    ['1 MB line', 'compose.yaml', `services:\n  web:\n    image: ${'x'.repeat(1_000_000)}\n`],
    ['1 MB Dockerfile line', 'Dockerfile', `FROM ${'a$'.repeat(500_000)}\nRUN ${'"'.repeat(200_001)}`],
    ['open heredocs', 'Dockerfile', `FROM a:1\nRUN ${'<<A '.repeat(2000)}\n${'x\n'.repeat(2000)}`],
    ['syntax error', 'Dockerfile', 'FROM\nFRO x\nRUN\nCOPY --from\nUSER\nONBUILD\nONBUILD ONBUILD RUN x\n'],
    ['20 MB log', 'Dockerfile', '2026-11-23 INFO something happened\n'.repeat(600_000)],
    ['2 MB log', 'Dockerfile', '2026-11-23 INFO something happened\n'.repeat(60_000)],
    ['only continuation', 'Dockerfile', `FROM a \\\n${'\\\n'.repeat(50_000)}`],
  ];
  it.each(bad)('%s', (_, name, text) => {
    const start = performance.now();
    check(`file:///w/${name}`, text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('says so when a file is too large, or has a syntax error', () => {
    const large = lint({ uri: 'file:///w/Dockerfile', text: 'x'.repeat(MAX_CHARACTERS + 1) }, context);
    expect(large.findings.map((f) => f.rule)).toEqual(['MLPS-DOC-001']);
    const tabs = lint({ uri: 'file:///w/compose.yaml', text: 'services:\n\tweb:\n\t\timage: nginx\n' }, context);
    expect(tabs.findings.map((f) => f.rule)).toContain('MLPS-DOC-002');
    const word = lint({ uri: 'file:///w/Dockerfile', text: 'FROM scratch\nFOO bar\nUSER 1\n' }, context);
    expect(word.findings.map((f) => [f.rule, f.range.start.line, f.range.end.character])).toEqual([
      ['MLPS-DOC-002', 1, 3],
    ]);
  });
});
