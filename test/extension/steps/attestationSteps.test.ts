/** *Add Attestation…* step by step, answered by a script in the place of VS Code. */
import { beforeEach, expect, it, vi } from 'vitest';
import { attestationSteps } from '../../../src/extension/steps/attestationSteps';
import { type Attestable, type AttestParams, answerSentences } from '../../../src/worker/protocol/attest';
import { attestableMethod, type Method } from '../../../src/worker/protocol/methods';

interface Edit {
  kind: 'insert' | 'create';
  text: string;
}

const { vscode, state } = vi.hoisted(() => {
  const state = {
    folders: ['file:///w'],
    isTrusted: true,
    writable: true as boolean | undefined,
    permissions: undefined as number | undefined,
    exists: false,
    text: 'profile: mlps3\n',
    isDirty: false,
    saved: 0,
    answers: [] as (string | undefined)[],
    said: [] as string[],
    refused: [] as string[],
    pressed: undefined as string | undefined,
    made: [] as Edit[],
    shown: 0,
  };
  const uri = (text: string) => ({ path: text.slice('file://'.length), scheme: 'file', toString: () => text });
  const say = async (text: string, ...rest: unknown[]) => {
    state.said.push(text);
    return rest.includes(state.pressed) ? state.pressed : undefined;
  };
  class WorkspaceEdit {
    edits: Edit[] = [];
    insert = (_uri: unknown, _at: unknown, text: string) => void this.edits.push({ kind: 'insert', text });
    createFile = (_uri: unknown, { contents }: { contents: Uint8Array }) =>
      void this.edits.push({ kind: 'create', text: new TextDecoder().decode(contents) });
  }
  const document = {
    version: 1,
    get isDirty() {
      return state.isDirty;
    },
    getText: () => state.text,
    save: async () => state.saved++ >= 0,
  };
  const vscode = {
    env: { language: 'en' },
    l10n: { t: (text: string, ...of: string[]) => text.replace(/\{(\d)\}/g, (_, i) => of[Number(i)]!) },
    Uri: { parse: uri, joinPath: (base: unknown, name: string) => uri(`${base}/${name}`) },
    Position: class {},
    Range: class {},
    WorkspaceEdit,
    FilePermission: { Readonly: 1 },
    QuickPickItemKind: { Separator: -1 },
    commands: { executeCommand: async (id: string) => void state.said.push(id) },
    workspace: {
      get workspaceFolders() {
        return state.folders.map((folder) => ({ uri: uri(folder) }));
      },
      get isTrusted() {
        return state.isTrusted;
      },
      findFiles: async () => [],
      getWorkspaceFolder: () => undefined,
      asRelativePath: ({ path }: { path: string }) => path.slice(3),
      fs: {
        isWritableFileSystem: () => state.writable,
        stat: async () => ({ permissions: state.permissions }),
      },
      openTextDocument: async () => document,
      applyEdit: async ({ edits }: { edits: Edit[] }) => {
        if (state.exists) return false;
        state.made.push(...edits);
        return true;
      },
    },
    window: {
      activeTextEditor: undefined,
      showErrorMessage: say,
      showWarningMessage: say,
      showInformationMessage: say,
      showTextDocument: async () => void state.shown++,
      showQuickPick: async (items: { label: string }[]) => items.find(({ label }) => label.startsWith('C86')),
      showInputBox: async ({ value, validateInput }: { value: string; validateInput(text: string): string }) => {
        for (;;) {
          if (state.answers.length === 0) return undefined;
          const answer = state.answers.shift();
          const problem = validateInput(answer ?? value);
          if (!problem) return answer ?? value;
          state.refused.push(problem);
        }
      },
    },
  };
  return { vscode, state };
});
vi.mock('vscode', () => vscode);

const initial = { ...state };
const asked: AttestParams[] = [];
let isNew = false;
const target = (): Attestable => ({
  config: 'file:///w/.qrcodemaster.yaml',
  isNew,
  today: '2026-11-25',
  until: '2027-11-25',
  rows: [
    { row: 'C14', words: '2.2 data stays local', state: 'open' },
    { row: 'C86', words: '6.2 emergency plan', look: 'the plan', state: 'open' },
  ],
});
const at = { line: 1, character: 0 };
const server = {
  async request<Params extends object, Result>({ method }: Method<Params, Result>, params: Params): Promise<Result> {
    if (method === attestableMethod.method) return target() as Result;
    asked.push(params as unknown as AttestParams);
    return { at, newText: 'entry', entry: at } as Result;
  },
};
const noted: object[] = [];
const operations = { note: (operation: object) => void noted.push(operation) };
const run = (wanted?: unknown) => attestationSteps(server, operations, wanted);
/** Undefined takes what is proposed. */
const GOOD = ['Li Wei', undefined, 'plan.pdf', undefined];

