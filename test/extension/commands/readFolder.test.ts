/** *Read QR Codes in This Workspace*, without VS Code. */
import { expect, it, vi } from 'vitest';
import { readWorkspace } from '../../../src/extension/commands/readFolder';

const { state, vscode } = vi.hoisted(() => {
  const state = { folders: undefined as unknown[] | undefined, said: [] as string[], ran: [] as string[] };
  const vscode = {
    l10n: { t: (text: string) => text },
    commands: { executeCommand: async (id: string) => void state.ran.push(id) },
    window: {
      async showInformationMessage(text: string, ...choices: string[]) {
        state.said.push(text);
        return choices[0];
      },
    },
    workspace: {
      name: 'site (Workspace)',
      get workspaceFolders() {
        return state.folders;
      },
    },
  };
  return { state, vscode };
});
vi.mock('vscode', () => vscode);

const showFolder = vi.fn();
const app = { panelHost: async () => ({ panel: { showFolder } }) } as never;

it('offers to open a folder where none is open', async () => {
  await readWorkspace.run(app);
  expect(state.said).toEqual(['Open a folder first: its pictures are read.']);
  await vi.waitFor(() => expect(state.ran).toEqual(['vscode.openFolder']));
  expect(showFolder).not.toHaveBeenCalled();
});

it('shows the table of all folders under the name of the workspace', async () => {
  state.folders = ['file:///a', 'file:///b'].map((uri) => ({ uri, name: uri }));
  await readWorkspace.run(app);
  expect(showFolder).toHaveBeenCalledWith('site (Workspace)', ['file:///a', 'file:///b']);
});
