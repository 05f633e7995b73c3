/** Findings of files that are not open; an open file's findings come by pull diagnostics, so each file is shown by one of the two. */
import * as vscode from 'vscode';
import { checkFilesMethod } from '../../worker/protocol/methods';
import type { Server } from '../lateServer';

export interface WorkspaceProblems extends vscode.Disposable {
  clear(): void;
  /** Checks these files, shows what the closed ones have, and answers how many findings there are in all of them. */
  check(uris: vscode.Uri[], cancel?: vscode.CancellationToken): Promise<number>;
}

export function workspaceProblems(server: Server): WorkspaceProblems {
  const collection = vscode.languages.createDiagnosticCollection('qrCodeMaster.workspace');
  const checked = new Set<string>();
  const isOpen = (uri: string) => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);

  const check: WorkspaceProblems['check'] = async (uris, cancel) => {
    const { files } = await server.request(checkFilesMethod, { uris: uris.map(String) }, cancel);
    const client = await server.client();
    let found = 0;
    for (const { uri, diagnostics } of files) {
      found += diagnostics.length;
      checked.add(uri);
      if (!isOpen(uri)) collection.set(vscode.Uri.parse(uri), await client.asDiagnostics(diagnostics));
    }
    return found;
  };
  const again = (uri: vscode.Uri) => {
    if (checked.has(uri.toString()) && !isOpen(uri.toString())) void check([uri]);
  };
  const opened = vscode.workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri));
  const closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => again(uri));
  return {
    clear: () => {
      collection.clear();
      checked.clear();
    },
    check,
    dispose: () => {
      for (const part of [collection, opened, closed]) part.dispose();
    },
  };
}
