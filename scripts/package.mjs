// Packs the extension as a .vsix: production build, third-party notices, then vsce; the same commit
// gives the same bytes, whatever the umask and time zone.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { normaliseZip } from './normaliseZip.mjs';
import { packCli } from './packCli.mjs';
import { bin, node, root, run, seconds } from './run.mjs';
import { shippedSources } from './shippedFiles.mjs';
import { listOf } from './sums.mjs';
import { entriesOf, readEntries } from './zip.mjs';

/**
 * The time of the commit in seconds, so that file times in the archive do not depend on the clock.
 */
export async function commitTime() {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  const { code, out } = await run('git', ['log', '-1', '--format=%ct']);
  return code === 0 ? out.trim() : '1577836800';
}

/** A folder with what goes into the package and nothing else, under the names of the project. */
function stage(folder) {
  for (const [file, content] of [
    ...shippedSources(),
    ['.vscodeignore', readFileSync(path.join(root, '.vscodeignore'))],
  ]) {
    const to = path.join(folder, file);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true });
}

/** The list of hashes of what is in a package, as sha256sum writes it. */
const contentsOf = (file) =>
  listOf(
    [...readEntries(file)].flatMap(([name, bytes]) =>
      name.startsWith('extension/') ? [[name.slice('extension/'.length), bytes]] : [],
    ),
  );

/** What the package is made of, and what is known of that. */
const LISTS = ['sbom.cdx.json', 'vex.cdx.json'];

const beside = (file, ending) => file.replace(/\.vsix$/, `.${ending}`);

/** The hashes of all that is handed out with a package, in a file of the usual name. */
function writeSums(files) {
  const sums = path.join(path.dirname(files[0]), 'SHA256SUMS');
  writeFileSync(sums, listOf(files.map((file) => [path.basename(file), readFileSync(file)])));
}

/**
 * Builds and packs; answers the file's path. Beside it lie the list of hashes of its contents, and
 * what it is made of. Throws with the tool's own words when a step fails.
 */
export async function pack({ out } = {}) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.resolve(root, out ?? `${name}-${version}.vsix`);
  const step = async (running) => {
    const { code, out: said } = await running;
    if (code !== 0) throw new Error(said);
  };
  const env = { SOURCE_DATE_EPOCH: await commitTime() };
  await step(node(['esbuild.mjs', '--production', '--metafile'], { env }));
  rmSync(file, { force: true });
  // The project names no public repository, so README's relative pictures stay as they are.
  const args = [
    'package',
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    file,
  ];
  const folder = mkdtempSync(path.join(tmpdir(), 'qr-code-master-stage-'));
  try {
    stage(folder);
    await step(run(bin('vsce'), args, { env, cwd: folder }));
  } finally {
    rmSync(folder, { recursive: true });
  }
  normaliseZip(file, Number(env.SOURCE_DATE_EPOCH));
  const stray = entriesOf(file).filter((entry) =>
    /node_modules|\.map$|\.ts$|^extension\/(src|test|scripts)\//.test(entry.name),
  );
  if (stray.length > 0)
    throw new Error(`does not belong into the .vsix: ${stray.map((entry) => entry.name).join(', ')}`);
  writeFileSync(beside(file, 'contents.sha256'), contentsOf(file));
  for (const list of LISTS) copyFileSync(path.join(root, 'dist', list), beside(file, list));
  return file;
}

/** Packs the command line beside it, too, and writes the hashes of all these files; answers as `pack` does. */
export async function packAll(options) {
  const file = await pack(options);
  const cli = await packCli(path.dirname(file));
  writeSums([file, cli, ...['contents.sha256', ...LISTS].map((ending) => beside(file, ending))]);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = Date.now();
  const file = await packAll({ out: process.argv[2] });
  for (const { name, bytes } of entriesOf(file)) console.log(`${String(bytes).padStart(9)}  ${name}`);
  console.log(
    `${path.basename(file)}: ${(statSync(file).size / 1e6).toFixed(2)} MB, in ${seconds(Date.now() - start)}`,
  );
}
