// Installs VS Code without a desktop: code-server (VS Code's server and web workbench) from the npm
// registry, once, into a cache, with no compiler.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkLocked, lockedSpec } from './locked.mjs';
import { patchNative } from './natives.mjs';
import { json, npm } from './spawn.mjs';

const RECIPE = 4; // raise it when installVscode() changes: older installs are then made anew

/** Where installs are kept; $VSCODE_UP_CACHE says otherwise. */
export const defaultCache = () =>
  process.env.VSCODE_UP_CACHE ||
  path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'vscode-up');

/**
 * Installs code-server once; answers {dir, entry, node, version, code}. Safe to call from several
 * processes at once.
 */
export async function installVscode({ version, cache = defaultCache(), log = () => {} } = {}) {
  const dir = path.join(cache, `code-server-${version}-r${RECIPE}`);
  const ok = path.join(dir, 'ok.json');
  const read = () => {
    const o = json(ok);
    return { ...o, dir, entry: path.join(dir, o.entry), node: o.node ? path.join(dir, o.node) : process.execPath };
  };
  if (fs.existsSync(ok)) return read();
  fs.mkdirSync(cache, { recursive: true });
  const tmp = fs.mkdtempSync(path.join(cache, `.tmp-${version}-`)); // built aside, then renamed: never a half install
  try {
    const t0 = Date.now();
    fs.writeFileSync(path.join(tmp, 'package.json'), '{"private":true}');
    log(`installing code-server ${version} into ${dir}`);
    npm(tmp, 'install', `code-server@${version}`, '--engine-strict=false');
    checkLocked(tmp, 'code-server', log);
    const cs = path.join(tmp, 'node_modules', 'code-server');
    const vs = path.join(cs, 'lib', 'vscode');
    // What its postinstall.sh would do, less the scripts of the packages: they compile and ask
    // github.com.
    npm(vs, 'install', '--omit=dev', '--engine-strict=false');
    npm(path.join(vs, 'extensions'), 'install', '--omit=dev');
    // code-server runs on one major of Node only: take ours when it is that one, else npm's own
    // copy of it.
    const major = String(json(path.join(cs, 'package.json')).engines.node).match(/\d+/)[0];
    let node = '';
    if (process.versions.node.split('.')[0] !== major) {
      const pkg = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
      npm(tmp, 'install', lockedSpec(pkg, major));
      checkLocked(tmp, pkg, log);
      node = path.join('node_modules', pkg, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    }
    patchNative(tmp, vs, log);
    // VS Code looks for some modules under this name (older versions of code-server link it in
    // postinstall.sh).
    if (!fs.existsSync(path.join(vs, 'node_modules.asar')))
      fs.symlinkSync('node_modules', path.join(vs, 'node_modules.asar'), 'junction');
    const code = json(path.join(vs, 'package.json')).version;
    fs.writeFileSync(
      path.join(tmp, 'ok.json'),
      JSON.stringify({
        version,
        code,
        node,
        entry: path.join('node_modules', 'code-server', 'out', 'node', 'entry.js'),
        seconds: (Date.now() - t0) / 1000,
      }),
    );
    try {
      fs.renameSync(tmp, dir);
    } catch (e) {
      if (!fs.existsSync(ok)) throw e;
    } // another process was first
    log(`installed in ${((Date.now() - t0) / 1000).toFixed(1)} s`);
  } finally {
    fs.rmSync(tmp, { recursive: true, force: true });
  }
  return read();
}
