import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { clauses } from '../../../../src/worker/compliance/checklist/clauses';
import { rows } from '../../../../src/worker/compliance/checklist/rows';
import { attestationEdit } from '../../../../src/worker/compliance/config/attestationEdit';
import { readConfig } from '../../../../src/worker/compliance/config/readConfig';
import type { Statement } from '../../../../src/worker/protocol/assessment';

const PLAN: Statement = { for: 'C86', by: '李伟', on: '2026-11-25', until: '2027-11-25', evidence: 'a: "b" #1' };

const added = (text: string | undefined, stated = PLAN) => {
  const edit = attestationEdit(text, stated);
  return edit && applyEdits(text ?? '', [edit]);
};
const read = (text: string) => {
  const { config, problems } = readConfig('file:///w/.qrcodemaster.yaml', text);
  const { attestations = [], waivers = [], ...rest } = config;
  return {
    attestations: attestations.map(({ at: _, ...stated }) => stated),
    others: { ...rest, waivers: waivers.map(({ place: _, ...waiver }) => waiver) },
    problems: problems.map(({ code, word }) => [code, word]),
  };
};

describe('attestationEdit', () => {
  it('makes a file of the whole checklist', () => {
    const made = read(added(undefined)!);
    expect(made).toMatchObject({ attestations: [PLAN], problems: [], others: { profile: 'mlps3' } });
  });

  it.each([
    ['an empty list', 'attestations:\nignore: [a]\n', 'attestations:\n  - row: C86\n'],
    ['an empty list with a comment', 'attestations: # ours\n  # - row: C86\n', 'attestations: # ours\n  - row: C86\n'],
    ['an empty list at the end', 'profile: mlps3\nattestations:', 'profile: mlps3\nattestations:\n  - row: C86\n'],
    ['another list', 'waivers:\n- {rule: MLPS-IMG-001, reason: a}', 'reason: a}\nattestations:\n  - row: C86\n'],
    ['keys that are indented', '  profile: mlps3\n', '  profile: mlps3\n  attestations:\n    - row: C86\n'],
    ['nothing', '', 'attestations:\n  - row: C86\n'],
  ])('adds to %s', (_, text, part) => {
    const after = added(text)!;
    expect(after).toContain(part);
    expect(read(after)).toMatchObject({ attestations: [PLAN], problems: [] });
  });

  it('keeps comments, indentation and line ends', () => {
    const text = `# ours\r\nattestations: # theirs\r\n    - row: C92 # why\r\n      by: a\r\n      on: 2026-01-01\r\n      evidence: b\r\n\r\n# the rest\r\nignore: [a]\r\n`;
    const after = added(text)!;
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after).toContain('evidence: b\r\n    - row: C86\r\n      by: "李伟"\r\n');
    expect(after).toContain('\r\n\r\n# the rest\r\nignore: [a]\r\n');
    expect(read(after).attestations.map((each) => each.for)).toEqual(['C92', 'C86']);
  });

  it('leaves what is not said to a person', () => {
    const draft = added('profile: mlps3\n', { for: '', by: '', on: '2026-11-25', evidence: '' })!;
    expect(draft).toBe('profile: mlps3\nattestations:\n  - row: \n    by: \n    on: 2026-11-25\n    evidence: \n');
    expect(read(draft).problems.map(([, word]) => word)).toEqual(['row', 'by', 'evidence']);
  });

  it.each([
    'attestations: []\n',
    'attestations: ~\n',
    'attestations: none\n',
    'x: &a\n  - b\nattestations: *a\n',
    '{profile: mlps3}\n',
    '- a\n',
    'a: [\n',
    'profile: mlps3\n...\n',
    `#${'x'.repeat(250_000)}\n`,
  ])('leaves %.40j alone', (text) => expect(added(text)).toBeUndefined());
});

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const day = fc.integer({ min: 0, max: 9000 }).map((n) => new Date(n * 86_400_000 + 1e12).toISOString().slice(0, 10));
const stated: fc.Arbitrary<Statement> = fc.record(
  {
    for: fc.constantFrom(...Object.keys(rows), ...Object.keys(clauses)),
    by: line,
    on: day,
    evidence: fc.oneof(
      line,
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((s) => `x${s}x`),
    ),
    until: fc.constant('2099-12-31'),
    note: line,
  },
  { requiredKeys: ['for', 'by', 'on', 'evidence'] },
);

/** Pieces of configurations, as people write them and as they do not. */
const piece = fc.constantFrom(
  'profile: mlps3\n',
  'attestations:\n',
  'attestations: # ours\n',
  '  - row: C92\n    by: a\n    on: 2026-01-01\n    evidence: |\n      b\n\n',
  '- {row: C92, by: a, on: 2026-01-01, evidence: b}\n',
  'waivers:\n  - rule: MLPS-IMG-001 # why\n    reason: >-\n      c\n',
  'ignore: [a, "b"]\r\n',
  'runbooks: |+\n  x\n\n\n',
  '# a comment\n',
  '  # deeper\r\n',
  '\n',
  '\r\n',
  '\t',
  '---\n',
  '...\n',
  '&a ',
  '*a\n',
  '  ',
  'rules: {MLPS-RUN-008: off}',
  '"attestations": \n',
  '? attestations\n',
  '\u2028',
  '\r',
);

test('whatever the configuration: it keeps every other character, says the same, and the attestation reads back', () => {
  let made = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), stated, (pieces, one) => {
      const text = pieces.join('');
      const edit = attestationEdit(text, one);
      if (!edit) return;
      made++;
      expect(edit.range.start).toEqual(edit.range.end);
      const after = applyEdits(text, [edit]);
      expect(after.replace(edit.newText, '')).toBe(text);
      const [was, is] = [read(text), read(after)];
      expect(is.problems).toEqual(was.problems);
      expect(is.others).toEqual(was.others);
      expect(is.attestations).toEqual([...was.attestations, one]);
    }),
    { numRuns: 1500, seed: 11 },
  );
  expect(made).toBeGreaterThan(300);
});
