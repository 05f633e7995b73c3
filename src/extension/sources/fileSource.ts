/**
 * A file as the source of a symbol: as text when it is valid UTF-8, else as the bytes that it is.
 */
import * as vscode from 'vscode';
import { lastName } from '../lastName';
import type { Source } from '../panel/shown';
import { bytesSource } from './bytesSource';

/**
 * Sixteen symbols of version 40-L hold 47,248 bytes, or 113,424 digits; a larger file is not even
 * read.
 */
const MAX_FILE_BYTES = 113_424;

/**
 * An open document is taken as it is in the editor, saved or not; throws for a file that is too
 * large for any set.
 */
export async function fileSource(uri: vscode.Uri): Promise<Source> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return { text: open.getText() };
  const name = lastName(uri.path);
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_FILE_BYTES) {
    throw new Error(
      vscode.l10n.t(
        '{0} has {1} bytes, more than a set of 16 QR codes holds (about 47,000 bytes, or 113,000 digits)',
        name,
        size.toLocaleString(),
      ),
    );
  }
  return bytesSource(name, await vscode.workspace.fs.readFile(uri));
}
