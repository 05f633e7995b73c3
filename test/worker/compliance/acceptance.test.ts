/**
 * What all rules together say of the samples, of a hardened service and of host settings; fixes of
 * all rules arrive somewhere.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { readCompose } from '../../../src/worker/compliance/documents/compose/compose';
import { lint } from '../../../src/worker/compliance/lint';
import type { LintContext } from '../../../src/worker/compliance/lintContext';
import { roundOfFixes } from '../../../src/worker/compliance/roundOfFixes';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const files = { text: () => null };
const context: LintContext = { files, locale: 'en', profile: 'mlps3', today: '2026-11-24', group: false };

/** Areas whose rules are all written. */
const AREAS = /^MLPS-(IMG|BLD|RUN|SEC|DOC|NET-00[1-8]|LOG-00[1-5])/;

/** `rule line`, by line. */
const found = (name: string, text: string, more = context) =>
  lint({ uri: `file:///w/${name}`, text }, more)
    .findings.filter((f) => AREAS.test(f.rule) && !f.suppressed)
    .map((f) => `${f.rule.slice(5)} ${f.range.start.line + 1}`)
    .sort();

const at = (line: number, ...rules: string[]) => rules.map((rule) => `${rule} ${line}`);

function fixAll(name: string, text: string): string {
  let current = text;
  for (let round = 0; round < 30; round++) {
    const { findings } = lint({ uri: `file:///w/${name}`, text: current }, context);
    const fixes = roundOfFixes(current, findings, true);
    if (fixes.length === 0) return current;
    current = applyEdits(
      current,
      fixes.flatMap((f) => f.edits),
    );
  }
  throw new Error('fixes never end');
}

describe('the samples', () => {
  it('Dockerfile', () => {
    expect(found('Dockerfile', read('samples/Dockerfile'))).toEqual(
      [...at(2, 'IMG-002'), ...at(7, 'IMG-001', 'RUN-002', 'RUN-020'), ...at(11, 'BLD-012')].sort(),
    );
  });

  it('compose.yaml', () => {
    const missing = ['LOG-002', 'LOG-005', 'RUN-003', 'RUN-009', 'RUN-016', 'RUN-017', 'RUN-018', 'RUN-020'];
    expect(found('compose.yaml', read('samples/compose.yaml'))).toEqual(
      [
        ...at(3, ...missing, 'NET-008'),
        ...at(4, 'IMG-001'),
        ...at(6, 'RUN-001'),
        ...at(9, 'RUN-007'),
        ...at(11, 'NET-001'),
        ...at(14, 'RUN-023'),
        ...at(16, ...missing, 'RUN-019'),
        ...at(17, 'IMG-002'),
        ...at(18, 'RUN-008'),
        ...at(20, 'NET-001'),
        ...at(24, 'RUN-004', 'RUN-016', 'RUN-017', 'RUN-018'),
        ...at(25, 'IMG-001'),
      ].sort(),
    );
  });
});

it('finds nothing in a hardened service', () => {
  expect(found('compose.yaml', read('test/fixtures/documents/hardened.compose.yaml'))).toEqual([]);
});

it('takes settings of the host for nothing else', () => {
  expect(found('host.md', read('test/fixtures/documents/host.md'), { ...context, config: { runbook: true } })).toEqual(
    at(6, 'NET-007'),
  );
});

describe('all fixes of all rules', () => {
  it.each(['samples/compose.yaml', 'samples/Dockerfile', 'test/fixtures/documents/hardened.compose.yaml'])(
    '%s',
    (path) => {
      const name = path.endsWith('.yaml') ? 'compose.yaml' : 'Dockerfile';
      const once = fixAll(name, read(path));
      expect(fixAll(name, once)).toBe(once);
      for (const container of readCompose('file:///w/compose.yaml', once, files).containers) {
        const unreachable =
          container.networkUses.length > 0 && container.networkUses.every((use) => use.internal === true);
        expect(unreachable && container.ports.length > 0).toBe(false);
      }
    },
  );
});
