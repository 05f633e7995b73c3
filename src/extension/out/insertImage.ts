/**
 * Puts a symbol into a Markdown or HTML document: the picture into a file where such pictures go, a
 * link to it at the cursor.
 */
import * as vscode from 'vscode';
import { dataUri } from '../../worker/text/dataUri';
import type { Outgoing, Went } from '../panel/panelParts';
import { altText } from './altText';
import { placeBeside } from './besideDocument';
import { imageMarkup, type Markup, markupOf } from './imageMarkup';

/**
 * One edit that one undo takes back. Where no file can be written the picture stands in the
 * document itself.
 * @param picture the PNG, painted only when the place for it is known
 * @returns the name of the file, or of the document that holds the picture; undefined when there is
 * no document that can show one
 */
export async function insertImage(
  editor: vscode.TextEditor | undefined,
  made: Outgoing,
  picture: () => Promise<Uint8Array>,
  went?: Went,
): Promise<string | undefined> {
  const markup = editor && markupOf(editor.document.languageId);
  if (!editor || !markup) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Place the cursor in a Markdown or HTML document first: that is where the picture is inserted.'),
    );
    return undefined;
  }
  const { document } = editor;
  const place = placeOf(editor);
  const edit = new vscode.WorkspaceEdit();
  const beside = await placeBeside(document, made);
  const contents = await picture();
  if (beside) edit.createFile(beside.file, { contents });
  const address = beside?.address ?? dataUri(contents, 'image/png');
  edit.set(document.uri, [
    new vscode.SnippetTextEdit(new vscode.Range(place.at, place.at), snippet(place.before, markup, made, address)),
  ]);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('the document or its folder cannot be changed'));
  went?.(contents);
  return vscode.workspace.asRelativePath(beside?.file ?? document.uri);
}

/**
 * Behind what is selected, else at the cursor; never inside a word or a link, but behind the line
 * that holds it.
 */
function placeOf({ document, selection }: vscode.TextEditor): { at: vscode.Position; before: string } {
  const { text, range } = document.lineAt(selection.end.line);
  const inside = /\S\S/.test(text.slice(Math.max(0, selection.end.character - 1), selection.end.character + 1));
  if (selection.isEmpty && inside) return { at: range.end, before: ' ' };
  return { at: selection.end, before: selection.isEmpty ? '' : ' ' };
}

/** With the description selected, so that typing replaces it. */
function snippet(lead: string, markup: Markup, made: Outgoing, address: string): vscode.SnippetString {
  const alt = altText(made);
  const [before, after] = imageMarkup(markup, '\u0000', address).split('\u0000') as [string, string];
  const inside = imageMarkup(markup, alt, address).slice(before.length, -after.length);
  return new vscode.SnippetString()
    .appendText(lead + before)
    .appendPlaceholder((s) => s.appendText(inside))
    .appendText(after);
}
