/** A waiver from the checklist: the entry of the light bulb, its edit, and its way to the reason. */
import { beforeEach, expect, it, vi } from 'vitest';
import { waiveFinding } from '../../../src/extension/features/waiveFinding';

const { state, vscode } = vi.hoisted(() => {
  const state = { actions: [] as object[], applied: [] as unknown[], run: [] as unknown[][], warned: [] as string[] };
  const vscode = {
    l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(values[at])) },
    Uri: { parse: (text: string) => text },
    CodeActionKind: { QuickFix: { value: 'quickfix' } },
    window: { showWarningMessage: async (text: string) => void state.warned.push(text) },
    workspace: {
      openTextDocument: async (uri: string) => ({
        uri,
        lineCount: 3,
        lineAt: (line: number) => ({ range: `line ${line}` }),
      }),
      applyEdit: async (edit: unknown) => {
        state.applied.push(edit);
        return edit !== 'refused';
      },
    },
    commands: {
      executeCommand: async (...all: unknown[]) => {
        state.run.push(all);
        return all[0] === 'vscode.executeCodeActionProvider' ? state.actions : undefined;
      },
    },
  };
  return { state, vscode };
});
vi.mock('vscode', () => vscode);

const action = (op: string, rule: string, edit: string) => ({
  edit,
  command: { command: 'note', arguments: [{ op, rule, uri: 'c' }, 'go', 'there'] },
});
const finding = { place: { uri: 'file:///w/compose.yaml', line: 1 }, rule: 'MLPS-IMG-002' };

beforeEach(() => {
  for (const list of Object.values(state)) list.length = 0;
});

it('takes the waiver of its rule, and goes to the reason', async () => {
  state.actions.push(
    { edit: 'of another extension' },
    action('suppression', 'MLPS-IMG-002', 'a comment'),
    action('waiver', 'MLPS-IMG-001', 'another rule'),
    action('waiver', 'MLPS-IMG-002', 'the waiver'),
  );
  await waiveFinding(finding);
  expect(state.applied).toEqual(['the waiver']);
  expect(state.run).toEqual([
    ['vscode.executeCodeActionProvider', 'file:///w/compose.yaml', 'line 1', 'quickfix'],
    ['note', { op: 'waiver', rule: 'MLPS-IMG-002', uri: 'c' }, 'go', 'there'],
  ]);
  expect(state.warned).toEqual([]);
});

it.each([
  ['nothing of it is reported there any more', []],
  ['the edit is refused', [action('waiver', 'MLPS-IMG-002', 'refused')]],
])('says so where %s, and runs nothing', async (_, actions) => {
  state.actions.push(...actions);
  await waiveFinding({ ...finding, place: { ...finding.place, line: 99 } });
  expect(state.warned).toEqual([expect.stringMatching(/^MLPS-IMG-002 cannot be waived from here/)]);
  // A file that became shorter is asked at its last line.
  expect(state.run).toEqual([expect.arrayContaining(['line 2'])]);
});
