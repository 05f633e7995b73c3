/** `npm run new:rule`: writes the files of a new rule and what is generated from them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FILL_IN, readRequest, writeRule } from './ruleScaffold';

const ROOT = join(import.meta.dirname, '..');
try {
  for (const path of writeRule(ROOT, readRequest(process.argv.slice(2)))) process.stdout.write(`${path}\n`);
  process.stdout.write(`Write what is marked ${FILL_IN}; npx vitest run test/worker/compliance/rules.test.ts judges it.\n`);
  process.exitCode =
    spawnSync(process.execPath, [...process.execArgv, join(ROOT, 'scripts/generate.mts')], { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
