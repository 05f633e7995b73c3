/** Writes every generated file; `--check` writes nothing and exits 1, naming what is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configSchema } from '../src/worker/compliance/config/schema';
import { indexes } from './indexes';
import { kernels } from './kernels.mts';
import { rulePages } from './rulePages';

const ROOT = join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const wanted = new Map([
  ...rulePages(),
  ...(await kernels()),
  ...indexes(),
  ['media/schema/qrcodemaster.schema.json', `${JSON.stringify(configSchema(), undefined, 2)}\n`],
]);
const owned = existsSync(join(ROOT, 'docs/rules')) ? readdirSync(join(ROOT, 'docs/rules')).map((f) => `docs/rules/${f}`) : [];
const surplus = owned.filter((path) => !wanted.has(path));
const stale = [...wanted].filter(([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text);

if (checking) {
  for (const path of [...surplus, ...stale.map(([path]) => path)]) process.stderr.write(`${path} is stale: run npm run generate\n`);
  process.exitCode = surplus.length + stale.length > 0 ? 1 : 0;
} else {
  for (const path of surplus) rmSync(join(ROOT, path));
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  process.stdout.write(`${stale.length} files written, ${surplus.length} removed\n`);
}
