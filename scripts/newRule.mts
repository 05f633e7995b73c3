/** `npm run new:rule`: writes the files of a new rule and what is generated from them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FILL_IN, modelsFor, readRequest, writeRule } from './ruleScaffold';

const ROOT = join(import.meta.dirname, '..');
try {
  const request = readRequest(process.argv.slice(2));
  for (const path of writeRule(ROOT, request)) process.stdout.write(`${path}\n`);
  const models = modelsFor(request.kind).slice(0, 3);
  if (models.length > 0) process.stdout.write(`Rules on such files: ${models.join(', ')}\n`);
  process.stdout.write(
    `Write what is marked ${FILL_IN}. Its fixtures: npx vitest run test/worker/compliance/rules.test.ts -t ${request.name}\n`,
  );
  process.exitCode =
    spawnSync(process.execPath, [...process.execArgv, join(ROOT, 'scripts/generate.mts')], { stdio: 'inherit' })
      .status ?? 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
