/** What is taken for a folder by its name, of what VS Code's watcher tells. */
import { expect, test, vi } from 'vitest';
import { folderEvents } from '../../src/extension/folderEvents';

const { vscode, on } = vi.hoisted(() => {
  const on = {} as Record<'create' | 'change' | 'delete', (uri: { path: string }) => unknown>;
  const to = (name: keyof typeof on) => (listener: (uri: { path: string }) => unknown) => void (on[name] = listener);
  const watcher = { onDidCreate: to('create'), onDidChange: to('change'), onDidDelete: to('delete') };
  return { on, vscode: { Disposable: { from: () => ({}) }, workspace: { createFileSystemWatcher: () => watcher } } };
});
vi.mock('vscode', () => vscode);

const told = (event: keyof typeof on, ...paths: string[]): string[] => {
  const out: string[] = [];
  folderEvents({
    came: ({ path }) => out.push(`came ${path}`),
    went: ({ path }) => out.push(`went ${path}`),
  });
  for (const path of paths) on[event]({ path });
  return out;
};

test('a folder comes, goes, or went and came again at once', () => {
  expect(told('create', '/w/shop')).toEqual(['came /w/shop']);
  expect(told('delete', '/w/shop')).toEqual(['went /w/shop']);
  expect(told('change', '/w/shop')).toEqual(['went /w/shop']);
});

test('dots do not make a file', () => {
  const folders = ['/w/sshd_config.d', '/w/v1.2', '/w/.github', '/w/a.b/deploy'];
  expect(told('create', ...folders)).toEqual(folders.map((path) => `came ${path}`));
});

test('files by their ending, and what tools wrote, are not told', () => {
  const others = ['/w/a.png', '/w/main.go', '/w/node_modules', '/w/node_modules/a', '/w/.git/index'];
  for (const event of ['create', 'change', 'delete'] as const) expect(told(event, ...others)).toEqual([]);
});
