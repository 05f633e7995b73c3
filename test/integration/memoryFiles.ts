/** A file system of no disk, as virtual workspaces have: flat, its folders exist by themselves. */
import * as vscode from 'vscode';

export function memoryFiles(files: Map<string, Uint8Array>): vscode.FileSystemProvider {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const isFolder = (path: string) => [...files.keys()].some((name) => name.startsWith(path.replace(/\/?$/, '/')));
  const content = (uri: vscode.Uri) => {
    const bytes = files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: content(uri).length };
    },
    readDirectory: (uri) =>
      [...files.keys()]
        .filter((name) => name.startsWith(uri.path.replace(/\/?$/, '/')))
        .map((name) => [name.slice(name.lastIndexOf('/') + 1), vscode.FileType.File]),
    createDirectory: () => {},
    readFile: content,
    writeFile: (uri, bytes) => void files.set(uri.path, bytes),
    delete: (uri) => void files.delete(uri.path),
    rename(from, to) {
      files.set(to.path, content(from));
      files.delete(from.path);
    },
  };
}
