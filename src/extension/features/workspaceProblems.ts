/**
 * Findings of files that no tab shows; those of a file in a tab come by pull diagnostics, and from
 * then on are the only ones.
 */
import * as vscode from 'vscode';
import { checkFilesMethod } from '../../worker/protocol/methods';
import type { Server } from '../lateServer';
import type { Found } from './checkInBatches';
import { listedCount } from './listedCount';

export interface WorkspaceProblems extends vscode.Disposable {
  clear(): void;
  /** Checks these files and shows what those without a tab have. */
  check(uris: readonly vscode.Uri[]): Promise<Found>;
}

export function workspaceProblems(server: Server): WorkspaceProblems {
  const collection = vscode.languages.createDiagnosticCollection('qrCodeMaster.workspace');
  const checked = new Set<string>();
  // Not by `textDocuments`: VS Code keeps a document for minutes after its last tab, and pulls
  // nothing for it then.
  const shown = () =>
    new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map((tab) => uriOf(tab)?.toString())));

  const check = async (uris: readonly vscode.Uri[]): Promise<Found> => {
    const asked = await server.request(checkFilesMethod, { uris: uris.filter(isOurs).map(String) });
    const client = await server.client();
    // The folder may have been taken from the workspace meanwhile.
    const files = asked.files.filter(({ uri }) => isOurs(vscode.Uri.parse(uri)));
    for (const { uri } of files) checked.add(uri);
    const all = await Promise.all(
      files.map(async ({ uri, diagnostics }) => ({ uri, diagnostics: await client.asDiagnostics(diagnostics) })),
    );
    const inTabs = shown();
    // All at once: the editor and every listener are told of each change.
    collection.set(
      all.flatMap(({ uri, diagnostics }) => (inTabs.has(uri) ? [] : [[vscode.Uri.parse(uri), diagnostics]])),
    );
    return { judged: files.length, found: listedCount(all.flatMap(({ diagnostics }) => diagnostics)) };
  };
  const left = vscode.workspace.onDidChangeWorkspaceFolders(() => {
    const gone = [...collection].flatMap(([uri]) => (isOurs(uri) ? [] : [uri]));
    collection.set(gone.map((uri) => [uri, undefined]));
  });
  // What was found stays until the editor has its own.
  const reported = server.onDidReport((uri) => collection.has(uri) && collection.delete(uri));
  const changed = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    const inTabs = shown();
    const closedFiles = closed
      .flatMap((tab) => uriOf(tab) ?? [])
      .filter((uri) => checked.has(uri.toString()) && !inTabs.has(uri.toString()));
    if (closedFiles.length > 0) void check(closedFiles);
  });
  return {
    clear: () => {
      collection.clear();
      checked.clear();
    },
    check,
    dispose: () => {
      for (const part of [collection, left, reported, changed]) part.dispose();
    },
  };
}

const isOurs = (uri: vscode.Uri): boolean => vscode.workspace.getWorkspaceFolder(uri) !== undefined;

/** The document that a tab lets edit. */
const uriOf = ({ input }: vscode.Tab): vscode.Uri | undefined => {
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
};
