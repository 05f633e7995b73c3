import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artifactUri } from '../../../../src/worker/compliance/report/artifactUri';
import { sarifReport } from '../../../../src/worker/compliance/report/sarif';
import { rules } from '../../../../src/worker/compliance/rules/index';
import { anyInput, finding, input } from './sample';
import { sarifFaults } from './sarifFaults';

const check = (text: string) => {
  expect(sarifFaults(text)).toEqual([]);
  return JSON.parse(text).runs[0];
};

describe('sarifReport', () => {
  it('is valid by the official schema for any findings', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const run = check(sarifReport(given));
        expect(run.results).toHaveLength(
          given.files.flatMap(({ findings, absent = [] }) => [...findings, ...absent]).length,
        );
        for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('is valid with every rule there is, in both languages', () => {
    for (const locale of ['en', 'zh-cn'] as const) {
      const run = check(sarifReport({ files: [], rules, locale, version: '1.0.0' }));
      expect(run.tool.driver.rules).toHaveLength(rules.length);
      const taxa = new Set(run.taxonomies[0].taxa.map((t: { id: string }) => t.id));
      for (const { relationships } of run.tool.driver.rules)
        for (const { target } of relationships) expect(taxa).toContain(target.id);
    }
  });

  it('says where, how to fix, and why it is suppressed', () => {
    const range = { start: { line: 0, character: 2 }, end: { line: 1, character: 0 } };
    const given = finding('m', {
      range,
      service: 'web',
      fixes: [{ safe: true, title: 't', edits: [{ range, newText: 'x' }] }],
      suppressed: { reason: 'why', until: '2027-01-31' },
    });
    const run = check(sarifReport(input(given)));
    const region = { startLine: 1, startColumn: 3, endLine: 2, endColumn: 1 };
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0]).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'a/compose.yaml', index: 0 }, region },
          logicalLocations: [{ name: 'web' }],
        },
      ],
      fixes: [
        {
          artifactChanges: [{ replacements: [{ deletedRegion: region, insertedContent: { text: 'x' } }] }],
          properties: { safe: true },
        },
      ],
      suppressions: [{ kind: 'inSource', justification: 'why', properties: { until: '2027-01-31' } }],
    });
    expect(
      run.tool.driver.rules[0].relationships.map((r: { target: { id: string }; kinds: string[] }) => [
        r.target.id,
        r.kinds[0],
      ]),
    ).toEqual([
      ['8.1.4.5', 'relevant'],
      ['8.1.4.7 b', 'superset'],
    ]);
  });

  it('says how each result stands against the baseline, and of none without one', () => {
    const absent = [{ rule: 'MLPS-OLD-001', fingerprint: 'fedcba9876543210', count: 1, message: 'T' }];
    const { files, ...rest } = input(
      finding('a', { baselineState: 'unchanged' }),
      finding('b', { baselineState: 'new' }),
    );
    const given = { ...rest, files: files.map((file) => ({ ...file, absent })) };
    const states = (all: { results: { baselineState?: string }[] }) => all.results.map((one) => one.baselineState);
    const compared = check(sarifReport({ ...given, baselines: [{ path: 'b.json', unchanged: 1, absent: 1 }] }));
    expect(states(compared)).toEqual(['unchanged', 'new', 'absent']);
    expect(compared.results[2].partialFingerprints).toEqual({ 'finding/v2': 'fedcba9876543210:1' });
    expect(states(check(sarifReport({ ...rest, files })))).toEqual([undefined, undefined]);
  });

  it('tells equal findings of a file apart, by their number', () => {
    const { results } = check(sarifReport(input(finding('m'), finding('n'), finding('o', { fingerprint: 'f' }))));
    expect(results.map((r: { partialFingerprints: object }) => r.partialFingerprints)).toEqual(
      ['0123456789abcdef:1', '0123456789abcdef:2', 'f:1'].map((print) => ({ 'finding/v2': print })),
    );
  });

  it.each([
    ['a b/c#d.yml', 'a%20b/c%23d.yml'],
    ['a\\b.yml', 'a/b.yml'],
    ['/x/ü', 'file:///x/%C3%BC'],
    ['C:\\x y\\z', 'file:///C:/x%20y/z'],
    ['file:///a%20b', 'file:///a%20b'],
    ['a:b', 'a%3Ab'],
  ])('writes %s as %s', (path, uri) => {
    expect(artifactUri(path)).toBe(uri);
  });
});
