// Runs in the extension host for bench/editor.mjs: how long loading and activating the extension takes, again and again, in milliseconds.
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

const ROUNDS = 25;

exports.run = async () => {
  const extension = vscode.extensions.getExtension('qr-code-master.qr-code-master');
  const file = require('node:path').join(extension.extensionPath, 'dist', 'extension.js');
  const { extensionUri } = extension;
  const storageUri = vscode.Uri.joinPath(extensionUri, 'none');
  const memento = { get: () => undefined, keys: () => [], update: async () => undefined };
  const context = { extension, extensionUri, storageUri, workspaceState: memento, globalState: memento };
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    delete require.cache[file];
    const subscriptions = [];
    const start = performance.now();
    const loaded = require(file);
    const read = performance.now();
    loaded.activate({ ...context, subscriptions });
    times.push({ load: read - start, activate: performance.now() - read });
    for (const subscription of subscriptions.splice(0)) subscription.dispose();
    await loaded.deactivate?.();
  }
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify(times));
};
