/** Findings of files that no tab shows; those of a file in a tab come by pull diagnostics, so each file is shown by one of the two. */
import * as vscode from 'vscode';
import { checkFilesMethod } from '../../worker/protocol/methods';
import type { Server } from '../lateServer';

export interface WorkspaceProblems extends vscode.Disposable {
  clear(): void;
  /** Checks these files, shows what those without a tab have, and answers how many findings there are in all of them. */
  check(uris: vscode.Uri[], cancel?: vscode.CancellationToken): Promise<number>;
}

export function workspaceProblems(server: Server): WorkspaceProblems {
  const collection = vscode.languages.createDiagnosticCollection('qrCodeMaster.workspace');
  const checked = new Set<string>();
  // Not by `textDocuments`: VS Code keeps a document for minutes after its last tab, and pulls nothing for it then.
  const isShown = (uri: string) => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => uriOf(tab)?.toString() === uri));

  const check: WorkspaceProblems['check'] = async (uris, cancel) => {
    const { files } = await server.request(checkFilesMethod, { uris: uris.map(String) }, cancel);
    const client = await server.client();
    let found = 0;
    for (const { uri, diagnostics } of files) {
      found += diagnostics.length;
      checked.add(uri);
      if (!isShown(uri)) collection.set(vscode.Uri.parse(uri), await client.asDiagnostics(diagnostics));
    }
    return found;
  };
  const changed = vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
    for (const uri of opened.flatMap((tab) => uriOf(tab) ?? [])) collection.delete(uri);
    const left = closed.flatMap((tab) => uriOf(tab) ?? []).filter((uri) => checked.has(uri.toString()) && !isShown(uri.toString()));
    if (left.length > 0) void check(left);
  });
  return {
    clear: () => {
      collection.clear();
      checked.clear();
    },
    check,
    dispose: () => {
      for (const part of [collection, changed]) part.dispose();
    },
  };
}

/** The document that a tab lets edit. */
const uriOf = ({ input }: vscode.Tab): vscode.Uri | undefined => {
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
};
