// Packs the extension as a .vsix: production build, third-party notices, then vsce; the same commit
// gives the same bytes, whatever the umask and time zone.
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { normaliseZip } from './normaliseZip.mjs';
import { writeNotices } from './notices.mjs';
import { bin, node, root, run, seconds } from './run.mjs';
import { entriesOf } from './zip.mjs';

/**
 * The time of the commit in seconds, so that file times in the archive do not depend on the clock.
 */
export async function commitTime() {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  const { code, out } = await run('git', ['log', '-1', '--format=%ct']);
  return code === 0 ? out.trim() : '1577836800';
}

/**
 * Builds and packs; answers the file's path. Throws with the tool's own words when a step fails.
 */
export async function pack({ out } = {}) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const file = path.resolve(root, out ?? `${name}-${version}.vsix`);
  const step = async (running) => {
    const { code, out: said } = await running;
    if (code !== 0) throw new Error(said);
  };
  await step(node(['esbuild.mjs', '--production', '--metafile']));
  writeNotices();
  rmSync(file, { force: true });
  const time = await commitTime();
  // The project names no public repository, so README's relative pictures stay as they are.
  const args = [
    'package',
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    file,
  ];
  await step(run(bin('vsce'), args, { env: { SOURCE_DATE_EPOCH: time } }));
  normaliseZip(file, Number(time));
  const stray = entriesOf(file).filter((entry) =>
    /node_modules|\.map$|\.ts$|^extension\/(src|test|scripts)\//.test(entry.name),
  );
  if (stray.length > 0)
    throw new Error(`does not belong into the .vsix: ${stray.map((entry) => entry.name).join(', ')}`);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = Date.now();
  const file = await pack({ out: process.argv[2] });
  for (const { name, bytes } of entriesOf(file)) console.log(`${String(bytes).padStart(9)}  ${name}`);
  console.log(
    `${path.basename(file)}: ${(statSync(file).size / 1e6).toFixed(2)} MB, in ${seconds(Date.now() - start)}`,
  );
}