beforeEach(() => {
  Object.assign(state, initial, { answers: [...GOOD], said: [], refused: [], made: [] });
  asked.length = 0;
  noted.length = 0;
  isNew = false;
});

it('asks, writes, saves and shows', async () => {
  await run();
  expect(asked).toEqual([
    {
      config: 'file:///w/.qrcodemaster.yaml',
      text: 'profile: mlps3\n',
      answers: { row: 'C86', by: 'Li Wei', on: '2026-11-25', evidence: 'plan.pdf', until: '2027-11-25' },
    },
  ]);
  expect(state).toMatchObject({ made: [{ kind: 'insert', text: 'entry' }], saved: 1, shown: 1, said: [] });
  const detail = { row: 'C86', until: '2027-11-25', saved: true };
  const config = 'file:///w/.qrcodemaster.yaml';
  expect(noted).toEqual([{ op: 'attestation', target: config, result: 'ok', ms: expect.any(Number), detail }]);
});

it('does not save what somebody else wrote into the file', async () => {
  state.isDirty = true;
  await run();
  expect(state).toMatchObject({ made: [{ kind: 'insert', text: 'entry' }], saved: 0 });
  expect(noted).toMatchObject([{ result: 'ok', detail: { saved: false } }]);
});

it('asks no row that was named, and takes none that is not there', async () => {
  await run({ row: 'C14' });
  expect(asked[0]!.answers.row).toBe('C14');
  for (const row of ['C93', 7, null, {}]) await run({ row });
  expect(asked).toHaveLength(1);
  expect(state.said).toHaveLength(4);
});

it('asks again until an answer can be used', async () => {
  state.answers = ['', 'Li Wei', '2026-11-26', '2026-11-31', undefined, ' ', 'plan.pdf', '2026-11-24', ''];
  await run();
  const problems = ['missing', 'future', 'day', 'missing', 'over'] as const;
  expect(state.refused).toEqual(problems.map((problem) => answerSentences[problem].en));
  expect(asked[0]!.answers.until).toBe('');
});

it('writes nothing when it is cancelled', async () => {
  state.answers = ['Li Wei'];
  await run();
  expect(state.made).toEqual([]);
  expect(noted).toEqual([]);
});

it('makes a configuration only when that is confirmed', async () => {
  isNew = true;
  await run();
  expect(state.said).toEqual(['Create .qrcodemaster.yaml?']);
  expect(asked).toEqual([]);
  Object.assign(state, { answers: [...GOOD], pressed: 'Create' });
  await run();
  expect(asked[0]!.text).toBeNull();
  expect(state.made).toEqual([{ kind: 'create', text: 'entry' }]);
  Object.assign(state, { answers: [...GOOD], exists: true });
  await expect(run()).rejects.toThrow('exists already');
  expect(noted).toMatchObject([{ result: 'ok' }, { op: 'attestation', result: 'failed', detail: { code: 'Error' } }]);
});

it('says why nothing can be written', async () => {
  Object.assign(state, { folders: [], pressed: 'Open Folder…' });
  await run();
  expect(state.said.at(0)).toContain('Open a folder');
  await vi.waitFor(() => expect(state.said.at(-1)).toBe('vscode.openFolder'));
  Object.assign(state, { folders: ['file:///w'], isTrusted: false, pressed: 'Manage Workspace Trust' });
  await run();
  await vi.waitFor(() =>
    expect(state.said.slice(-2)).toEqual([expect.stringContaining('Nothing is attested'), 'workbench.trust.manage']),
  );
  Object.assign(state, { isTrusted: true, writable: false });
  await expect(run()).rejects.toThrow('read-only');
  Object.assign(state, { answers: [...GOOD], writable: true, permissions: 1 });
  await expect(run()).rejects.toThrow('read-only');
  expect(asked).toEqual([]);
});
