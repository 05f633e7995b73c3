// Brings node_modules in line with package-lock.json: nothing to do when it is already, else npm
// installs what the lock file says.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, run, seconds } from './run.mjs';

const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Why node_modules does not hold what the lock file asks for, or undefined when it does. npm keeps
 * the list of what it installed in node_modules/.package-lock.json; a package for another platform
 * may be missing there.
 */
export function whyStale(folder = root) {
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return 'node_modules is missing';
  const have = packages(installed);
  const want = packages(path.join(folder, 'package-lock.json'));
  for (const [name, { version, optional, integrity }] of Object.entries(want)) {
    if (name === '') continue;
    const there = have[name] && existsSync(path.join(folder, name, 'package.json'));
    if (!there && !optional) return `${name} is missing`;
    if (there && (have[name].version !== version || (integrity && have[name].integrity !== integrity)))
      return `${name} is not ${version}`;
  }
  const extra = Object.keys(have).find((name) => !want[name] && !have[name].optional);
  return extra && `${extra} is not in package-lock.json`;
}

async function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Node ${process.versions.node} is too old: QR Code Master is built with Node 20 or newer.`);
    return 1;
  }
  const reason = whyStale();
  if (!reason) return 0;
  process.stderr.write(`Installing packages (${reason}) … `);
  // Not `npm ci`: npm 11 refuses a lock file in which a package for some other platform is missing
  // (npm/cli#9846). No package of ours needs its install script; so none may run one.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  let result = await run('npm', args);
  if (result.code !== 0 && /ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTEMPTY|E5\d\d/.test(result.out))
    result = await run('npm', args);
  const still = result.code === 0 ? whyStale() : result.out;
  console.error(still ? `failed\n${still}` : `done in ${seconds(result.ms)}`);
  return still ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await install();
