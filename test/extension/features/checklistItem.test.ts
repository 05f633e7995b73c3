/** A node of the checklist as VS Code draws it, reads it out and offers its entries. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { treeItem } from '../../../src/extension/features/checklistItem';
import type { ChecklistNode } from '../../../src/extension/features/checklistNodes';

vi.mock('vscode', () => {
  class Icon {
    constructor(
      readonly id: string,
      readonly color?: { id: string },
    ) {}
  }
  return {
    TreeItemCollapsibleState: { None: 0, Collapsed: 1 },
    TreeItem: class {
      constructor(
        readonly label: string,
        readonly collapsibleState: number,
      ) {}
    },
    ThemeIcon: Icon,
    ThemeColor: class {
      constructor(readonly id: string) {}
    },
    Position: class {
      constructor(
        readonly line: number,
        readonly character: number,
      ) {}
    },
    Range: class {
      constructor(
        readonly start: object,
        readonly end: object,
      ) {}
    },
    Uri: { parse: (text: string) => text },
    l10n: { t: (text: string) => text },
  };
});

const node = (more: Partial<ChecklistNode>): ChecklistNode => ({
  id: 'id',
  kind: 'row',
  label: 'C22 Images',
  children: [],
  ...more,
});
const finding = node({
  kind: 'finding',
  label: 'compose.yaml:3',
  description: 'the tag moves',
  severity: 'warning',
  place: { uri: 'file:///w/compose.yaml', line: 2 },
  rule: 'MLPS-IMG-002',
  isWaivable: true,
});

it('reads out what is drawn: the label and the state in words', () => {
  const { accessibilityInformation } = treeItem(node({ state: 'partial', description: 'Partly met' }));
  expect(accessibilityInformation).toEqual({ label: 'C22 Images, Partly met' });
  expect(treeItem(node({})).accessibilityInformation).toEqual({ label: 'C22 Images' });
});

it.each([
  ['met', 'pass'],
  ['clean', 'check'],
  ['partial', 'warning'],
  ['unmet', 'error'],
  ['fail', 'error'],
  ['notApplicable', 'circle-slash'],
  ['manual', 'person'],
  ['unknown', 'question'],
] as const)('shows by its shape that a row is %s', (state, id) => {
  expect(treeItem(node({ state })).iconPath).toMatchObject({ id });
});

it('can be opened where something is below it', () => {
  expect(treeItem(node({ children: [finding] })).collapsibleState).toBe(1);
  expect(treeItem(finding).collapsibleState).toBe(0);
});

it('leads a finding to its line, and a rule to its page', () => {
  const at = { line: 2, character: 0 };
  expect(treeItem(finding).command).toMatchObject({
    command: 'vscode.open',
    arguments: ['file:///w/compose.yaml', { selection: { start: at, end: at } }],
  });
  expect(treeItem(node({ kind: 'rule', rule: 'MLPS-IMG-002' })).command).toMatchObject({
    command: 'qrCodeMaster.openRulePage',
    arguments: ['MLPS-IMG-002'],
  });
});

describe('entries of the menu', () => {
  const { menus } = JSON.parse(readFileSync('package.json', 'utf8')).contributes;
  /** Commands of a group for a node, by the pattern that the manifest gives. */
  const offered = (each: ChecklistNode, group: string): string[] =>
    menus['view/item/context']
      .filter((entry: { when: string; group: string }) => entry.group.startsWith(`${group}@`))
      .filter(({ when }: { when: string }) => when.includes('qrCodeMaster.checklist'))
      .filter(({ when }: { when: string }) =>
        new RegExp(/viewItem =~ \/(.*)\/$/.exec(when)![1]!).test(treeItem(each).contextValue!),
      )
      .map(({ command }: { command: string }) => command.replace('qrCodeMaster.', ''));

  it.each([
    ['a finding', finding, ['showChecklistFixes', 'waiveChecklistFinding', 'openChecklistRule']],
    [
      'a finding that is suppressed',
      { ...finding, isWaivable: undefined },
      ['showChecklistFixes', 'openChecklistRule'],
    ],
    ['a rule', node({ kind: 'rule', rule: 'MLPS-IMG-002' }), ['openChecklistRule']],
    ['a row that somebody may answer for', node({ row: 'C86' }), ['addAttestation']],
    ['a row that asks for nothing', node({}), []],
    ['a chapter', node({ kind: 'group' }), []],
    ['an attestation', node({ kind: 'attestation' }), []],
  ])('of %s: the same under the pointer and by keyboard', (_, each, commands) => {
    expect(offered(each, 'inline')).toEqual(commands);
    // Buttons in the row are not reached by keys: the menu is.
    expect(offered(each, '1_row')).toEqual(commands);
  });
});
