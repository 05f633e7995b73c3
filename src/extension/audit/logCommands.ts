/** *Show*, *Verify* and *Export Operation Log*. */
import * as vscode from 'vscode';
import { type ExportFormat, exporters } from '../../audit/export';
import { problemText } from '../../audit/problemText';
import type { Verified } from '../../audit/verifyLog';
import { userLocale } from '../userLocale';
import { writeFailure } from '../writeFailure';
import { failureTold } from './failureTold';
import type { LogThread } from './logThread';
import type { LogCommands, Operation } from './operations';

interface Needs {
  context: vscode.ExtensionContext;
  /** All that was done is in the log. */
  settled(): Promise<void>;
  thread(): LogThread;
  note(operation: Operation): void;
  folder(): string;
}

const SCHEME = 'qrcodemaster-audit';
/** Older ones are in the files. */
const MAX_SHOWN = 5000;

export function logCommands({ context, settled, thread, note, folder }: Needs): LogCommands {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });
  context.subscriptions.push(changed, provider);
  const open = async (name: string, text: string) => {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
    texts.set(uri.path, text);
    changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const end = new vscode.Position(Math.max(0, document.lineCount - 1), 0);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end), preview: false });
  };
  /** Undefined where there is no log yet, which is told. */
  const asking = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    await settled();
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no operation log in {0} yet.', folder()));
      return undefined;
    }
  };

  const tell = async (verified: Verified) => {
    const { entries, files, last, problemCount, problems } = verified;
    const locale = userLocale();
    if (problemCount === 0) {
      const copy = vscode.l10n.t('Copy Number and Hash');
      const chosen = await vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The operation log is whole. Files: {1}, lines: {0}. Keep the number and hash of its last line elsewhere, and they prove it later.',
          entries,
          files,
        ),
        copy,
      );
      if (chosen === copy && last) await vscode.env.clipboard.writeText(`${last.seq}:${last.sha256}`);
      return;
    }
    const show = vscode.l10n.t('Show Problems');
    const message = vscode.l10n.t('The operation log is not whole. Problems: {0}', problemCount);
    if ((await vscode.window.showErrorMessage(message, show)) === show)
      await open('problems.log', problems.map((problem) => `${problemText(problem, locale)}\n`).join(''));
  };

  return {
    async show() {
      const answer = await asking(() => thread().ask('show', { limit: MAX_SHOWN }));
      if (!answer) return;
      const { text, shown, entries } = answer;
      const head = `${vscode.l10n.t('Operation log in {0}: the last {1} of {2} entries', folder(), shown, entries)}\n\n`;
      await open('operations.log', head + text);
    },
    async verify() {
      const verified = await asking(async () =>
        vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Verifying the operation log') },
          () => thread().ask('verify', {}),
        ),
      );
      if (verified) await tell(verified);
    },
    async export() {
      const choices = Object.entries(exporters).map(([format, { label, extension }]) => ({
        ...{ format: format as ExportFormat, extension, label, description: `*${extension}` },
      }));
      const picked = await vscode.window.showQuickPick(choices, {
        title: vscode.l10n.t('Export the operation log as'),
      });
      if (!picked) return;
      const name = `qr-code-master-operations${picked.extension}`;
      const [first] = vscode.workspace.workspaceFolders ?? [];
      const target = await vscode.window.showSaveDialog({
        ...(first && { defaultUri: vscode.Uri.joinPath(first.uri, name) }),
        filters: { [picked.label]: [picked.extension.slice(1)] },
        title: vscode.l10n.t('Export Operation Log'),
      });
      if (!target) return;
      const draft = { op: 'export', target: target.toString(), detail: { format: picked.format } } as const;
      const exported = await failureTold(
        { note },
        () => draft,
        async () => {
          if (target.scheme !== 'file')
            throw new Error(vscode.l10n.t('the log is exported to files of this machine only'));
          return asking(() => thread().ask('export', { format: picked.format, file: target.fsPath })).catch(
            (error: unknown) => {
              throw writeFailure(error, target);
            },
          );
        },
      );
      if (!exported) return;
      const { entries, skipped } = exported;
      note({ ...draft, result: 'ok', detail: { ...draft.detail, entries } });
      const message =
        skipped > 0
          ? vscode.l10n.t('Exported entries: {0}. Lines that are no entries: {1}; verify the log.', entries, skipped)
          : vscode.l10n.t('Exported entries: {0}', entries);
      const openFile = vscode.l10n.t('Open');
      if ((await vscode.window.showInformationMessage(message, openFile)) === openFile)
        await vscode.commands.executeCommand('vscode.open', target);
    },
  };
}
