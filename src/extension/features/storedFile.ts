/** A text in a file of the extension's own storage. */
import * as vscode from 'vscode';

/** Where a text is stored under a name of its own. */
export interface StoredText {
  /** Undefined where nothing is stored, or it cannot be read. */
  get(): PromiseLike<string | undefined>;
  /** Undefined deletes. Throws when it cannot be stored. */
  set(text: string | undefined): PromiseLike<void>;
}

/** A file is written whole or not at all: beside it, one after the other, and then renamed. */
export function storedFile(folder: vscode.Uri, name: string): StoredText {
  const { fs } = vscode.workspace;
  const file = vscode.Uri.joinPath(folder, name);
  const fresh = vscode.Uri.joinPath(folder, `${name}.${Math.random().toString(36).slice(2)}`);
  let last: Promise<unknown> = Promise.resolve();

  const write = async (text: string | undefined) => {
    if (text === undefined) return fs.delete(file).then(undefined, () => {});
    await fs.createDirectory(folder);
    try {
      await fs.writeFile(fresh, new TextEncoder().encode(text));
      await fs.rename(fresh, file, { overwrite: true });
    } catch (error) {
      await fs.delete(fresh).then(undefined, () => {});
      throw error;
    }
  };
  return {
    get: () =>
      fs.readFile(file).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      ),
    set(text) {
      const mine = last.then(() => write(text));
      last = mine.catch(() => {});
      return mine;
    },
  };
}
