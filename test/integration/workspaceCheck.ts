/**
 * *Check Workspace Compliance* over many files: complete, and without a round trip for each of
 * them.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { captured } from './capturedThreads';
import { test, until } from './suite';

const FOLDERS = 201;
const FILES = {
  Dockerfile: ['FROM node:latest\nCOPY . /app\nCMD ["node"]\n', 'MLPS-IMG-002'],
  'compose.yaml': ['services:\n  web:\n    image: nginx:1.29\n    privileged: true\n', 'MLPS-RUN-008'],
  DOCKERFILE: ['FROM node:latest\nCOPY . /app\nCMD ["node"]\n', 'MLPS-IMG-002'],
  // A compose file by its text alone.
  'stack.yml': ['services:\n  web:\n    image: nginx:1.29\n    privileged: true\n', 'MLPS-RUN-008'],
};

const codesOf = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));

test('804 small files: all findings, a request for many files, no reading through the editor', async () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const many = path.join(root, 'many');
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, text);
    return vscode.Uri.file(name);
  };
  const written = Array.from({ length: FOLDERS }, (_, i) =>
    Object.entries(FILES).map(([name, [text, rule]]) => ({
      uri: write(path.join(many, `app-${i}`, name), text!),
      rule: rule!,
    })),
  ).flat();
  const foreign = write(path.join(many, 'node_modules', 'x', 'Dockerfile'), FILES.Dockerfile[0]!);
  try {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    captured.methods.length = 0;
    const start = performance.now();
    await vscode.commands.executeCommand('qrCodeMaster.checkWorkspace');
    console.log(`check of ${written.length} files: ${Math.round(performance.now() - start)} ms`);
    assert.deepEqual(
      written.filter(({ uri, rule }) => !codesOf(uri).includes(rule)).map(({ uri }) => uri.path),
      [],
    );
    assert.deepEqual(codesOf(foreign), []);
    const count = (method: string) => captured.methods.filter((name) => name === method).length;
    assert.ok(count('compliance/check') > 0 && count('compliance/check') <= 20, `${count('compliance/check')} checks`);
    assert.equal(count('files/read'), 0);
    assert.ok(count('workspace/configuration') <= 1, `${count('workspace/configuration')} questions for settings`);
  } finally {
    rmSync(many, { recursive: true });
  }
});

test('what the check found in a file stays while it is opened, and is told once in the end', async () => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'compose.yaml');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand('qrCodeMaster.checkWorkspace');
  const before = codesOf(uri);
  assert.ok(before.length > 0);
  const counts: number[] = [];
  const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((changed) => changed.toString() === uri.toString())) counts.push(codesOf(uri).length);
  });
  try {
    await vscode.window.showTextDocument(uri);
    await until('findings of the editor alone', () =>
      counts.length > 0 && codesOf(uri).length === before.length ? true : undefined,
    );
  } finally {
    listening.dispose();
  }
  assert.ok(Math.min(...counts) >= before.length, counts.join(' '));
});
