// Packs the command line alone, as npm does: what it loads out of dist/, which has to be built, and
// its own package.json. The same build gives the same bytes, whatever the folder and umask.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedPage } from './packagedPage.mjs';
import { root, run } from './run.mjs';

/** From the project's folder → in the package. */
const TEXTS = { LICENSE: 'LICENSE', 'README.md': 'README.md', 'README.zh-CN.md': 'README.zh-CN.md' };
/** Of a production build. */
const LISTS = ['THIRD-PARTY.txt', 'sbom.cdx.json', 'vex.cdx.json'];

function manifestOf(project) {
  const { name, version, license, engines } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
  const description = 'Makes and reads QR codes and checks deployment files against MLPS level 3, offline';
  const bin = { 'qr-code-master': 'dist/cli.js' };
  return { name, version, description, license, type: 'commonjs', engines: { node: engines.node }, bin };
}

/** Names in dist/ of what the command line loads, as the build knows them. */
const loaded = (project) => createRequire(import.meta.url)(path.join(project, 'dist', 'partSums.js')).commandLineFiles;

/** @param out folder of the tarball @param project the built project @returns the tarball's path */
export async function packCli(out, project = root) {
  const manifest = manifestOf(project);
  const folder = mkdtempSync(path.join(tmpdir(), 'qr-code-master-cli-'));
  const mode = (file) => chmodSync(path.join(folder, file), file === 'dist/cli.js' ? 0o755 : 0o644);
  try {
    mkdirSync(path.join(folder, 'dist'));
    const files = [
      ...[...loaded(project)].map((file) => [file, file]),
      ...Object.entries(TEXTS),
      ...LISTS.map((name) => [`dist/${name}`, name]),
    ];
    for (const [from, to] of files) {
      const bytes = readFileSync(path.join(project, from));
      const content = to.endsWith('.md') ? packagedPage(bytes.toString(), from, (file) => TEXTS[file]) : bytes;
      writeFileSync(path.join(folder, to), content);
      mode(to);
    }
    writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    mode('package.json');
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', path.resolve(out)];
    const { code, out: said } = await run('npm', args, { cwd: folder });
    if (code !== 0) throw new Error(said);
    return path.join(path.resolve(out), `${manifest.name}-${manifest.version}.tgz`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packCli(process.argv[2] ?? root));
