/** Asks for one of a view's choices, such as its filter, and keeps it. */
import * as vscode from 'vscode';

/**
 * @param now what holds, marked in the list; @param choices their labels
 * @returns whether one was chosen
 */
export async function chooseStored<T extends string>(
  state: vscode.Memento,
  key: string,
  now: T,
  choices: Record<T, string>,
  title: string,
): Promise<boolean> {
  const picks = Object.entries<string>(choices).map(([value, label]) => ({
    value,
    label,
    description: value === now ? vscode.l10n.t('now') : '',
  }));
  const picked = await vscode.window.showQuickPick(picks, { title });
  if (picked) await state.update(key, picked.value);
  return picked !== undefined;
}
