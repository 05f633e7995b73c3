/**
 * Small texts that cost a machine minutes when anything in the linter grows faster than the text:
 * each takes well under a second.
 */
import { expect, it } from 'vitest';
import { MAX_FINDINGS_PER_RULE } from '../../../src/worker/compliance/boundReports';
import { lint } from '../../../src/worker/compliance/lint';
import { rules } from '../../../src/worker/compliance/rules/index';
import type { Rule } from '../../../src/worker/compliance/rules/rule';

import { grownTexts } from './growth/grownTexts';
import { grownTrees } from './growth/grownTrees';
import { growthOf, MAX_GROWTH } from './growth/growthOf';
import { many, PYTHON } from './growth/many';
import { smallTexts } from './growth/smallTexts';
import { treeFiles } from './treeFiles';

const CONTEXT = { locale: 'en', profile: 'mlps3', today: '2026-11-23', group: false } as const;
const resultOf = (name: string, text: string, env: string | null = null) =>
  lint(
    { uri: `file:///w/${name}`, text },
    { ...CONTEXT, files: { text: (uri) => (uri === 'file:///w/.env' ? env : null) } },
  );
const findingsOf = (...args: Parameters<typeof resultOf>) => resultOf(...args).findings;

const TIMEOUT_MS = 60_000;
const NAMES = many(200_000, () => 'a,');

it.each(smallTexts)(
  'answers %s',
  (_, name, text, env) => {
    expect(findingsOf(name, text, env).length).toBeLessThan(45 * MAX_FINDINGS_PER_RULE);
  },
  TIMEOUT_MS,
);

it.each(grownTexts)(
  'takes no more than the time that a fourfold text is due for %s',
  (_, name, size, make) => {
    const [small, large] = [make(size), make(size * 4)];
    const growth = growthOf(
      () => findingsOf(name, small),
      () => findingsOf(name, large),
    );
    expect(growth).toBeLessThan(MAX_GROWTH);
  },
  TIMEOUT_MS,
);

it.each(grownTrees)(
  'takes no more than the time that fourfold files are due for %s',
  (_, size, make) => {
    const judged = (tree: Readonly<Record<string, string>>) => {
      const named = Object.fromEntries(Object.entries(tree).map(([name, text]) => [`file:///w/${name}`, text]));
      const [uri, text] = Object.entries(named).at(-1)!;
      return lint({ uri, text }, { ...CONTEXT, files: treeFiles(named) });
    };
    const [small, large] = [make(size), make(size * 4)];
    const growth = growthOf(
      () => judged(small),
      () => judged(large),
    );
    expect(growth).toBeLessThan(MAX_GROWTH);
  },
  TIMEOUT_MS,
);

const long: [subject: string, name: string, text: string][] = [
  ['a quoted word of many variables', 'run.sh', `echo "${'$A'.repeat(200_000)}"\n`],
  ['a word of many substitutions within each other', 'run.sh', `echo ${'$('.repeat(200_000)}${')'.repeat(200_000)}\n`],
  ['capabilities in one word', 'run.sh', `docker run --cap-add ${'a,'.repeat(200_000)} nginx\n`],
  ['keys of one service', 'compose.yaml', `services:\n  a:\n    image: x\n${many(150_000, (i) => `    k${i}: v\n`)}`],
  ['locations of one server', 'nginx.conf', `http {\nserver {\nlisten 80;\n${'a{}'.repeat(600_000)}}\n}\n`],
  ['directives within one directive', 'Caddyfile', `example.org {\nhandle {\n${'a\n'.repeat(600_000)}}\n}\n`],
  ['names of one answer', 'app.py', `${PYTHON}@app.route('/')\ndef f(): return g([${NAMES}])\n`],
  [
    'variables of variables of one pipeline',
    'azure-pipelines.yml',
    `variables: {A: "${'$(B)'.repeat(2000)}", B: "${'$(C)'.repeat(2000)}", C: "${'$(D)'.repeat(2000)}", D: x}\nsteps:\n- script: echo $(A)\n`,
  ],
  ['variables of one pipeline', '.gitlab-ci.yml', `variables:\n${many(150_000, (i) => `  k${i}: v\n`)}`],
];

it.each(long)(
  'judges %s',
  (_, name, text) => {
    expect(resultOf(name, text).failed).toBeUndefined();
  },
  TIMEOUT_MS,
);

it('tells so many findings of one rule, and counts the rest as severely', () => {
  const findings = findingsOf('Dockerfile', `FROM alpine\n${'RUN sudo ls\n'.repeat(MAX_FINDINGS_PER_RULE + 7)}`);
  const sudo = findings.filter(({ rule }) => rule === 'MLPS-BLD-005');
  const rest = findings.filter(({ rule }) => rule === 'MLPS-DOC-001');
  expect(sudo).toHaveLength(MAX_FINDINGS_PER_RULE);
  expect(rest).toHaveLength(1);
  expect(rest[0]!.severity).toBe(sudo[0]!.severity);
  expect(rest[0]!.range.start.line).toBe(MAX_FINDINGS_PER_RULE + 1);
  expect(rest[0]!.message).toContain('7');
});

it('writes fixes for what it tells, and none for what it counts', () => {
  let written = 0;
  const rule: Rule = {
    ...rules.find(({ id }) => id === 'MLPS-RUN-008')!,
    check: {
      container({ anchor }, { report }) {
        const fixes = () => {
          written++;
          return [];
        };
        report({ place: anchor, message: 'privileged', fixes });
      },
    },
  };
  const text = `services:\n${many(MAX_FINDINGS_PER_RULE * 2, (i) => `  a${i}: {image: nginx}\n`)}`;
  const context = {
    files: { text: () => null },
    locale: 'en',
    profile: 'mlps3',
    today: '2026-11-23',
    rules: [rule],
  } as const;
  expect(lint({ uri: 'file:///w/compose.yaml', text }, context).findings).toHaveLength(MAX_FINDINGS_PER_RULE + 1);
  expect(written).toBe(MAX_FINDINGS_PER_RULE);
});
