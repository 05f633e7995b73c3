/** The words above the tree of the checklist. */
import * as vscode from 'vscode';
import type { Checklist } from '../../worker/protocol/checklist';

/** Configurations with problems that are named: the report names all. */
const MOST_NAMED = 3;

/**
 * How many rows are in which state, then what is missing or wrong, a line for each after the first.
 * @param isEmpty the filter leaves nothing
 */
export function checklistMessage({ assessment, words }: Checklist, isEmpty: boolean): string {
  const { configs, coverage, notJudged } = assessment;
  const counts = (['met', 'partial', 'unmet', 'manual', 'unknown'] as const)
    .map((state) => `${words.rowStates[state]} ${coverage.rows[state]}`)
    .join(' · ');
  const missing = notJudged.length;
  const broken = configs.flatMap(({ path, problems }) => (problems ? { path, ...problems } : []));
  const notes = [
    isEmpty && vscode.l10n.t('Nothing is left by this filter.'),
    missing > 0 && vscode.l10n.t('Files that could not be judged: {0}. The report names them.', missing),
    ...broken.slice(0, MOST_NAMED).map(({ path, count, first }) => {
      const lines = [...new Set(first.map(({ line }) => line))].join(', ');
      return vscode.l10n.t('Problems in {0}: {1} (line {2}). What is wrong there has no effect.', path, count, lines);
    }),
  ];
  // VS Code shows it all in one line that wraps.
  return [counts, notes.filter(Boolean).join('\n')].filter(Boolean).join(' · ');
}
