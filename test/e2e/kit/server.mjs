// Starts and stops VS Code's server for one workspace folder, with our .vsix installed; user data,
// extensions and logs lie in a state folder.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../../../scripts/isAlive.mjs';
import { newest } from '../../../scripts/versions.mjs';
import { defaultCache, installVscode } from './install.mjs';
import { languagePack } from './languagePack.mjs';
import { QUIET_SETTINGS } from './settings.mjs';
import { json, run } from './spawn.mjs';

const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

async function healthy(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
const portFree = (port) =>
  new Promise((r) => {
    const s = net
      .createServer()
      .once('error', () => r(false))
      .listen(port, '127.0.0.1', () => s.close(() => r(true)));
  });

/**
 * Starts VS Code for a workspace folder (or .code-workspace file); answers {url, port, pid, state,
 * reused, ms, stop()}.
 * @param {{ workspace: string; vsix?: string | string[]; port?: number; state?: string; settings?:
 *   Record<string, unknown>; locale?: string; fresh?: boolean; version?: string; cache?: string;
 *   idle?: number; workspaceTrust?: boolean;
 *   env?: Record<string, string>; log?: (line: string) => void; }} options
 */
export async function startVscode({
  workspace,
  vsix = [],
  port = 8970,
  state,
  settings = {},
  locale,
  fresh = false,
  version = newest,
  cache = defaultCache(),
  idle = 1800,
  workspaceTrust = false,
  env = {},
  log = () => {},
}) {
  const t0 = Date.now();
  workspace = path.resolve(workspace);
  state = path.resolve(state ?? path.join(os.tmpdir(), `vscode-up-${port}`));
  vsix = [vsix].flat().map((f) => path.resolve(f));
  const inst = await installVscode({ version, cache, log });
  const sums = vsix.map((f) => createHash('sha256').update(fs.readFileSync(f)).digest('hex'));
  const key = JSON.stringify({ version, locale, settings, sums, port, workspaceTrust, env });
  const url = workbenchUrl({ port, workspace });
  const answer = (pid, reused) => ({
    url,
    port,
    pid,
    state,
    version,
    code: inst.code,
    reused,
    ms: Date.now() - t0,
    stop: () => stopVscode({ state }),
  });

  const old = readState(state);
  if (old && !fresh && old.key === key && isAlive(old.pid) && (await healthy(old.port))) return answer(old.pid, true);
  await stopVscode({ state });
  if (fresh) fs.rmSync(state, { recursive: true, force: true });
  if (!(await portFree(port)))
    throw new Error(`port ${port} is taken by a process that this state folder does not know (${state})`);

  const data = path.join(state, 'data'),
    exts = path.join(state, 'extensions');
  fs.mkdirSync(path.join(data, 'User'), { recursive: true });
  fs.writeFileSync(
    path.join(data, 'User', 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2),
  );
  if (locale && locale !== 'en')
    fs.writeFileSync(
      path.join(data, 'languagepacks.json'),
      JSON.stringify(await languagePack(locale, inst, cache, log)),
    );
  fs.writeFileSync(path.join(state, 'config.yaml'), ''); // else code-server writes one into ~/.config
  const e = {
    ...process.env,
    EXTENSIONS_GALLERY: '{}',
    XDG_DATA_HOME: path.join(state, 'xdg'),
    XDG_STATE_HOME: path.join(state, 'xdg-state'),
    ...env,
  }; // no marketplace; nothing in the home folder
  for (const k of Object.keys(e))
    if (
      /^(VSCODE_IPC_HOOK_CLI|VSCODE_PID|VSCODE_CWD|VSCODE_NLS_CONFIG|PASSWORD|HASHED_PASSWORD|PORT|ELECTRON_RUN_AS_NODE|NODE_OPTIONS)$/.test(
        k,
      ) &&
      !(k in env)
    )
      delete e[k];
  // Its sockets and temporary files go into the state, where the path is short enough for a socket
  // (107 characters).
  const tmp = path.join(state, 'tmp');
  if (tmp.length < 50 && !('TMPDIR' in env)) {
    fs.rmSync(tmp, { recursive: true, force: true });
    fs.mkdirSync(tmp);
    Object.assign(e, { TMPDIR: tmp, XDG_RUNTIME_DIR: tmp });
  }
  const common = [
    inst.entry,
    '--config',
    path.join(state, 'config.yaml'),
    '--user-data-dir',
    data,
    '--extensions-dir',
    exts,
  ];
  // One process installs one .vsix; skip those that are in already (same bytes).
  const done = path.join(state, 'vsix.json');
  const had = fs.existsSync(done) ? json(done) : [];
  for (const [i, f] of vsix.entries()) {
    if (had.includes(sums[i])) continue;
    run(inst.node, [...common, '--install-extension', f, '--force'], { env: e });
    log(`installed ${path.basename(f)}`);
  }
  fs.writeFileSync(done, JSON.stringify(sums));

  const out = fs.openSync(path.join(state, 'server.log'), 'w');
  const child = spawn(
    inst.node,
    [
      ...common,
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      '--disable-getting-started-override',
      '--disable-proxy',
      '--ignore-last-opened',
      ...(locale ? ['--locale', locale] : []),
      // a server that was forgotten ends by itself (code-server 4.10x and newer)
      ...(fs.readFileSync(path.join(path.dirname(inst.entry), 'cli.js'), 'utf8').includes('"idle-timeout-seconds"')
        ? ['--idle-timeout-seconds', String(idle)]
        : []),
    ],
    { cwd: state, env: e, detached: true, stdio: ['ignore', out, out] },
  ); // detached: a process group of its own, ended as one
  fs.closeSync(out);
  child.unref();
  fs.writeFileSync(path.join(state, 'server.json'), JSON.stringify({ pid: child.pid, port, key }));
  for (const end = Date.now() + 120_000; !(await healthy(port)); await sleep(50)) {
    if (child.exitCode !== null || Date.now() > end) {
      await stopVscode({ state });
      throw new Error(
        `code-server did not come up:\n${fs.readFileSync(path.join(state, 'server.log'), 'utf8').slice(-3000)}`,
      );
    }
  }
  return answer(child.pid, false);
}

/**
 * The address of a workbench for a folder or a .code-workspace file; one server serves any number
 * of them.
 */
function workbenchUrl({ port, host = '127.0.0.1', workspace }) {
  const u = new URL(`http://${host}:${port}/`);
  if (workspace)
    u.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(workspace));
  return String(u);
}

