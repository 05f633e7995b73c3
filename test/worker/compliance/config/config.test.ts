/**
 * `.qrcodemaster.yaml`: what is wrong in it, what is proposed in it, what the pointer says; and
 * that the schema says the same.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { completeConfig } from '../../../../src/worker/compliance/config/complete';
import { hoverConfig } from '../../../../src/worker/compliance/config/hover';
import { configProblemText } from '../../../../src/worker/compliance/config/problem';
import { MAX_CONFIG_CHARACTERS, readConfig } from '../../../../src/worker/compliance/config/readConfig';
import { untimely } from '../../../../src/worker/compliance/config/remarks';
import { rules } from '../../../../src/worker/compliance/rules/index';
import { WHOLE } from './whole';

const TODAY = '2026-11-25';

/** A text with the cursor at `|`. */
function cursor(marked: string): { text: string; position: { line: number; character: number } } {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return { text: marked.replace('|', ''), position: { line: before.length - 1, character: before.at(-1)!.length } };
}

const complete = (marked: string) => {
  const { text, position } = cursor(marked);
  return completeConfig(text, position, 'en', TODAY);
};
const labels = (marked: string) => complete(marked).map(({ label }) => label);

/** The text after the proposal was taken. */
function taken(marked: string, label: string): string {
  const { text, position } = cursor(marked);
  const { edit } = completeConfig(text, position, 'en', TODAY).find((each) => each.label === label)!;
  const lines = text.split('\n');
  const line = lines[edit.range.start.line]!;
  lines[edit.range.start.line] =
    line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
  return lines.join('\n');
}

const codes = (text: string) =>
  readConfig('file:///w/.qrcodemaster.yaml', text).problems.map(({ code, word }) => `${code} ${word}`);

it('an entry of another shape is told where it stands, and the others hold', () => {
  const text = `ignore:
  - a
  - { b: c }
  -
attestations:
  -
  - words
  - { row: C86, by: Li Wei, on: 2026-01-31, evidence: docs/plan.pdf }
`;
  const { config, problems } = readConfig('file:///w/.qrcodemaster.yaml', text);
  expect(config.ignore).toEqual(['a']);
  expect(config.attestations).toMatchObject([{ for: 'C86' }]);
  const line = (at: number) => text.slice(0, at).split('\n').length;
  expect(problems.map(({ place, code, word }) => [line(place.start), code, word])).toEqual([
    [3, 'item', 'ignore'],
    [4, 'item', 'ignore'],
    [6, 'item', 'attestations'],
    [7, 'item', 'attestations'],
  ]);
  expect(configProblemText(problems[2]!, 'en')).toMatch(/^This entry of "attestations" .*\(a map\)/);
});

describe('problems', () => {
  it('none in a file with everything that there is', () => expect(codes(WHOLE)).toEqual([]));

  it.each([
    ['profil: mlps3', 'key profil'],
    ['profile: strict', 'profile strict'],
    ['rules: { MLPS-XXX-999: off }', 'rule MLPS-XXX-999'],
    ['rules: { MLPS-IMG-001: fatal }', 'severity fatal'],
    ['rules: { MLPS-IMG-001: { options: { nothing: 1 } } }', 'option nothing'],
    ['rules: [a]', 'shape rules'],
    ['rules: { MLPS-LOG-006: { options: { days: 179 } } }', 'least days'],
    ['foreignSuppressions: maybe', 'shape foreignSuppressions'],
    ['overrides: [{ profile: mlps3 }]', 'files '],
    ['waivers: [{ rule: MLPS-IMG-001 }]', 'waiver reason'],
    ['baseline: [a]', 'shape baseline'],
    ['baseline: ../b.json', 'inside ../b.json'],
    ['baseline: a/../../b.json', 'inside a/../../b.json'],
    ['baseline: /etc/passwd', 'inside /etc/passwd'],
    ['baseline: "C:/b.json"', 'inside C:/b.json'],
    ['baseline: file:///b.json', 'inside file:///b.json'],
    ['baseline: ~/b.json', 'inside ~/b.json'],
    ['baseline: a\\b.json', 'inside a\\b.json'],
    ['baseline: .', 'inside .'],
  ])('%s', (text, problem) => expect(codes(text)).toContain(problem));

  it('names what could stand there, in both languages', () => {
    const [problem] = readConfig('x', 'profil: mlps3').problems;
    for (const locale of ['en', 'zh-cn'] as const)
      expect(configProblemText(problem!, locale)).toContain('foreignSuppressions');
  });

  it('takes the path of a baseline without what says nothing', () => {
    expect(readConfig('x', WHOLE).config.baseline?.path).toBe('ci/baseline.json');
    expect(readConfig('x', 'baseline: ..\n').config.baseline).toBeUndefined();
  });

  it('tells of waivers whose time is over', () => {
    const { config } = readConfig('x', WHOLE);
    expect(untimely(config, '2027-01-31')).toEqual([]);
    expect(untimely(config, '2027-02-01')).toMatchObject([{ code: 'expired', word: '2027-01-31' }]);
  });
});

