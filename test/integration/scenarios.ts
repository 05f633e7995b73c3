/**
 * The extension as VS Code runs it: activation, commands, findings, fixes, the panel, and a server
 * thread that dies.
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { captured } from './capturedThreads';
import { memoryFiles } from './memoryFiles';
import { test, until } from './suite';

const id = 'qr-code-master.qr-code-master';
const extension = () => {
  const found = vscode.extensions.getExtension(id);
  assert.ok(found, `${id} is not installed`);
  return found;
};

const samples = () => vscode.workspace.workspaceFolders![0]!.uri;
const codesOf = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
const finding = (uri: vscode.Uri, rule: string) =>
  until(`${rule} in ${uri.path}`, () =>
    vscode.languages.getDiagnostics(uri).find(({ code }) => (typeof code === 'object' ? code.value : code) === rule),
  );

async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

const panels = () =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputWebview),
  );

test('activation registers every command, loads nothing else of ours, and starts no thread', async () => {
  await extension().activate();
  const dist = path.join(extension().extensionPath, 'dist');
  // The host's modules are those of these tests, too.
  const loaded = Object.keys(require.cache).filter((file) => file.startsWith(dist));
  assert.deepEqual(loaded, [path.join(dist, 'extension.js')]);
  const registered = new Set(await vscode.commands.getCommands(true));
  const commands: { command: string }[] = extension().packageJSON.contributes.commands;
  assert.deepEqual(
    commands.map(({ command }) => command).filter((command) => !registered.has(command)),
    [],
  );
  assert.equal(captured.threads.length, 0);
});

test('an unsaved Dockerfile is judged while it is written', async () => {
  const { document } = await openText('dockerfile', 'FROM node:latest\nCMD ["node"]\n');
  const { range } = await finding(document.uri, 'MLPS-IMG-002');
  assert.equal(document.getText(range), 'node:latest');
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, 'node:22.11.0');
  assert.ok(await vscode.workspace.applyEdit(edit));
  await until('the finding to go', () => (codesOf(document.uri).includes('MLPS-IMG-002') ? undefined : true));
});

test('a compose file: the quick fix is offered, and works', async () => {
  const { document } = await openText(
    'dockercompose',
    'services:\n  web:\n    image: nginx:1.27.3\n    privileged: true\n',
  );
  const { range } = await finding(document.uri, 'MLPS-RUN-008');
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    undefined,
    100,
  );
  const fix = actions.find(({ edit, title }) => edit && /Remove/.test(title));
  assert.ok(fix?.edit, actions.map(({ title }) => title).join(' | '));
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  assert.ok(!document.getText().includes('privileged: true'), document.getText());
});

test('the reason of a suppression or a waiver is written where the cursor goes', async () => {
  const uri = vscode.Uri.joinPath(samples(), 'compose.yaml');
  await vscode.window.showTextDocument(uri);
  const { range } = await until('a finding', () =>
    vscode.languages.getDiagnostics(uri).find(({ code }) => code !== undefined),
  );
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
  );
  for (const [title, words] of [
    [/^Suppress /, / -- $/],
    [/^Waive /, /^ +reason: $/],
  ] as const) {
    const { edit, command } = actions.find((action) => title.test(action.title))!;
    assert.ok(edit && command && (await vscode.workspace.applyEdit(edit)));
    await vscode.commands.executeCommand(command.command, ...command.arguments!);
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.match(document.lineAt(selection.active.line).text.slice(0, selection.active.character), words);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  rmSync(path.join(samples().fsPath, '.qrcodemaster.yaml'));
});

test('a finding links to the page of its rule, and the hover says why', async () => {
  const { document } = await openText('dockerfile', 'FROM node:latest\nCMD ["node"]\n');
  const { range, code } = await finding(document.uri, 'MLPS-IMG-002');
  assert.match(
    typeof code === 'object' ? code.target.toString(true) : '',
    /^command:qrCodeMaster\.openRulePage\?.*MLPS-IMG-002/,
  );
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    range.start,
  );
  const text = hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
  assert.match(text, /MLPS-IMG-002/);
  assert.match(text, /GB\/T 22239/);
});

test('a selection opens one panel, which is used again', async () => {
  const editor = await openText('plaintext', 'Hello\nWorld');
  editor.selection = new vscode.Selection(0, 0, 0, 5);
  await vscode.commands.executeCommand('qrCodeMaster.generateFromSelection');
  await until('the panel', () => (panels().length === 1 ? true : undefined));
  await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
  await vscode.commands.executeCommand('qrCodeMaster.generateFromSelection');
  assert.equal(panels().length, 1);
});

test('a picture is read in a thread of its own', async () => {
  captured.methods.length = 0;
  const uri = vscode.Uri.joinPath(samples(), 'pictures', 'hello.png');
  await vscode.commands.executeCommand('qrCodeMaster.decodeImage', uri, [uri]);
  assert.ok(captured.methods.includes('qr/decode'), captured.methods.join(' '));
});

const png = (bytes: Uint8Array | undefined) =>
  Buffer.from(bytes ?? [])
    .subarray(1, 4)
    .toString();

test('a file system of no disk: a file becomes a symbol, and a picture is put beside the document', async () => {
  const files = new Map([['/docs/page.md', Buffer.from('# Page\n\nhttps://example.com/virtual\n')]] as [
    string,
    Uint8Array,
  ][]);
  const registered = vscode.workspace.registerFileSystemProvider('mem', memoryFiles(files), { isCaseSensitive: true });
  try {
    const uri = vscode.Uri.parse('mem:/docs/page.md');
    await vscode.commands.executeCommand('qrCodeMaster.generateFromFile', uri, [uri]);
    await until('the panel', () => (panels().length > 0 ? true : undefined));
    const editor = await vscode.window.showTextDocument(uri);
    editor.selection = new vscode.Selection(2, 0, 2, 27);
    await vscode.commands.executeCommand('qrCodeMaster.insertAsImage');
    const link = await until('the link', () => /\]\(([^)]+\.png)\)/.exec(editor.document.getText())?.[1]);
    assert.equal(png(files.get(`/docs/${link}`)), 'PNG');
  } finally {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    registered.dispose();
  }
});

test('a document without a file holds the picture itself', async () => {
  const editor = await openText('html', '<p>https://example.com/untitled</p>');
  editor.selection = new vscode.Selection(0, 3, 0, 31);
  await vscode.commands.executeCommand('qrCodeMaster.insertAsImage');
  const data = await until(
    'the picture',
    () => /<img src="data:image\/png;base64,([^"]+)" alt="[^"]+">/.exec(editor.document.getText())?.[1],
  );
  assert.equal(png(Buffer.from(data, 'base64')), 'PNG');
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
});

test('the whole workspace is checked, files that are not open too', async () => {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('qrCodeMaster.checkWorkspace');
  // One that was open a moment ago is judged again when the editor lets go of it.
  const findings = await until('findings of a closed file', () => {
    const codes = codesOf(vscode.Uri.joinPath(samples(), 'compose.yaml'));
    return codes.length > 0 ? codes : undefined;
  });
  assert.ok(
    findings.every((code) => code.startsWith('MLPS-')),
    findings.join(' '),
  );
  assert.ok(codesOf(vscode.Uri.joinPath(samples(), 'Dockerfile')).length > 0);
});

test('the page of a rule opens from the package', async () => {
  await vscode.commands.executeCommand('qrCodeMaster.openRulePage', 'MLPS-IMG-002');
  await until('the preview', () =>
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('MLPS-IMG-002')))
      ? true
      : undefined,
  );
});

test('a server thread that dies is replaced, and open files are judged again', async () => {
  const { document } = await openText('dockerfile', 'FROM node:latest\nCMD ["node"]\n');
  await finding(document.uri, 'MLPS-IMG-002');
  const before = captured.threads.length;
  await captured.threads.at(-1)!.terminate();
  // With the thread before, its findings went.
  await until('a new thread', () => (captured.threads.length > before ? true : undefined));
  await finding(document.uri, 'MLPS-IMG-002');
  const next = await openText('dockerfile', 'FROM busybox:latest\nUSER 1000\n');
  await finding(next.document.uri, 'MLPS-IMG-002');
});

test('the worker restarts by hand', async () => {
  const before = captured.threads.length;
  await vscode.commands.executeCommand('qrCodeMaster.restartWorker');
  assert.equal(captured.threads.length, before + 1);
  const { document } = await openText('dockerfile', 'FROM alpine:latest\nUSER 1000\n');
  await finding(document.uri, 'MLPS-IMG-002');
});
