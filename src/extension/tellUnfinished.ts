/** Tells what an earlier window of the workspace began and did not finish; loaded where there is any. */
import * as vscode from 'vscode';
import { keyOf, type Unfinished, WORKS, type Work } from './windowWork';

const COMMANDS: Record<Work, string> = {
  batch: 'qrCodeMaster.generateBatch',
  sheet: 'qrCodeMaster.generateBatch',
  report: 'qrCodeMaster.exportReport',
};

/** Each once. */
export function tellUnfinished(state: vscode.Memento): void {
  for (const work of WORKS) {
    const unfinished = state.get<Unfinished>(keyOf(work));
    if (!unfinished) continue;
    void state.update(keyOf(work), undefined);
    const again = vscode.l10n.t('Start Again');
    void vscode.window
      // A notification makes links of Markdown, and the name is that of a file.
      .showWarningMessage(sentence(work, unfinished).replaceAll('](', '] ('), again)
      .then((choice) => choice === again && vscode.commands.executeCommand(COMMANDS[work]));
  }
}

function sentence(work: Work, { name, place, done, count }: Unfinished): string {
  return work === 'batch'
    ? vscode.l10n.t(
        'The batch {0} was not finished, because its window was closed or reloaded. Codes done until then: {1} of {2}. What is in {3} is whole.',
        name,
        done,
        count,
        place,
      )
    : vscode.l10n.t('{0} was not saved, because its window was closed or reloaded before it was made.', place);
}
