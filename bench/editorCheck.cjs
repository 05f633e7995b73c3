// Runs in the extension host for bench/editor.mjs: how long *Check Workspace Compliance* takes, in milliseconds; the first run starts the server.
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

const ROUNDS = 5;

exports.run = async () => {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await vscode.commands.executeCommand('qrCodeMaster.checkWorkspace');
    times.push(performance.now() - start);
  }
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify(times));
};
