/** The files of a new deployment: shown first, then made at once, and undone at once. */
import * as vscode from 'vscode';
import type { ScaffoldFile } from '../../worker/protocol/scaffold';
import { createFiles } from '../out/createFiles';
import { userLocale } from '../userLocale';
import { type Answer, askChoice, BACK } from './ask';

const SCHEME = 'qrcodemaster-scaffold';
/** There is room for one line. */
const MAX_NAMED = 4;

/** Answers BACK when the user wants other files. */
export async function showScaffold(
  { uri: folder, name }: vscode.WorkspaceFolder,
  files: readonly ScaffoldFile[],
): Promise<Answer<'done'>> {
  const there = await Promise.all(files.map(({ path }) => exists(vscode.Uri.joinPath(folder, path))));
  const existing = files.filter((_, i) => there[i]).map(({ path }) => path);
  const missing = files.filter((_, i) => !there[i]);
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('All these files exist already; nothing was changed.'));
    return undefined;
  }
  const comma = userLocale() === 'en' ? ', ' : '、';
  const title = vscode.l10n.t('New deployment in {0}', name);
  const close = await openPreview(title, folder, missing);
  try {
    const answer = await askChoice([{ label: `$(check) ${vscode.l10n.t('Create Files ({0})', missing.length)}` }], {
      title,
      hint:
        existing.length > 0
          ? vscode.l10n.t(
              'Left as they are, since they exist: {0}',
              existing.length > MAX_NAMED
                ? `${existing.slice(0, MAX_NAMED).join(comma)}${comma}…`
                : existing.join(comma),
            )
          : vscode.l10n.t('Nothing is written before'),
      back: true,
    });
    if (!answer || answer === BACK) return answer;
    await createFiles(
      folder,
      missing.map(({ path, text }) => ({ uri: vscode.Uri.joinPath(folder, path), text })),
    );
  } finally {
    await close();
  }
  const guide = missing.find(({ path }) => path.endsWith('.md'));
  if (guide) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(folder, guide.path));
  return 'done';
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** All texts in one editor, as additions. Answers how it is closed. */
async function openPreview(
  title: string,
  folder: vscode.Uri,
  files: readonly ScaffoldFile[],
): Promise<() => Promise<void>> {
  const texts = new Map(files.map(({ path, text }) => [`/${path}`, text]));
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ path }) => texts.get(path),
  });
  // Another query each time: texts of documents that are open are not asked for again.
  const query = Date.now().toString(36);
  const changes = files.map(({ path }) => [
    vscode.Uri.joinPath(folder, path),
    undefined,
    vscode.Uri.from({ scheme: SCHEME, path: `/${path}`, query }),
  ]);
  await vscode.commands.executeCommand('vscode.changes', title, changes);
  return async () => {
    // Their number stands behind it.
    const tabs = vscode.window.tabGroups.all.flatMap((group) =>
      group.tabs.filter(({ label }) => label.startsWith(title)),
    );
    await vscode.window.tabGroups.close(tabs);
    provider.dispose();
  };
}
