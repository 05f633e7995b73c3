/** What the checklist and the control items say of deployments. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clauses } from '../../../../src/worker/compliance/checklist/clauses';
import { highRiskCases } from '../../../../src/worker/compliance/checklist/highRiskCases';
import { rows } from '../../../../src/worker/compliance/checklist/rows';
import type { Assessment, RowResult } from '../../../../src/worker/protocol/assessment';
import { assessTree } from './assessTree';
import { rowDecisions } from './rowDecisions';
import { SPEC_ROWS } from './specRows';

const FOLDER = join(import.meta.dirname, '../../../../samples/spec');
const spec = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(FOLDER.length + 1), readFileSync(path, 'utf8')]),
);

const stateOf = ({ state, reason }: Pick<RowResult, 'state' | 'reason'>) => (reason ? `${state}: ${reason}` : state);
const rowStates = (assessment: Assessment) => Object.fromEntries(assessment.rows.map((row) => [row.id, stateOf(row)]));
const itemOf = ({ items, objects }: Assessment, clause: string, kind: string, name?: string) =>
  items.find((item) => {
    const object = objects[item.object]!;
    return item.clause === clause && object.kind === kind && object.name === name;
  })!;

describe('the specification', () => {
  const assessment = assessTree(spec);

  it('has a state for each of its rows, by these rules', () => expect(rowDecisions(assessment)).toEqual(SPEC_ROWS));

  it('has a control item of each object once', () => {
    const keys = assessment.items.map(({ clause, object }) => `${clause} ${object}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { clause } of assessment.items) expect(clauses).toHaveProperty([clause]);
  });

  it('counts what the rows and items say', () => {
    const { coverage, rows: all, items } = assessment;
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(coverage.rows)).toBe(92);
    expect(all.map(({ id }) => id)).toEqual(Object.keys(rows));
    expect(sum(coverage.items)).toBe(items.length);
    expect(sum(coverage.decided)).toBe(92);
  });

  it('never calls an item met', () =>
    expect(new Set(assessment.items.map(({ state }) => state))).toEqual(
      new Set(['fail', 'partial', 'clean', 'unknown', 'notApplicable']),
    ));

  it('names the cases first that nothing lowers', () => {
    const later = assessment.highRisk.map(({ isLowerable }) => isLowerable !== false);
    expect(later).toEqual([...later].sort((a, b) => Number(a) - Number(b)));
    expect(later).toContain(false);
  });

  it('claims nothing of triggers, of which the copy does not say what lowers them', () => {
    const [cases, others] = [true, false].map((isCase) =>
      assessment.highRisk.filter(({ id }) => Object.hasOwn(highRiskCases, id) === isCase),
    );
    expect(new Set(cases!.map(({ isLowerable }) => isLowerable))).toEqual(new Set([true, false]));
    expect(others).not.toEqual([]);
    for (const other of others!) expect(other).not.toHaveProperty('isLowerable');
  });

  it('has every finding that is not suppressed in the list of what is to be rectified, once', () => {
    const listed = assessment.issues.flatMap(({ findings }) => findings).sort((a, b) => a - b);
    expect(listed).toEqual(assessment.findings.flatMap(({ suppressed }, i) => (suppressed ? [] : [i])));
  });

  it('is the same whenever it is made', () => expect(assessTree(spec)).toEqual(assessment));
});

const COMPOSE = (image: string, more = '') => `services:\n  web:\n    image: ${image}\n${more}`;

it('cannot judge what a variable hides', () => {
  const hidden = assessTree({ 'compose.yaml': COMPOSE('${IMAGE}') });
  const [row] = hidden.rows.filter(({ id }) => id === 'C85');
  expect(stateOf(row!)).toBe('unknown: values');
  expect(itemOf(hidden, '8.1.4.4 e', 'service', 'web').reason).toBe('values');
  expect(hidden.objects[0]!.unknown).toEqual([{ path: 'compose.yaml', line: 3, text: '${IMAGE}' }]);
});

it('takes an image as pinned whose digest alone a variable holds', () => {
  const rowOf = (image: string) => rowDecisions(assessTree({ 'compose.yaml': COMPOSE(image) }));
  const pinned = rowOf('registry.example.com/a:1.2@${DIGEST:?}');
  for (const row of ['C21', 'C22', 'C85']) expect(pinned[row]).not.toMatch(/values|found IMG-00[128]/);
  expect(rowOf('registry.example.com/a:${TAG}').C21).toMatch(/^unknown: values/);
  expect(rowOf('${REGISTRY}/a:1.2@${DIGEST:?}')).toMatchObject({
    C20: expect.stringMatching(/^unknown: values/),
    C21: expect.stringMatching(/^met/),
  });
});

it.each([
  ['Dockerfile', 'ARG BASE\nFROM ${BASE}\n', 2],
  ['pull.sh', '#!/bin/sh\ndocker pull "$IMAGE"\n', 2],
])('cannot judge an image that a variable hides in a %s', (path, text, line) => {
  const hidden = assessTree({ [path]: text });
  expect(rowStates(hidden).C85).toBe('unknown: values');
  expect(hidden.objects.flatMap(({ unknown }) => unknown)).toEqual([{ path, line, text: expect.any(String) }]);
});

it('asks an item of each service, and of a database by its own sheet', () => {
  const two = assessTree({ 'compose.yaml': `${COMPOSE('nginx:1.29')}  db:\n    image: postgres:9.4\n` });
  expect(two.objects.map(({ name, sheet }) => [name, sheet])).toContainEqual(['db', 'database']);
  expect(itemOf(two, '8.1.4.4 e', 'service', 'web').state).toBe('clean');
  expect(itemOf(two, '8.1.4.4 e', 'service', 'db').state).toBe('fail');
  expect(itemOf(two, '8.1.4.4 a', 'service', 'db')).toMatchObject({ state: 'notApplicable', reason: 'preset' });
});

it('takes the parts of a service in several files as one', () => {
  const override = 'services:\n  web:\n    privileged: true\n';
  const { objects } = assessTree({ 'compose.yaml': COMPOSE('nginx:1.29'), 'compose.override.yaml': override });
  expect(objects.filter(({ kind }) => kind === 'service')).toHaveLength(1);
});

it('keeps findings near a clause apart from those under it', () => {
  const open = assessTree({ 'compose.yaml': COMPOSE('nginx:1.29', '    privileged: true\n') });
  const item = itemOf(open, '8.1.4.2 d', 'service', 'web');
  expect(item).toMatchObject({ state: 'unknown', reason: 'nearest', findings: [] });
  expect(item.near.map((index) => open.findings[index]!.rule)).toContain('MLPS-RUN-008');
});

it('says of suppressed findings that somebody has to look at them', () => {
  const text = COMPOSE('postgres:9.4 # mlps-lint disable-line MLPS-IMG-008 -- archived');
  const assessment = assessTree({ 'compose.yaml': text });
  expect(itemOf(assessment, '8.1.4.4 e', 'service', 'web').reason).toBe('suppressed');
  expect(rowStates(assessment).C85).toBe('partial: suppressed');
});

it('takes findings under a number of several items', () => {
  const text = `# mlps-lint disable-next-line MLPS-IMG-002\n${COMPOSE('nginx:1.29')}`;
  const assessment = assessTree({ 'compose.yaml': text });
  expect(assessment.findings.map(({ rule }) => rule)).toContain('MLPS-DOC-003');
});

it('says which rows a configuration switches off', () => {
  const config = { rules: { 'MLPS-IMG-008': { severity: 'off' } } } as const;
  expect(rowStates(assessTree({ 'compose.yaml': COMPOSE('nginx:1.29') }, { config })).C85).toBe('unknown: off');
});

it('lets nothing decide that only tests run', () => {
  const { findings, objects, rows: all } = assessTree({ 'tests/compose.yaml': COMPOSE('postgres:9.4') });
  expect(objects).toEqual([]);
  expect(findings.every(({ object }) => object === undefined)).toBe(true);
  expect(all.every(({ state }) => ['unknown', 'manual', 'notApplicable'].includes(state))).toBe(true);
});

describe('attestations', () => {
  const attested = (row: string, isExpired: boolean) =>
    rowStates(
      assessTree(
        { 'compose.yaml': COMPOSE('nginx:latest') },
        {
          attestations: [
            { for: row, by: 'A', on: '2026-01-01', evidence: 'x', isExpired, path: '.qrcodemaster.yaml', line: 1 },
          ],
        },
      ),
    )[row];
  it('decide what no file does', () => expect(attested('C86', false)).toBe('met: attested'));
  it('hold until their day', () => expect(attested('C86', true)).toBe('manual: expired'));
  it('do not undo what files show', () => expect(attested('C22', false)).toBe('unmet'));
});

it('quotes no secret', () => {
  const assessment = assessTree({
    'other.sh': 'docker run -d --log-opt splunk-url=https://a:hunter22xyz@$HOST nginx:1.29\n',
    'run.sh': 'docker run -e DB_PASSWORD=hunter22xyz -e A=b registry.example.com/a:1\n',
    '.env': 'TOKEN=ghp_abcdefghijklmnopqrstuvwxyz0123456789\n',
    'compose.yaml': COMPOSE('a/b:1', '    environment:\n      URL: postgres://u:hunter22xyz@db/x\n'),
  });
  expect(assessment.findings.length).toBeGreaterThan(5);
  expect(JSON.stringify(assessment)).not.toMatch(/hunter22xyz|ghp_/);
});

it('asks a pipeline what it does for the deployment, not the services of its jobs', () => {
  const assessment = assessTree({
    '.github/workflows/image.yml':
      'on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n    services:\n      db: { image: "postgres:9.4" }\n    steps:\n      - run: trivy image --exit-code 1 --severity HIGH,CRITICAL registry.example.com/a:1.2\n',
  });
  const kinds = assessment.objects.map(({ kind }) => kind);
  expect(kinds).toContain('pipeline');
  expect(kinds).not.toContain('service');
  expect(rowStates(assessment).C83).toBe('met');
});

it('asks the host about a jail that is named as fail2ban names its own', () => {
  const text = '[sshd]\nenabled = true\nmaxretry = 5\n';
  expect(rowStates(assessTree({ 'etc/fail2ban/jail.d/sshd.local': text })).C58).toBe('met');
});
