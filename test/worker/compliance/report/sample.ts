/** Findings of every sort for the report tests, with any text in them. */
import fc from 'fast-check';
import type { ReportInput, RuleInfo } from '../../../../src/worker/compliance/report/reportInput';
import type { Finding, Severity } from '../../../../src/worker/protocol/finding';

const text = (s: string) => ({ en: s, 'zh-cn': s });

const rule: RuleInfo = {
  id: 'MLPS-RUN-003',
  name: 'read-only-rootfs',
  severity: 'warning',
  clauses: ['~8.1.4.5', '8.1.4.7 b'],
  rows: ['C31'],
  title: text('T'),
  why: text('W'),
  remedy: text('R'),
};

const range = (a: number, b: number) => ({ start: { line: a, character: b }, end: { line: a, character: b + 2 } });

export function finding(message: string, more: Partial<Finding> = {}): Finding {
  return {
    fingerprint: '0123456789abcdef',
    rule: rule.id,
    name: rule.name,
    severity: 'warning',
    message,
    range: range(4, 1),
    clauses: [...rule.clauses],
    rows: [...rule.rows],
    fixes: [],
    ...more,
  };
}

/**
 * Strings that break formats: markup, terminal sequences, lone surrogates, direction marks, line
 * breaks.
 */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '|',
          '<',
          '>',
          '&',
          '"',
          "'",
          ']]>',
          '\n',
          '\r\n',
          '\t',
          '\0',
          '\u001b[31m',
          '\u202e',
          '\ud800',
          '%',
          ':',
          ',',
          '::',
          '::error::',
          '##vso[x]',
          '\u009b0m',
        ],
        ...[
          '`',
          '*',
          '_',
          '[a](b)',
          '@x',
          '\\',
          '\\|',
          '{0}',
          '<!--',
          '-->',
          'http://a',
          '&amp;',
          '\ufffe',
          '\u2028',
          '汉',
          'a',
          ' ',
          '/',
          '#',
        ],
      ),
      { maxLength: 12 },
    )
    .map((x) => x.join('')),
);

const severity = fc.constantFrom<Severity>('error', 'warning', 'info', 'hint');
const place = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => range(a, b));

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    message: hostile,
    severity,
    range: place,
    service: fc.option(hostile, { nil: undefined }),
    suppressed: fc.option(
      fc.record({ reason: fc.option(hostile, { nil: undefined }), until: fc.constant(undefined) }),
      { nil: undefined },
    ),
    fix: fc.option(fc.record({ title: hostile, newText: hostile, safe: fc.boolean() }), { nil: undefined }),
    related: fc.option(fc.record({ uri: hostile, message: hostile, range: place }), { nil: undefined }),
    unlisted: fc.boolean(),
    baselineState: fc.constantFrom<Finding['baselineState']>(undefined, 'new', 'unchanged'),
  })
  .map(({ fix, related, unlisted, ...rest }) =>
    finding(rest.message, {
      ...rest,
      ...(unlisted ? { rule: 'MLPS-X-001', name: 'x' } : {}),
      fixes: fix
        ? [
            { safe: fix.safe, title: fix.title, edits: [{ range: rest.range, newText: fix.newText }] },
            { safe: fix.safe, title: fix.title, edits: [{ range: rest.range, newText: fix.newText }] },
          ]
        : [],
      related: related ? [related] : undefined,
    }),
  );

const anyAbsent = fc.record({
  rule: fc.constantFrom(rule.id, 'MLPS-X-002'),
  fingerprint: fc.constantFrom('0123456789abcdef', 'fedcba9876543210'),
  count: fc.integer({ min: 1, max: 3 }),
  message: hostile,
});

export const anyInput: fc.Arbitrary<ReportInput> = fc.record({
  files: fc.array(
    fc.record({
      path: hostile,
      kind: fc.constant('compose'),
      findings: fc.array(anyFinding, { maxLength: 4 }),
      absent: fc.array(anyAbsent, { maxLength: 2 }),
    }),
    {
      maxLength: 3,
    },
  ),
  configs: fc.array(
    fc.record(
      {
        path: hostile,
        ignored: fc.nat(3),
        problems: fc.record({ count: fc.nat(9), first: fc.array(fc.record({ line: fc.nat(9), message: hostile })) }),
      },
      { requiredKeys: ['path', 'ignored'] },
    ),
    { maxLength: 1 },
  ),
  baselines: fc.array(fc.record({ path: hostile, unchanged: fc.nat(3), absent: fc.nat(3) }), { maxLength: 1 }),
  rules: fc.constant([rule]),
  locale: fc.constantFrom('en', 'zh-cn'),
  version: fc.constant('1.2.3'),
});

export const input = (...findings: Finding[]): ReportInput => ({
  files: [{ path: 'a/compose.yaml', kind: 'compose', findings }],
  rules: [rule],
  locale: 'en',
  version: '1.2.3',
});
