/** Whoever waits for a document to be checked as it is; VS Code is played. */
import { expect, it, vi } from 'vitest';
import type { CheckedDocument } from '../../../src/worker/protocol/checked';

const { closes } = vi.hoisted(() => ({ closes: [] as ((document: { uri: string }) => void)[] }));
vi.mock('vscode', () => ({
  LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
  l10n: { t: (text: string) => text },
  languages: { createLanguageStatusItem: () => ({ dispose() {} }) },
  window: { activeTextEditor: undefined, onDidChangeActiveTextEditor: () => ({ dispose() {} }) },
  workspace: { onDidCloseTextDocument: (heard: (typeof closes)[number]) => closes.push(heard) },
}));
const { checkStatus } = await import('../../../src/extension/features/checkStatus');

it('has the first check of that version or of a later one, come or coming', async () => {
  const status = checkStatus();
  const came: string[] = [];
  const wait = (uri: string, version: number, name: string) =>
    void status.checked({ uri, version } as never).then((checked) => came.push(`${name} ${checked.version}`));
  const show = async (uri: string, version: number) => {
    status.show({ uri, version } as CheckedDocument);
    await Promise.resolve();
    await Promise.resolve();
    return came.splice(0);
  };
  wait('a', 2, 'first');
  expect(await show('a', 1)).toEqual([]);
  expect(await show('b', 2)).toEqual([]);
  expect(await show('a', 3)).toEqual(['first 3']);
  wait('a', 3, 'known');
  wait('a', 4, 'next');
  wait('b', 9, 'closed');
  for (const heard of closes) heard({ uri: 'b' });
  expect(await show('a', 4)).toEqual(['known 3', 'next 4']);
  expect(await show('b', 9)).toEqual([]);
});
