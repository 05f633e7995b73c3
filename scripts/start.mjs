// `npm start`: opens a VS Code with the extension on samples/, hello.md first: the one on this machine,
// else one in the browser. Ends with Ctrl+C.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node, onPath, root, run, seconds } from './run.mjs';
import { untilEnded } from './untilEnded.mjs';

const samples = path.join(root, 'samples');
const first = 'hello.md';
const what = `
Try first ("QR Code Master: Get Started" by F1 is the same with pictures):
  1. ${first} is open: select a line, right-click, "Generate QR Code from Selection".
  2. Right-click a picture in the Explorer, "Decode QR Code in Image".
  3. Open Dockerfile or compose.yaml: findings are underlined; Ctrl+. fixes them.
  4. F1, "QR Code Master: Check Workspace Compliance".
`;

/** The first free port at or after `port`, on this machine only. */
async function freePort(port) {
  const free = await new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
  return free ? port : freePort(port + 1);
}

/** A desktop VS Code, with the extension loaded from this folder. */
async function onDesktop(code) {
  console.log(`Opening ${code} on samples/.${what}`);
  const result = await run(code, [`--extensionDevelopmentPath=${root}`, samples, path.join(samples, first)], {
    show: true,
  });
  return result.code;
}

/**
 * VS Code's own server with the packed extension, for any browser; the samples are a copy, so
 * nothing typed there is lost or kept here.
 */
async function inBrowser(start) {
  const { startVscode, withFile } = await import('../test/e2e/kit/server.mjs');
  const { pack } = await import('./package.mjs');
  const state = mkdtempSync(path.join(tmpdir(), 'qr-code-master-'));
  const workspace = path.join(state, 'samples');
  cpSync(samples, workspace, { recursive: true });
  const vsix = await pack({ out: path.join(state, 'qr-code-master.vsix') });
  const server = await startVscode({
    workspace,
    vsix,
    port: await freePort(8970),
    state: path.join(state, 'server'),
    idle: 86_400,
    log: (text) => console.error(text),
  });
  console.log(
    `\nReady after ${seconds(Date.now() - start)}. Open this in a browser:\n\n  ${withFile(server.url, path.join(workspace, first))}\n${what}\nCtrl+C ends it.`,
  );
  const how = await untilEnded(server.pid);
  if (how === 'ended') console.error('VS Code’s server has ended.');
  await server.stop();
  rmSync(state, { recursive: true, force: true });
  return how === 'ended' ? 1 : 0;
}

const start = Date.now();
const code = process.argv.includes('--browser') ? undefined : onPath('code');
if (code) {
  const build = await node(['esbuild.mjs'], { show: true });
  process.exitCode = build.code || (await onDesktop(code));
} else {
  process.exitCode = await inBrowser(start);
}
