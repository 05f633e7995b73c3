/** The picture that is linked, or stands as data, at a place of a document. */
import * as vscode from 'vscode';
import { lastName } from '../lastName';
import { markupOf } from '../out/imageMarkup';
import { dataUriBytes, isPictureData } from './dataUriBytes';
import { localPicture } from './localPicture';
import { pictureAt } from './pictureAt';
import { referencedPicture } from './referencedPicture';

export interface LinkedPicture {
  name: string;
  range: vscode.Range;
  /** Absent where the picture stands in the document itself. */
  uri?: vscode.Uri;
  /** Changes whenever the picture does. */
  stamp: string;
  /** Undefined for data that is damaged. */
  read(): Promise<Uint8Array | undefined>;
}

/** Undefined where there is no picture that may be read. Reads no picture yet. */
export async function linkedPicture(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Promise<LinkedPicture | undefined> {
  const { text } = document.lineAt(line);
  const byName = () =>
    markupOf(document.languageId) === 'markdown'
      ? referencedPicture(text, character, () => linesOf(document))
      : undefined;
  const link = pictureAt(text, character) ?? byName();
  if (!link) return undefined;
  const { address, start, end } = link;
  const range = new vscode.Range(line, start, line, end);
  if (isPictureData(address)) {
    const name = vscode.l10n.t('Picture in the text');
    return { name, range, stamp: address, read: async () => dataUriBytes(address) };
  }
  const uri = await localPicture(document.uri, address);
  if (!uri) return undefined;
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  return {
    name: lastName(uri.path),
    range,
    uri,
    stamp: `${uri} ${mtime} ${size}`,
    read: async () => vscode.workspace.fs.readFile(uri),
  };
}

function* linesOf(document: vscode.TextDocument): Generator<string> {
  for (let line = 0; line < document.lineCount; line++) yield document.lineAt(line).text;
}
