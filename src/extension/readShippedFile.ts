/** Reads a file of the extension itself, and gives its bytes only when they are those that were shipped. */
import * as vscode from 'vscode';
import { changedFile } from '../worker/protocol/changedFile';
import { sha256Hex } from '../worker/text/sha256Hex';

/** @param sum SHA-256 as hexadecimal digits. Throws the fault `file-changed` */
export async function readShippedFile(uri: vscode.Uri, sum: string): Promise<Uint8Array> {
  const fault = changedFile(uri.scheme === 'file' ? uri.fsPath : uri.toString());
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => {
    throw fault;
  });
  if ((await sha256Hex(bytes)) !== sum) throw fault;
  return bytes;
}
