/** The checklist as a tree: what each way of grouping and filtering shows. */
import { describe, expect, it } from 'vitest';
import {
  type ChecklistNode,
  checklistNodes,
  type Filter,
  type Grouping,
} from '../../../src/extension/features/checklistNodes';
import { checklistWords } from '../../../src/worker/compliance/assess/checklistWords';
import { rules } from '../../../src/worker/compliance/rules/index';
import { assessTree } from '../../worker/compliance/assess/assessTree';

const COMPOSE =
  'services:\n  web:\n    image: nginx:latest\n    privileged: true\n  db:\n    image: postgres:9.4 # mlps-lint disable-line MLPS-IMG-008 -- archived\n';
const assessment = assessTree(
  { 'compose.yaml': COMPOSE },
  {
    attestations: [
      {
        for: 'C86',
        by: 'Li',
        on: '2026-01-02',
        evidence: 'plan.pdf',
        isExpired: false,
        path: '.qrcodemaster.yaml',
        line: 3,
      },
    ],
  },
);
const checklist = {
  assessment,
  uris: { 'compose.yaml': 'file:///w/app/compose.yaml' },
  words: checklistWords(assessment, rules, 'en'),
};
const say = {
  count: (open: number, all: number) => `${open}/${all}`,
  suppressed: 'suppressed',
  near: 'near',
  attested: (by: string, on: string) => `${by} ${on}`,
};
const tree = (grouping: Grouping, filter: Filter = 'all') => checklistNodes(checklist, { grouping, filter }, say);
const all = (nodes: readonly ChecklistNode[]): ChecklistNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);
const rowsOf = (nodes: readonly ChecklistNode[]) => all(nodes).filter(({ kind }) => kind === 'row');

describe.each(['section', 'clause', 'object'] as const)('by %s', (grouping) => {
  it('names each node once', () => {
    const ids = all(tree(grouping)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows less by each filter, and no empty group', () => {
    const counts = (['all', 'open', 'highRisk'] as const).map((filter) => all(tree(grouping, filter)).length);
    expect(counts[1]).toBeLessThan(counts[0]!);
    expect(counts[2]).toBeLessThan(counts[1]!);
    expect(counts[2]).toBeGreaterThan(0);
    for (const { kind, children } of all(tree(grouping, 'highRisk')))
      if (kind === 'group') expect(children.length).toBeGreaterThan(0);
  });
});

it('has every row once, with what is open in its chapter', () => {
  expect(rowsOf(tree('section'))).toHaveLength(92);
  const open = rowsOf(tree('section', 'open')).length;
  const counted = tree('section').reduce((sum, { description }) => sum + Number.parseInt(description!, 10), 0);
  expect(counted).toBe(open);
});

it('leads to the line of each finding, and says which are suppressed or near', () => {
  const found = all(tree('object')).filter(({ kind }) => kind === 'finding');
  const [suppressed] = found.filter(({ label }) => label === 'compose.yaml:6');
  expect(suppressed!.description).toMatch(/^suppressed · /);
  expect(found.some(({ description }) => description!.startsWith('near · '))).toBe(true);
  for (const { place, label } of found)
    expect(place).toEqual({
      uri: 'file:///w/app/compose.yaml',
      line: Number(/:(\d+)/.exec(label)![1]) - 1,
    });
});

it('shows who answers for a row', () => {
  const [stated] = all(tree('section')).filter(({ kind }) => kind === 'attestation');
  expect(stated).toMatchObject({ id: 'C86/attestation', label: 'Li 2026-01-02', description: 'plan.pdf' });
});

it('lets somebody answer for a row, but for those that ask for nothing', () => {
  const attestable = new Set(rowsOf(tree('section')).flatMap(({ row }) => row ?? []));
  expect(attestable.has('C86')).toBe(true);
  expect(attestable.has('C01')).toBe(false);
});