/** The same workbench, which opens with this file. */
export function withFile(url, file) {
  const opened = new URL(url);
  opened.searchParams.set(
    'payload',
    JSON.stringify([['openFile', `vscode-remote://${opened.host}${encodeURI(file)}`]]),
  );
  return String(opened);
}

const readState = (state) => {
  try {
    return json(path.join(state, 'server.json'));
  } catch {
    return undefined;
  }
};

/** Ends the server that this state folder started (and its extension hosts); nothing else. */
export async function stopVscode({ state }) {
  const s = readState(state);
  if (!s) return false;
  const isOurs = () => {
    try {
      return fs.readFileSync(`/proc/${s.pid}/cmdline`, 'utf8').includes(state);
    } catch {
      return process.platform !== 'linux' && isAlive(s.pid);
    }
  };
  const stopped = isOurs();
  if (stopped) {
    const kill = (sig) => {
      try {
        process.kill(-s.pid, sig);
      } catch {
        try {
          process.kill(s.pid, sig);
        } catch {}
      }
    };
    kill('SIGTERM');
    for (const end = Date.now() + 5000; isAlive(s.pid) && Date.now() < end; ) await sleep(50);
    kill('SIGKILL'); // the rest of the group
  }
  fs.rmSync(path.join(state, 'server.json'), { force: true });
  return stopped;
}
