/** Puts an attestation into its configuration. */
import * as vscode from 'vscode';
import type { AttestAnswers, Attestable, AttestResult } from '../../worker/protocol/attest';
import { attestMethod } from '../../worker/protocol/methods';
import type { Server } from '../lateServer';

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
  const edit = new vscode.WorkspaceEdit();
  if (isNew) {
    const { newText, entry } = await ask(null);
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(newText) });
    await apply(edit, uri);
    return { isSaved: true, show: async () => show(await vscode.workspace.openTextDocument(uri), entry) };
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const { version, isDirty } = document;
  const { at, newText, entry } = await ask(document.getText());
  if (document.version !== version) throw new Error(vscode.l10n.t('{0} changed meanwhile: try again', uri.path));
  edit.insert(uri, new vscode.Position(at.line, at.character), newText);
  await apply(edit, uri);
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

async function apply(edit: vscode.WorkspaceEdit, uri: vscode.Uri): Promise<void> {
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('{0} was not written: it exists already, or its folder is read-only', uri.path));
}

async function show(document: vscode.TextDocument, { line, character }: { line: number; character: number }) {
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}