describe('completion', () => {
  it('of keys, without those that are there', () => {
    expect(labels('|')).toEqual([
      'profile',
      'rules',
      'overrides',
      'waivers',
      'attestations',
      'baseline',
      'ignore',
      'runbooks',
      'foreignSuppressions',
    ]);
    expect(labels('profile: mlps3\n|\nignore: [a]')).not.toContain('profile');
    expect(labels('profile: mlps3\n|\nignore: [a]')).not.toContain('ignore');
  });

  it('of words', () => {
    expect(labels('profile: |')).toEqual(['recommended', 'mlps3']);
    expect(labels('rules:\n  MLPS-IMG-001: |')).toEqual(['error', 'warning', 'info', 'hint', 'off']);
    expect(labels('rules:\n  MLPS-IMG-001:\n    severity: |')).toContain('off');
    expect(labels('foreignSuppressions: |')).toEqual(['true', 'false']);
  });

  it('of every rule by id and name, found by either and by its title', () => {
    const proposals = complete('rules:\n  |');
    expect(proposals).toHaveLength(rules.length * 2);
    for (const { id, name } of rules)
      expect(proposals.map(({ label }) => label)).toEqual(expect.arrayContaining([id, name]));
    expect(proposals.find(({ label }) => label === 'MLPS-RUN-008')!.filter).toContain('no-privileged');
    expect(labels('waivers:\n  - rule: |')).toContain('MLPS-RUN-008');
  });

  it('of the options that a rule has', () => {
    const rule = rules.find(({ options }) => options && Object.keys(options).length > 0)!;
    expect(labels(`rules:\n  ${rule.id}:\n    options:\n      |`)).toEqual(Object.keys(rule.options!));
  });

  it('of fields of waivers and overrides, also in flow style', () => {
    expect(labels('waivers:\n  - rule: a\n    |')).toEqual(['reason', 'until', 'files', 'service']);
    expect(labels('waivers:\n  |')).toContain('- rule');
    expect(labels('overrides:\n  - files: a\n    |')).toEqual(['profile', 'rules']);
    expect(labels('waivers: [{ rule: a, | }]')).toContain('reason');
    expect(labels('waivers:\n  - until: |')).toEqual(['2027-05-27']);
  });

  it('takes the place of the word that is there and keeps what is behind', () => {
    expect(taken('pro|', 'profile')).toBe('profile: ');
    expect(taken('pro|: mlps3', 'profile')).toBe('profile: mlps3');
    expect(taken('profile: ml| # why', 'mlps3')).toBe('profile: mlps3 # why');
    expect(taken('rules:\n  no-priv|: off', 'MLPS-RUN-008')).toBe('rules:\n  MLPS-RUN-008: off');
  });

  it('nothing in comments and unknown places', () => {
    expect(labels('# pro|')).toEqual([]);
    expect(labels('unknown:\n  |')).toEqual([]);
  });
});

test('hover: the rule, the key, the word', () => {
  const hover = (marked: string, locale: 'en' | 'zh-cn' = 'en') => {
    const { text, position } = cursor(marked);
    return hoverConfig(text, position, locale);
  };
  expect(hover('rules:\n  MLPS-RUN|-008: off')!.markdown).toContain('MLPS-RUN-008');
  expect(hover('rules:\n  MLPS-RUN|-008: off')!.range).toEqual({
    start: { line: 1, character: 2 },
    end: { line: 1, character: 14 },
  });
  expect(hover('waivers:\n  - rule: no-priv|ileged')!.markdown).toContain('no-privileged');
  expect(hover('pro|file: mlps3')!.markdown).not.toBe(hover('pro|file: mlps3', 'zh-cn')!.markdown);
  expect(hover('profile: ml|ps3')!.markdown).toContain('`mlps3`');
  expect(hover('rules:\n  MLPS-RUN-008: o|ff')!.markdown).toContain('`off`');
  expect(hover('unk|nown: 1')).toBeNull();
  expect(hover('profile: mlps3\n|')).toBeNull();
});

test('damaged files: no exception, every edit inside its line', () => {
  const piece = fc.constantFrom(
    ...WHOLE.split(/(?<=[\s:,{}[\]])/),
    '- ',
    '"',
    "'",
    '{',
    '[',
    '\t',
    '\r\n',
    '&a ',
    '*a',
    '|',
    '>\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(), fc.nat(), (pieces, atLine, atCharacter) => {
      const text = pieces.join('');
      readConfig('x', text);
      const lines = text.split(/\r\n|\n|\r/);
      const line = atLine % lines.length;
      const character = atCharacter % (lines[line]!.length + 1);
      for (const { edit } of completeConfig(text, { line, character }, 'en', TODAY)) {
        expect(edit.range.start.line).toBe(line);
        expect(edit.range.start.character).toBeLessThanOrEqual(edit.range.end.character);
        expect(edit.range.end.character).toBeLessThanOrEqual(lines[line]!.length);
      }
      hoverConfig(text, { line, character }, 'zh-cn');
    }),
    { numRuns: 400, seed: 7 },
  );
});

test('what is too long has no effect, and that is said', () => {
  const text = `profile: mlps3\n${'#'.repeat(MAX_CONFIG_CHARACTERS)}`;
  const { config, problems } = readConfig('file:///w/.qrcodemaster.yaml', text);
  expect(config.profile).toBeUndefined();
  expect(problems.map((problem) => configProblemText(problem, 'en'))).toEqual([
    'The configuration has more than 250000 characters, so it has no effect. Shorten it.',
  ]);
  expect(readConfig('file:///w/.qrcodemaster.yaml', text.slice(0, MAX_CONFIG_CHARACTERS)).config.profile).toBe('mlps3');
});
