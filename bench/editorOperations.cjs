// Runs in the extension host for bench/before.mjs: how long operations take their caller, in milliseconds.
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

const ROUNDS = 20;

exports.run = async () => {
  const [folder] = vscode.workspace.workspaceFolders;
  const text = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'lines.txt'));
  const picture = vscode.Uri.joinPath(folder.uri, 'hello.png');
  const times = { make: [], read: [], check: [] };
  const timed = async (name, round, act) => {
    const start = performance.now();
    await act();
    // The first round starts threads and opens the panel.
    if (round > 0) times[name].push(performance.now() - start);
  };
  for (let round = 0; round <= ROUNDS; round++) {
    const editor = await vscode.window.showTextDocument(text, vscode.ViewColumn.One);
    editor.selection = new vscode.Selection(round, 0, round, text.lineAt(round).text.length);
    await timed('make', round, () => vscode.commands.executeCommand('qrCodeMaster.generateFromSelection'));
    await timed('read', round, () => vscode.commands.executeCommand('qrCodeMaster.decodeImage', picture));
    await timed('check', round, () => vscode.commands.executeCommand('qrCodeMaster.checkWorkspace'));
  }
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify(times));
};
