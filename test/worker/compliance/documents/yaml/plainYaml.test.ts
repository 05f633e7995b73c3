/** The short way for plain YAML: where it answers, it answers what the whole reader answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeFile } from '../../../../../bench/lintCorpus';
import { readPlainYaml } from '../../../../../src/worker/compliance/documents/yaml/plainYaml';
import { parseAnyYaml } from '../../../../../src/worker/compliance/documents/yaml/yaml';
import { readFixtures } from '../../ruleFixtures';

const RUNS = Number(process.env.FUZZ_RUNS ?? 3000);
const texts = [
  ...readFixtures()
    .filter(({ uri }) => /\.ya?ml$/.test(uri))
    .map(({ text }) => text),
  composeFile(3),
  'on:\n  push:\n    branches: [main, "v*"]\njobs:\n  a:\n    steps:\n    - uses: a@v1\n      with: {a: b, c: }\n    - run: |\n        a\n          b\n\n        c\n    - name: d\n',
];
const read = (text: string) => readPlainYaml('u', text, 0, text.length);

/** False when the short way gave up. */
function agree(text: string): boolean {
  const root = read(text);
  if (root === undefined) return false;
  const whole = parseAnyYaml('u', text);
  expect({ text, root, problems: [] }).toEqual({ text, root: whole.root, problems: whole.problems });
  return true;
}

const scrap = fc.constantFrom(
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '    ',
    '#',
    ' # c',
    ': ',
    ':',
    '- ',
    '-',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    "''",
    '|',
    '|-\n',
    '>',
  ],
  ...[
    '&a ',
    '*a',
    '!x ',
    '? ',
    '---',
    '...\n',
    '%',
    '@',
    '`',
    '~',
    'null',
    '\\',
    'a: b',
    '\n- x\n',
    '\n  k: v\n',
    '<<: ',
    '=',
    '\ufeff',
    '\u00a0',
    '\u0085',
    'é',
  ],
);
const mutation = fc.record({ at: fc.nat(), remove: fc.nat({ max: 6 }), insert: scrap });
const mutate = (text: string, mutations: { at: number; remove: number; insert: string }[]) =>
  mutations.reduce((t, m) => {
    const at = m.at % (t.length + 1);
    return t.slice(0, at) + m.insert + t.slice(at + m.remove);
  }, text);

describe('plain YAML', () => {
  it('is what most deployment files are', () => {
    expect(texts.filter(agree).length / texts.length).toBeGreaterThan(0.7);
    expect(texts.map((text) => text.replaceAll('\n', '\r\n')).filter(agree).length / texts.length).toBeGreaterThan(0.6);
  });

  it('gives up on what needs a whole reader', () => {
    const others = [
      'a: &b c\nd: *b\n',
      'a: b\n  c\n',
      'a: "b\\n"\n',
      'a:\n\tb: c\n',
      '---\na: b\n',
      'a: b: c\n',
      '? a\n: b\n',
      'a: [b,\n  c]\n',
      'a: !x b\n',
    ];
    for (const text of others) expect([text, read(text)]).toEqual([text, undefined]);
  });

  it('agrees with the whole reader on damaged texts', () => {
    const property = fc.property(
      fc.constantFrom(...texts),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (text, mutations) => {
        agree(mutate(text, mutations));
      },
    );
    fc.assert(property, { numRuns: RUNS, seed: 11 });
  }, 3_600_000);

  it('reads a part of a text at its place', () => {
    const text = '```yaml\na: [b]\n```\n';
    expect(readPlainYaml('u', text, 8, 15)).toEqual(parseAnyYaml('u', '        a: [b]\n').root);
  });
});
