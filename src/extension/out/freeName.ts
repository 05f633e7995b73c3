/** File names that are not taken yet: nothing is ever overwritten without being asked. */
import * as vscode from 'vscode';

const exists = (uri: vscode.Uri) =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

const numbered = (name: string, n: number): string => {
  const [, stem, extension] = /^(.*?)(\.[^./]*)?$/s.exec(name)!;
  return n === 1 ? name : `${stem}-${n}${extension ?? ''}`;
};

/** `a.png`, or `a-2.png` and so on where that exists. */
export async function freeName(wanted: vscode.Uri): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const free = wanted.with({ path: numbered(wanted.path, n) });
    if (!(await exists(free))) return free;
  }
}

/**
 * The same for many files of one folder, which is looked into once: each name is given out once,
 * whatever the case.
 */
export async function freeNames(folder: vscode.Uri): Promise<(name: string) => vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name.toLowerCase()));
  return (wanted) => {
    let n = 1;
    while (taken.has(numbered(wanted, n).toLowerCase())) n++;
    const free = numbered(wanted, n);
    taken.add(free.toLowerCase());
    return vscode.Uri.joinPath(folder, free);
  };
}
