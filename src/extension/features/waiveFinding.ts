/** The waiver that the light bulb offers for a finding, from its row of the checklist. */
import * as vscode from 'vscode';
import type { ActionNote } from '../../worker/protocol/actionNote';
import type { ChecklistNode } from './checklistNodes';

/** Writes it into the configuration, and goes there to where its reason is to be written. */
export async function waiveFinding({ place, rule }: Pick<ChecklistNode, 'place' | 'rule'>): Promise<void> {
  if (!place || !rule) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  const { range } = document.lineAt(Math.min(place.line, document.lineCount - 1));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const waiver = actions.find(({ command }) => isWaiver(command?.arguments?.[0], rule));
  if (!waiver?.edit || !(await vscode.workspace.applyEdit(waiver.edit))) {
    const message = vscode.l10n.t(
      '{0} cannot be waived from here: nothing of it is reported at that line now. Refresh the checklist, or write the waiver into .qrcodemaster.yaml.',
      rule,
    );
    void vscode.window.showWarningMessage(message);
    return;
  }
  const { command, arguments: given = [] } = waiver.command!;
  await vscode.commands.executeCommand(command, ...given);
}

/** Entries of the light bulb say for the operation log what they do. */
const isWaiver = (note: Partial<ActionNote> | undefined, rule: string): boolean =>
  note?.op === 'waiver' && note.rule === rule;
