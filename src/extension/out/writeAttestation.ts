/** Puts an attestation into its configuration. */
import * as vscode from 'vscode';
import type { AttestAnswers, Attestable, AttestResult } from '../../worker/protocol/attest';
import { attestMethod } from '../../worker/protocol/methods';
import type { Server } from '../lateServer';
import { createFiles } from './createFiles';

interface WrittenAttestation {
  isSaved: boolean;
  /** Shows it in its file. */
  show(): Promise<void>;
}

/** Nothing of what is there is overwritten; what stood unsaved in the file stays unsaved. */
export async function writeAttestation(
  server: Pick<Server, 'request'>,
  { config, isNew }: Pick<Attestable, 'config' | 'isNew'>,
  answers: AttestAnswers,
): Promise<WrittenAttestation> {
  const uri = vscode.Uri.parse(config);
  if (!(await isWritable(uri, isNew))) throw new Error(vscode.l10n.t('{0} is read-only', uri.path));
  const ask = async (text: string | null) => made(await server.request(attestMethod, { config, text, answers }));
  if (isNew) {
    const { newText, entry } = await ask(null);
    await createFiles(vscode.Uri.joinPath(uri, '..'), [{ uri, text: newText }]);
    return { isSaved: true, show: async () => show(await vscode.workspace.openTextDocument(uri), entry) };
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const { version, isDirty } = document;
  const { at, newText, entry } = await ask(document.getText());
  if (document.version !== version) throw new Error(vscode.l10n.t('{0} changed meanwhile: try again', uri.path));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(at.line, at.character), newText);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('{0} changed meanwhile: try again', uri.path));
  const isSaved = !isDirty && (await document.save());
  return { isSaved, show: () => show(document, entry) };
}

function made(result: AttestResult) {
  if (result.error) throw new Error(result.error.message);
  return result;
}

async function isWritable(uri: vscode.Uri, isNew: boolean): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  if (isNew) return true;
  const { permissions } = await vscode.workspace.fs.stat(uri);
  return permissions === undefined || (permissions & vscode.FilePermission.Readonly) === 0;
}

async function show(document: vscode.TextDocument, { line, character }: { line: number; character: number }) {
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}
