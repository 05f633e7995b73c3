/** File names that are not taken yet: nothing is ever overwritten without being asked. */
import * as vscode from 'vscode';

const exists = (uri: vscode.Uri) =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** `a.png`, or `a-2.png` and so on where that exists or was given out before. */
export function freeNames(): (wanted: vscode.Uri) => Promise<vscode.Uri> {
  const given = new Set<string>();
  return async (wanted) => {
    const [, stem, extension] = /^(.*?)(\.[^./]*)?$/s.exec(wanted.path)!;
    let free = wanted;
    for (let n = 2; given.has(free.path.toLowerCase()) || (await exists(free)); n++)
      free = wanted.with({ path: `${stem}-${n}${extension ?? ''}` });
    given.add(free.path.toLowerCase());
    return free;
  };
}
