/** Assessments of every state with hostile texts, for tests of what writes them down. */
import fc from 'fast-check';
import { issuesOf } from '../../../../../src/worker/compliance/assess/issues';
import { clauses } from '../../../../../src/worker/compliance/checklist/clauses';
import { highRiskCases } from '../../../../../src/worker/compliance/checklist/highRiskCases';
import { rows } from '../../../../../src/worker/compliance/checklist/rows';
import { triggers } from '../../../../../src/worker/compliance/checklist/triggers';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import {
  type Assessment,
  changeStates,
  itemStates,
  rowStates,
  stateReasons,
} from '../../../../../src/worker/protocol/assessment';
import { kinds } from '../../../../../src/worker/protocol/fileKinds';
import { severities } from '../../../../../src/worker/protocol/finding';
import { subjectKinds } from '../../../../../src/worker/protocol/subject';

/** Would each be markup somewhere. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  'a|b||c',
  '`` ` ``',
  '`|`',
  'one\r\ntwo\n| three |',
  '# not a heading',
  '- not an item',
  '</table></main><b>',
  '\u202egnp.exe',
  '\u001b[31mred',
  '&lt;&amp;&#60;',
  '**bold** _it_ ~~no~~ <b>',
  '\\',
  '符合 100%',
  '{count}',
  ' ',
  '',
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const n = fc.nat(100_000);
const date = fc.constant('2026-11-29');
const line = fc.integer({ min: 1, max: 1_000_000 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

export const arbitraryAssessment: fc.Arbitrary<Assessment> = fc
  .tuple(fc.nat(6), fc.nat(12), fc.nat(3))
  .chain(([objectCount, findingCount, attestationCount]) => {
    const below = (count: number, most = count) =>
      count === 0 ? fc.constant<number[]>([]) : fc.uniqueArray(fc.nat(count - 1), { maxLength: most });
    const one = (count: number) => (count === 0 ? fc.constant(undefined) : optional(fc.nat(count - 1)));
    const many = <T>(count: number, arbitrary: fc.Arbitrary<T>) =>
      fc.array(arbitrary, { minLength: count, maxLength: count });
    const rule = fc.constantFrom(...rules.map(({ id }) => id as string), 'MLPS-NEW-001');
    const result = {
      reason: optional(fc.constantFrom(...stateReasons)),
      rules: fc.array(rule, { maxLength: 3 }),
      findings: below(findingCount),
      attestation: one(attestationCount),
    };
    return fc.record({
      schema: fc.constant(1 as const),
      tool: fc.record({ name: text, version: text }),
      ruleSet: text,
      profile: fc.constant('mlps3' as const),
      date,
      files: fc.array(
        fc.record({
          path: text,
          kind: fc.constantFrom(...kinds),
          sha256: text,
          size: fc.nat(),
          isUnsaved: optional(fc.constant(true as const)),
        }),
        { maxLength: 30 },
      ),
      notJudged: fc.array(fc.record({ path: text, reason: text }), { maxLength: 3 }),
      configs: fc.array(
        fc.record({
          path: text,
          ignored: fc.nat(3),
          problems: optional(
            fc.record({
              count: fc.integer({ min: 1, max: 9 }),
              first: fc.array(fc.record({ line, message: text }), { maxLength: 3 }),
            }),
          ),
        }),
        { maxLength: 3 },
      ),
      counts: fc.record({ error: n, warning: n, info: n, hint: n, files: n, suppressed: n }),
      findings: many(
        findingCount,
        fc.record({
          rule,
          severity: fc.constantFrom(...severities),
          path: text,
          line,
          message: text,
          excerpt: text,
          object: one(objectCount),
          fingerprint: text,
          suppressed: optional(fc.record({ reason: optional(text), until: optional(date) })),
        }),
      ),
      objects: many(
        objectCount,
        fc.record({
          kind: fc.constantFrom(...subjectKinds, 'network' as const, 'data' as const, 'management' as const),
          name: optional(text),
          sheet: fc.constantFrom(
            ...(['network', 'boundary', 'server', 'database', 'application', 'data', 'management'] as const),
          ),
          root: text,
          places: fc.array(fc.record({ path: text, line }), { maxLength: 8 }),
          unknown: fc.array(fc.record({ path: text, line, text }), { maxLength: 2 }),
        }),
      ),
      rows: fc.tuple(
        ...Object.keys(rows).map((id) =>
          fc.record({ id: fc.constant(id), state: fc.constantFrom(...rowStates), ...result }),
        ),
      ),
      items:
        objectCount === 0
          ? fc.constant<Assessment['items']>([])
          : fc.array(
              fc.record({
                clause: fc.constantFrom(...Object.keys(clauses)),
                object: fc.nat(objectCount - 1),
                state: fc.constantFrom(...itemStates),
                near: below(findingCount),
                ...result,
              }),
              { maxLength: 30 },
            ),
      attestations: many(
        attestationCount,
        fc.record({
          for: text,
          by: text,
          on: date,
          until: optional(date),
          evidence: text,
          note: optional(text),
          isExpired: fc.boolean(),
          path: text,
          line,
        }),
      ),
      highRisk: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom(...Object.keys(highRiskCases), ...Object.keys(triggers)),
          source: fc.constant('third-party-copy' as const),
          isNear: fc.boolean(),
          isLowerable: optional(fc.boolean()),
          findings: below(findingCount),
        }),
        { maxLength: 6, selector: ({ id }) => id },
      ),
      changes: optional(
        fc.record({
          since: fc.record({ date, version: text, ruleSet: text }),
          isSameRuleSet: fc.boolean(),
          counts: fc.record({ repaired: n, open: n, new: n, unjudged: n }),
          all: fc.array(
            fc.record({
              state: fc.constantFrom(...changeStates),
              rule,
              before: optional(fc.record({ path: text, line, message: text })),
              after: one(findingCount),
            }),
            { maxLength: 5 },
          ),
        }),
      ),
      coverage: fc.record({
        rows: fc.record({ met: n, partial: n, unmet: n, notApplicable: n, manual: n, unknown: n }),
        items: fc.record({ fail: n, partial: n, clean: n, unknown: n, notApplicable: n }),
        decided: fc.record({ byFiles: n, attested: n, open: n }),
      }),
    });
  })
  .map((assessment) => ({
    ...assessment,
    issues: issuesOf(assessment.findings, (id) => rules.find((rule) => rule.id === id)),
  }));
