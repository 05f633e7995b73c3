import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Writes into the file that E2E_COUNTS names, for each scenario file in a version of VS Code, how many
 * tests passed and failed, and its milliseconds. What was left out behind a failure counts as failed,
 * a file that does not even load as one failure.
 */
export default class CountFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = modules.map((module) => {
      const states = [...module.children.allTests()].map((each) => each.result().state);
      const passed = states.filter((state) => state === 'passed').length;
      const { prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
      return {
        version: module.project.name,
        file: path.relative(import.meta.dirname, module.moduleId),
        passed,
        failed: module.ok() ? 0 : Math.max(1, states.length - passed),
        ms: prepareDuration + collectDuration + setupDuration + duration,
      };
    });
    writeFileSync(process.env.E2E_COUNTS!, JSON.stringify(counts));
  }
}
