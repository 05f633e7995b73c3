/**
 * The language status item of a deployment file: how many findings of which severity, after how
 * many milliseconds, in which profile.
 */
import * as vscode from 'vscode';
import type { CheckedDocument } from '../../worker/protocol/checked';
import { documentSelector } from '../documentSelector';

export interface CheckStatus extends vscode.Disposable {
  show(checked: CheckedDocument): void;
  /**
   * How a document was checked as it is now, or later; never resolves when it is closed before that.
   */
  checked(document: Pick<vscode.TextDocument, 'uri' | 'version'>): Promise<CheckedDocument>;
}

const nameOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));

const openCommand = (uri: string): vscode.Command => ({
  command: 'vscode.open',
  title: vscode.l10n.t('Open Configuration'),
  arguments: [vscode.Uri.parse(uri)],
});

export function checkStatus(): CheckStatus {
  const item = vscode.languages.createLanguageStatusItem('qrCodeMaster.compliance', documentSelector);
  item.name = vscode.l10n.t('QR Code Master: Compliance');
  const known = new Map<string, CheckedDocument>();
  let awaited: { uri: string; version: number; come(checked: CheckedDocument): void }[] = [];
  const settle = (checked: CheckedDocument) => {
    const came = awaited.filter(({ uri, version }) => uri === checked.uri && version <= checked.version);
    awaited = awaited.filter((each) => !came.includes(each));
    for (const { come } of came) come(checked);
  };
  const update = () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const checked = uri === undefined ? undefined : known.get(uri);
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command = undefined;
    const config = checked?.config;
    if (!checked || checked.isNotChecked) {
      item.text = vscode.l10n.t('Compliance: not checked');
      item.detail = undefined;
      if (!config?.isLeftOut) return;
      // Nobody is to take the silence for a good answer.
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.detail = vscode.l10n.t('Left out by {0}', nameOf(config.uri));
      item.command = openCommand(config.uri);
      return;
    }
    const { counts, suppressed, unchanged, ms, profile } = checked;
    const found = counts.error + counts.warning + counts.info + counts.hint;
    if (counts.error > 0) item.severity = vscode.LanguageStatusSeverity.Error;
    else if (counts.warning > 0) item.severity = vscode.LanguageStatusSeverity.Warning;
    item.text =
      found === 0
        ? vscode.l10n.t('Compliance: nothing found')
        : vscode.l10n.t(
            'Errors: {0}, warnings: {1}, notes: {2}',
            counts.error,
            counts.warning,
            counts.info + counts.hint,
          );
    item.detail = vscode.l10n.t('{0}, {1} ms, suppressed: {2}', profile, ms.toFixed(ms < 10 ? 1 : 0), suppressed);
    if (unchanged > 0) item.detail = vscode.l10n.t('{0}, in the baseline: {1}', item.detail, unchanged);
    item.command = { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show Problems') };
    if (!config?.off.length) return;
    item.detail = vscode.l10n.t('{0}, rules off: {1}', item.detail, config.off.join(', '));
    item.command = openCommand(config.uri);
    // A workspace that nobody vouches for may hide what it likes, but not that it does.
    if (!vscode.workspace.isTrusted && item.severity === vscode.LanguageStatusSeverity.Information)
      item.severity = vscode.LanguageStatusSeverity.Warning;
  };
  update();
  const changed = vscode.window.onDidChangeActiveTextEditor(update);
  const closed = vscode.workspace.onDidCloseTextDocument((document) => {
    const uri = document.uri.toString();
    known.delete(uri);
    awaited = awaited.filter((each) => each.uri !== uri);
  });
  return {
    show(checked) {
      known.set(checked.uri, checked);
      settle(checked);
      update();
    },
    checked: ({ uri, version }) =>
      new Promise((come) => {
        awaited.push({ uri: uri.toString(), version, come });
        const now = known.get(uri.toString());
        if (now) settle(now);
      }),
    dispose: () => {
      for (const part of [item, changed, closed]) part.dispose();
    },
  };
}
