/** Texts of strangers in the history: rows and the search show them as text, and draw nothing of them. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../../src/extension/features/historyEntries';
import { historyView } from '../../../src/extension/features/historyView';
import { HOSTILE } from '../../panel/hostileTexts';
import { encoded } from '../panel/answers';
import { startAgain, uriOf } from './storageKit';

interface Picked {
  label: string;
  detail?: string;
  description: string;
}
const { picks } = vi.hoisted(() => ({ picks: [] as { items: Picked[] }[] }));

vi.mock('vscode', async () => {
  const { vscode } = await import('./storageKit');
  const pick = () => ({ items: [], onDidTriggerItemButton() {}, onDidAccept() {}, onDidHide() {}, show() {} });
  return {
    ...vscode,
    TreeItem: class {
      constructor(readonly label: string) {}
    },
    ThemeIcon: class {},
    window: {
      createQuickPick: () => {
        const made = pick();
        picks.push(made);
        return made;
      },
    },
  };
});

const texts = [...HOSTILE, '$(trash) remove all', `${'x'.repeat(90)}$(trash)`];
/** Control and direction marks, which would act on whoever reads or copies them. */
const MARKS = /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;

beforeEach(startAgain);

it('draws no icon of a text or a name, shows no mark, and keeps a row to one line', async () => {
  const context = { storageUri: uriOf('/store'), workspaceState: { get: (_: string, all: string) => all } };
  const view = historyView({ context } as never, {} as never, { fire() {} } as never);
  const made = texts.map((text) => ({
    ...{ source: { text }, item: encoded(text), level: 'H' as const, exact: false, split: false },
  }));
  await view.remember({ made, read: [], sets: [] }, 'new');
  const entries = await view.entries();
  expect(entries.length).toBeGreaterThan(10);
  const named: HistoryEntry = { ...entries[0]!, origin: 'read', picture: 'file:///w/$(trash)\u202e.png' };
  for (const entry of [...entries, named]) {
    const item = view.item(entry);
    expect(item.label).not.toMatch(MARKS);
    expect(item.description).not.toMatch(MARKS);
    expect([...(item.label as string)].length).toBeLessThanOrEqual(81);
    // Not Markdown, which could hold links and pictures.
    expect(typeof item.tooltip).toBe('string');
  }
  await view.search();
  for (const { label, detail = '', description } of picks[0]!.items) {
    for (const shown of [label, detail, description]) {
      expect(shown).not.toMatch(MARKS);
      expect(shown).not.toContain('$(');
    }
  }
  expect(picks[0]!.items.some(({ label }) => label.includes('trash'))).toBe(true);
});
