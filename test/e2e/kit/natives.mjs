// Stand-ins for the native modules of code-server that would have been compiled or fetched from
// elsewhere than npm.
import fs from 'node:fs';
import path from 'node:path';
import { checkLocked, lockedSpec } from './locked.mjs';
import { json, npm } from './spawn.mjs';

const SPDLOG_JS = `// stand-in for the native @vscode/spdlog (vscode-up.mjs)
'use strict';
const fs = require('fs'), path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(type, name, file) { this.file = file; this.level = 2; this.plain = false; fs.mkdirSync(path.dirname(file), { recursive: true }); this.put = s => { try { fs.appendFileSync(file, s); } catch {} }; }
  log(l, s) { if (l >= this.level) this.put(this.plain ? s : new Date().toISOString().replace('T', ' ').slice(0, -1) + ' [' + NAMES[l] + '] ' + s + '\\n'); }
  trace(s) { this.log(0, s); } debug(s) { this.log(1, s); } info(s) { this.log(2, s); } warn(s) { this.log(3, s); } error(s) { this.log(4, s); } critical(s) { this.log(5, s); }
  getLevel() { return this.level; } setLevel(l) { this.level = l; } clearFormatters() { this.plain = true; } setPattern() {} flush() {} drop() {}
}
exports.version = 'js'; exports.Logger = Logger; exports.setLevel = () => {}; exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger('', name, file);
`;

/** Stands in for the native modules that VS Code asks for at start and that were not compiled. */
export function patchNative(tmp, vs, log) {
  const has = (d, re) => fs.existsSync(d) && fs.readdirSync(d, { recursive: true }).some((f) => re.test(String(f)));
  // argon2: only hashes passwords, and we start with --auth none.
  const argon = path.join(tmp, 'node_modules', 'argon2');
  if (fs.existsSync(argon) && !has(argon, /\.node$/)) {
    fs.writeFileSync(
      path.join(argon, json(path.join(argon, 'package.json')).main ?? 'index.js'),
      'const no = async () => { throw new Error("argon2 was not built: use --auth none"); };\nmodule.exports = { hash: no, verify: no, needsRehash: no };\n',
    );
    log('argon2: stub');
  }
  // spdlog writes every log file AND the content of every output channel: a small writer in plain
  // JavaScript.
  const spd = path.join(vs, 'node_modules', '@vscode', 'spdlog');
  if (fs.existsSync(spd) && !has(path.join(spd, 'build'), /spdlog\.node$/)) {
    fs.writeFileSync(path.join(spd, 'index.js'), SPDLOG_JS);
    log('spdlog: plain JavaScript');
  }
  // the watchdog ends an extension host whose parent died while it was stuck: we end the process
  // group instead.
  for (const p of ['native-watchdog', '@vscode/native-watchdog']) {
    const dir = path.join(vs, 'node_modules', p);
    if (fs.existsSync(dir) && !has(path.join(dir, 'build'), /watchdog\.node$/)) {
      fs.writeFileSync(path.join(dir, 'index.js'), 'exports.start = () => {};\n');
      log(`${p}: stub`);
    }
  }
  // ripgrep (search in files, workspace.findFiles): older versions download it from github.com in
  // postinstall; newer packages on npm ship the binary itself.
  const rg = path.join(vs, 'node_modules', '@vscode', 'ripgrep');
  const rgBin = path.join(rg, 'bin', process.platform === 'win32' ? 'rg.exe' : 'rg');
  if (fs.existsSync(rg) && !fs.existsSync(rgBin)) {
    const pkg = `@vscode/ripgrep-${process.platform}-${process.arch}`;
    try {
      const side = path.join(tmp, 'ripgrep');
      fs.mkdirSync(side, { recursive: true });
      fs.writeFileSync(path.join(side, 'package.json'), '{"private":true}');
      npm(side, 'install', lockedSpec(pkg));
      checkLocked(side, pkg, log);
      fs.mkdirSync(path.dirname(rgBin), { recursive: true });
      fs.copyFileSync(path.join(side, 'node_modules', pkg, 'bin', path.basename(rgBin)), rgBin);
      fs.chmodSync(rgBin, 0o755);
      log(`ripgrep: from ${pkg}`);
    } catch (e) {
      log(`ripgrep: none, search in files will not work (${e.message.split('\n')[0]})`);
    }
  }
}
