/** What the history keeps of what is shown one after the other; VS Code is played. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Remembered } from '../../../src/extension/features/historyEntries';
import { historyView } from '../../../src/extension/features/historyView';
import type { Made } from '../../../src/extension/panel/shown';
import { encoded } from '../panel/answers';
import { files, startAgain, uriOf } from './storageKit';

vi.mock('vscode', async () => (await import('./storageKit')).vscode);

const made = (text: string): Made => ({
  source: { text },
  item: encoded(text),
  level: 'H',
  exact: false,
  split: false,
});

function history() {
  const context = { storageUri: uriOf('/store'), workspaceState: { get: (_: string, all: string) => all } };
  const view = historyView({ context } as never, {} as never, { fire() {} } as never);
  return {
    item: view.item,
    show: (how: Remembered, ...shown: Made[]) => view.remember({ made: shown, read: [], sets: [] }, how),
    texts: async () => (await view.entries()).map(({ text }) => text),
  };
}
const stored = () => [...files.values()].join();

beforeEach(startAgain);

it('keeps of a selection that is followed the newest code alone', async () => {
  const { show, texts } = history();
  await show('new', made('before'));
  for (const text of ['h', 'he', 'hello']) await show('followed', made(text));
  expect(await texts()).toEqual(['hello', 'before']);
  await show('new', made('after'));
  await show('followed', made('next'));
  expect(await texts()).toEqual(['next', 'after', 'hello', 'before']);
});

it('tells of a picture elsewhere its name in the row, and its path in the tooltip', () => {
  const { item } = history();
  const entry = { origin: 'read', text: 'a', at: 0 } as const;
  const { description, tooltip, accessibilityInformation } = item({
    ...entry,
    picture: 'file:////home/me/shots/a.png',
  });
  expect(description).toBe('a.png');
  expect(accessibilityInformation?.label).toMatch(/^a, read · a\.png · /);
  expect(tooltip).toContain(' /home/me/shots/a.png ');
  expect(item({ ...entry, picture: 'file:///pictures/b.png' }).description).toBe('pictures/b.png');
});

it('keeps no beginning of a secret that is typed while it is followed', async () => {
  const { show, texts } = history();
  await show('new', made('before'));
  await show('followed', made('https://ada:hunter2'));
  expect(stored()).toContain('hunter2');
  await show('followed', made('https://ada:hunter2@example.com'));
  expect(await texts()).toEqual(['before']);
  expect(stored()).not.toContain('hunter2');
  await show('followed', made('next'));
  expect(await texts()).toEqual(['next', 'before']);
});

it('leaves no file of a secret whose beginning was the only code', async () => {
  const { show } = history();
  await show('followed', made('https://ada:hunter2'));
  await show('followed', made('https://ada:hunter2@example.com'));
  expect([...files]).toEqual([]);
});

it('still follows what was only drawn again', async () => {
  const { show, texts } = history();
  const beginning = made('https://ada:hunter2');
  await show('followed', beginning);
  await show('followed', beginning);
  // Another tab of the panel, while the selection is no longer followed and followed again.
  await show('new', beginning);
  await show('followed', made('https://ada:hunter2@example.com'));
  expect(await texts()).toEqual([]);
});
