/**
 * What the walkthrough offers where nothing is open yet: a text, a picture and a Dockerfile of our
 * own, each with the command that it is to show.
 */
import * as vscode from 'vscode';
import type { App, Command } from '../app';

const sample = ({ context }: App, ...path: string[]): vscode.Uri =>
  vscode.Uri.joinPath(context.extensionUri, 'samples', ...path);

/** Untitled: what is typed into it changes no file of ours. */
async function openUntitled(file: vscode.Uri, language: string): Promise<vscode.TextEditor> {
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

export const firstSteps: Command[] = [
  {
    id: 'qrCodeMaster.getStarted',
    run: ({ context }) =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
  },
  {
    id: 'qrCodeMaster.makeSample',
    async run(app) {
      const editor = await openUntitled(sample(app, 'hello.md'), 'markdown');
      // The first line below the title.
      const { range } = editor.document.lineAt(2);
      editor.selection = new vscode.Selection(range.start, range.end);
      await vscode.commands.executeCommand('qrCodeMaster.generateFromSelection');
    },
  },
  {
    id: 'qrCodeMaster.readSample',
    async run(app) {
      const picture = sample(app, 'pictures', 'hello.png');
      await vscode.commands.executeCommand('vscode.open', picture);
      await vscode.commands.executeCommand('qrCodeMaster.decodeImage', picture);
    },
  },
  {
    id: 'qrCodeMaster.checkSample',
    async run(app) {
      await openUntitled(sample(app, 'Dockerfile'), 'dockerfile');
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    },
  },
];
