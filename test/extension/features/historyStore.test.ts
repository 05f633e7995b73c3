/** Where the history lies; VS Code's storage is played. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../../src/extension/features/historyEntries';
import { historyStore } from '../../../src/extension/features/historyStore';
import { disk, files, startAgain, uriOf } from './storageKit';

vi.mock('vscode', async () => (await import('./storageKit')).vscode);

const FILE = '/store/codes.json';
const entry = (text: string): HistoryEntry => ({ origin: 'made', text, at: 1 });
const add = (text: string) => (stored: HistoryEntry[]) => [entry(text), ...stored];
const inFolder = () => historyStore({ storageUri: uriOf('/store') } as never);

beforeEach(startAgain);

it('makes one change after the other, and is there for the next window', async () => {
  const store = inFolder();
  await Promise.all(['a', 'b', 'c'].map((text) => store.change(add(text))));
  expect(await inFolder().read()).toEqual([entry('c'), entry('b'), entry('a')]);
  expect([...files.keys()]).toEqual([FILE]);
});

it('keeps the file whole when it cannot be written, and goes on afterwards', async () => {
  const store = inFolder();
  await store.change(add('a'));
  disk.isFull = true;
  await expect(store.change(add('b'))).rejects.toThrow('NoSpace');
  expect(await inFolder().read()).toEqual([entry('a')]);
  disk.isFull = false;
  await store.change(add('c'));
  expect(await inFolder().read()).toEqual([entry('c'), entry('a')]);
});

it('leaves no file of an empty history, whether there was one or not', async () => {
  const store = inFolder();
  await store.change(() => []);
  await store.change(add('a'));
  await store.change(() => []);
  expect([...files]).toEqual([]);
});

it('takes a damaged file for an empty one', async () => {
  files.set(FILE, '{"codes":[');
  expect(await inFolder().read()).toEqual([]);
});

it('lies in the memento of a window without a workspace', async () => {
  const kept = new Map<string, unknown>();
  const workspaceState = {
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => kept.set(key, value),
  };
  const store = historyStore({ workspaceState } as never);
  await store.change(add('a'));
  expect(await historyStore({ workspaceState } as never).read()).toEqual([entry('a')]);
  expect([...files]).toEqual([]);
  await store.change(() => []);
  expect(kept.get('codes.json')).toBeUndefined();
});

it('leaves nothing beside the file where it cannot be written, and says why', async () => {
  const store = inFolder();
  await store.change(add('a'));
  disk.isFull = true;
  await expect(store.change(add('b'))).rejects.toThrow('NoSpace');
  expect([...files.keys()]).toEqual([FILE]);
});
