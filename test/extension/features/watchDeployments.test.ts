/** Which events of VS Code's watchers say that the deployment files may be others. */
import { expect, test, vi } from 'vitest';
import { watchDeployments } from '../../../src/extension/features/watchDeployments';

const { vscode, watchers } = vi.hoisted(() => {
  type Listener = (uri: { path: string; toString(): string }) => unknown;
  const watchers = new Map<string, Record<'create' | 'change' | 'delete', Listener>>();
  const vscode = {
    FileType: { Unknown: 0, File: 1, Directory: 2 },
    Disposable: { from: () => ({}) },
    workspace: {
      createFileSystemWatcher(glob: string) {
        const on = {} as Record<'create' | 'change' | 'delete', Listener>;
        watchers.set(glob === '**/*' ? 'all' : 'files', on);
        const to = (name: keyof typeof on) => (listener: Listener) => void (on[name] = listener);
        return { onDidCreate: to('create'), onDidChange: to('change'), onDidDelete: to('delete') };
      },
      fs: {
        stat: async ({ path }: { path: string }) => {
          if (path === '/w/gone') throw new Error('FileNotFound');
          return { type: path === '/w/file' ? 1 : 2 };
        },
      },
    },
  };
  return { vscode, watchers };
});
vi.mock('vscode', () => vscode);

const uri = (path: string) => ({ path, toString: () => `file://${path}` });
const heard = async (from: 'files' | 'all', event: 'create' | 'change' | 'delete', path: string): Promise<boolean> => {
  const later = vi.fn();
  watchDeployments(() => ['file:///w/shop/compose.yaml'], later);
  await watchers.get(from)![event](uri(path));
  return later.mock.calls.length > 0;
};

test('a deployment file that comes, changes, goes', async () => {
  for (const event of ['create', 'change', 'delete'] as const)
    expect(await heard('files', event, '/w/compose.yaml')).toBe(true);
});

test('a folder with deployment files that goes, or went and came at once', async () => {
  for (const event of ['delete', 'change'] as const) {
    expect(await heard('all', event, '/w/shop')).toBe(true);
    expect(await heard('all', event, '/w/shopping')).toBe(false);
  }
});

test('a folder that comes may hold some; a file, and what is gone again, does not', async () => {
  expect(await heard('all', 'create', '/w/new')).toBe(true);
  expect(await heard('all', 'create', '/w/file')).toBe(false);
  expect(await heard('all', 'create', '/w/gone')).toBe(false);
});
