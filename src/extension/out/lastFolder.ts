/** The folder that was saved to last, remembered for the workspace. */
import * as vscode from 'vscode';

const KEY = 'saveFolder';

export interface LastFolder {
  /**
   * Where a new file most likely belongs: the folder saved to last, else the workspace, else the
   * system's choice.
   */
  suggest(name: string): vscode.Uri | undefined;
  folder(): vscode.Uri | undefined;
  remember(folder: vscode.Uri): void;
}

export function lastFolder(memento: vscode.Memento): LastFolder {
  const folder = () => {
    const last = memento.get<string>(KEY);
    return last === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.parse(last);
  };
  return {
    folder,
    suggest: (name) => {
      const known = folder();
      return known && vscode.Uri.joinPath(known, name);
    },
    remember: (uri) => void memento.update(KEY, uri.toString()),
  };
}
