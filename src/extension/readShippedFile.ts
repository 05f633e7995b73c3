/** Reads a file of the extension itself, and gives its bytes only when they are those that were shipped. */
import * as vscode from 'vscode';
import { changedFile } from '../worker/protocol/changedFile';

/** SHA-256 as hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param sum SHA-256 as hexadecimal digits. Throws the fault `file-changed` */
export async function readShippedFile(uri: vscode.Uri, sum: string): Promise<Uint8Array> {
  const fault = changedFile(uri.scheme === 'file' ? uri.fsPath : uri.toString());
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => {
    throw fault;
  });
  if ((await sha256Of(bytes)) !== sum) throw fault;
  return bytes;
}
