/** A picture file that a document names: a regular file of the workspace, or nothing. */
import * as vscode from 'vscode';
import { isPictureName } from '../../worker/protocol/pictureFiles';

/** A larger file is not read for a hover or a paste. */
export const MAX_LINKED_BYTES = 32 * 1024 * 1024;

/**
 * Where an address of a document leads; undefined for what is no picture below a workspace folder.
 */
function fileOf(document: vscode.Uri, address: string): vscode.Uri | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  if (/^[a-z][a-z\d+.-]*:/i.test(path) || path.startsWith('//') || !isPictureName(path)) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(document);
  if (!folder) return undefined;
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // As it is written.
  }
  const uri = plain.startsWith('/')
    ? vscode.Uri.joinPath(folder.uri, plain)
    : vscode.Uri.joinPath(document, '..', plain.replaceAll('\\', '/'));
  return vscode.workspace.getWorkspaceFolder(uri) ? uri : undefined;
}

/** No link on the way, which may lead out of the folder; no pipe or device; not too large. */
async function isPlain(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const names = uri.path.slice(folder.uri.path.length).split('/').filter(Boolean);
  let at = folder.uri;
  for (const [index, name] of names.entries()) {
    at = vscode.Uri.joinPath(at, name);
    const { type, size } = await vscode.workspace.fs.stat(at);
    const isLast = index === names.length - 1;
    if (type !== (isLast ? vscode.FileType.File : vscode.FileType.Directory)) return false;
    if (isLast && size > MAX_LINKED_BYTES) return false;
  }
  return names.length > 0;
}

/** Never throws. */
export async function localPicture(document: vscode.Uri, address: string): Promise<vscode.Uri | undefined> {
  const uri = fileOf(document, address);
  try {
    return uri && (await isPlain(uri)) ? uri : undefined;
  } catch {
    return undefined;
  }
}
