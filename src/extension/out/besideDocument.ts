/** Where the picture of a symbol lies that a document shows. */
import * as vscode from 'vscode';
import { symbolName } from '../fileNameOf';
import type { Outgoing } from '../panel/panelParts';
import { writeWhole } from '../writeWhole';
import { copyDestination, relativeLink } from './copyDestination';
import { freeName } from './freeName';

/** The value of the setting whose glob matches the document, the first that does. */
function destinationSetting(document: vscode.TextDocument): string {
  const setting = vscode.workspace
    .getConfiguration('markdown', document)
    .get<Record<string, string>>('copyFiles.destination', {});
  const matching = Object.keys(setting).find((glob) => {
    const pattern = glob.startsWith('/')
      ? new vscode.RelativePattern(vscode.workspace.getWorkspaceFolder(document.uri) ?? document.uri, glob.slice(1))
      : glob.startsWith('**')
        ? glob
        : `**/${glob}`;
    return vscode.languages.match({ pattern }, document) > 0;
  });
  return matching === undefined ? '' : setting[matching]!;
}

/** A picture can only lie beside a document that has a folder that can be written. */
const canHoldFiles = ({ uri, isUntitled }: vscode.TextDocument) =>
  !isUntitled && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;

/** A free name for the symbol's PNG and the link to it; undefined where no file can be written. */
export async function placeBeside(
  document: vscode.TextDocument,
  made: Outgoing,
): Promise<{ file: vscode.Uri; address: string } | undefined> {
  if (!canHoldFiles(document)) return undefined;
  const fileName = `${symbolName(made)}.png`;
  const path = copyDestination(destinationSetting(document), {
    documentPath: document.uri.path,
    workspacePath: vscode.workspace.getWorkspaceFolder(document.uri)?.uri.path,
    fileName,
    now: new Date(),
  });
  const file = await freeName(document.uri.with({ path }));
  return { file, address: relativeLink(document.uri.path, file.path) };
}

/** Writes the PNG there; answers its link, and its name for people. */
export async function saveBeside(
  document: vscode.TextDocument,
  made: Outgoing,
  picture: () => Promise<Uint8Array>,
): Promise<{ address: string; name: string } | undefined> {
  const place = await placeBeside(document, made);
  if (!place) return undefined;
  await writeWhole(place.file, await picture());
  return { address: place.address, name: vscode.workspace.asRelativePath(place.file) };
}
