/** Writes every generated file; `--check` writes nothing and exits 1, naming what is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { indexes } from './indexes';
import { kernels } from './kernels.mts';

const ROOT = join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const isStale = ([path, text]: readonly [string, string]) =>
  !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text;
const write = (files: readonly (readonly [string, string])[]) => {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
};

// The lists first: what is made out of rules and kinds loads them.
const lists = indexes().filter(isStale);
if (!checking) write(lists);
const { configSchema } = await import('../src/worker/compliance/config/schema');
const { baselineSchema } = await import('../src/worker/compliance/baseline/schema');
const { assessmentSchema } = await import('../src/worker/compliance/assess/schema');
const { entrySchema } = await import('../src/audit/schema');
const { rulePages } = await import('./rulePages');
const asJson = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
const wanted = new Map([
  ...rulePages(),
  ...(await kernels()),
  ['media/schema/qrcodemaster.schema.json', asJson(configSchema())],
  ['media/schema/baseline.schema.json', asJson(baselineSchema())],
  ['media/schema/report.schema.json', asJson(assessmentSchema())],
  ['media/schema/audit.schema.json', asJson(entrySchema())],
]);
const owned = existsSync(join(ROOT, 'docs/rules'))
  ? readdirSync(join(ROOT, 'docs/rules')).map((f) => `docs/rules/${f}`)
  : [];
const surplus = owned.filter((path) => !wanted.has(path));
const stale = [...wanted].filter(isStale);

if (checking) {
  for (const path of [...surplus, ...[...lists, ...stale].map(([path]) => path)])
    process.stderr.write(`${path} is stale: run npm run generate\n`);
  process.exitCode = surplus.length + lists.length + stale.length > 0 ? 1 : 0;
} else {
  for (const path of surplus) rmSync(join(ROOT, path));
  write(stale);
  process.stdout.write(`${lists.length + stale.length} files written, ${surplus.length} removed\n`);
}
