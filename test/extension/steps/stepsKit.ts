/**
 * VS Code as far as steps need it, its quick input answered by a script. One for all tests: modules
 * are loaded once for several files.
 */
import { expect, vi } from 'vitest';

export interface Input {
  title: string;
  value: string;
  placeholder?: string;
  items?: { label: string; description?: string }[];
  activeItems: { label: string }[];
  validationMessage?: string;
  /** Enter, on the active row of a list. */
  press(): void;
  type(text: string): void;
  /** A row by a part of its label. */
  take(label: string): void;
  hide(): void;
  back(): void;
}

export interface Created {
  path: string;
  options: { overwrite: boolean; ignoreIfExists: boolean; contents: Uint8Array };
}

/** Inputs that wait for an answer. */
export const shown: Input[] = [];

const first = () => ({
  folders: [{ name: 'site', uri: { scheme: 'file', path: '/site' } }] as unknown[] | undefined,
  trusted: true,
  writable: true as boolean | undefined,
  /** Paths of files that are there. */
  existing: new Set<string>(),
  /** Edits are made. */
  applies: true,
  created: [] as Created[],
  told: [] as string[],
  /** Commands. */
  ran: [] as string[],
});
export const state = first();

export function startAgain(): void {
  shown.length = 0;
  Object.assign(state, first());
}

/** The input that is shown next. */
export async function next(): Promise<Input> {
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(0));
  return shown.shift()!;
}

const back = {};

function input() {
  const listeners = { accept: () => {}, hide: () => {}, button: (_: unknown) => {}, change: () => {} };
  const made = {
    ...{ title: '', value: '', items: [] as { label: string }[] },
    ...{ activeItems: [] as unknown[], selectedItems: [] as unknown[] },
    onDidTriggerButton: (listener: (button: unknown) => void) => (listeners.button = listener),
    onDidHide: (listener: () => void) => (listeners.hide = listener),
    onDidAccept: (listener: () => void) => (listeners.accept = listener),
    onDidChangeValue: (listener: () => void) => (listeners.change = listener),
    show: () => void shown.push(made as unknown as Input),
    dispose() {},
    hide: () => listeners.hide(),
    back: () => listeners.button(back),
    press() {
      if (made.activeItems.length > 0) made.selectedItems = made.activeItems;
      listeners.accept();
    },
    take(label: string) {
      made.selectedItems = [made.items.find((item) => item.label.includes(label))];
      listeners.accept();
    },
    type(text: string) {
      made.value = text;
      listeners.change();
    },
  };
  return made;
}

const tell = async (text: string) => void state.told.push(text);

export const vscode = {
  env: { language: 'en' },
  l10n: { t: (text: string, ...values: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(values[at])) },
  window: {
    ...{ createQuickPick: input, createInputBox: input, tabGroups: { all: [], close: async () => true } },
    ...{ showWarningMessage: tell, showInformationMessage: tell },
  },
  workspace: {
    get workspaceFolders() {
      return state.folders;
    },
    get isTrusted() {
      return state.trusted;
    },
    fs: {
      isWritableFileSystem: () => state.writable,
      stat: async ({ path }: { path: string }) => {
        if (!state.existing.has(path)) throw new Error('none');
      },
      readFile: async () => Promise.reject(new Error('none')),
      delete: async () => Promise.reject(new Error('none')),
    },
    asRelativePath: ({ path }: { path: string }) => path,
    registerTextDocumentContentProvider: () => ({ dispose() {} }),
    applyEdit: async (edit: { created: Created[] }) => {
      if (state.applies) state.created = edit.created;
      return state.applies;
    },
  },
  commands: { executeCommand: async (command: string) => void state.ran.push(command) },
  Uri: {
    joinPath: ({ path }: { path: string }, name: string) => ({ path: `${path}/${name}` }),
    from: (parts: unknown) => parts,
  },
  WorkspaceEdit: class {
    created: Created[] = [];
    createFile({ path }: { path: string }, options: Created['options']) {
      this.created.push({ path, options });
    }
  },
  QuickInputButtons: { Back: back },
  QuickPickItemKind: { Separator: -1 },
};
