import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Writes into the file that E2E_COUNTS names, for each version of VS Code, how many tests passed
 * and failed, and the milliseconds of its files. A file that does not even load counts as one
 * failure.
 */
export default class CountVersions implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts: Record<string, { passed: number; failed: number; ms: number }> = {};
    for (const module of modules) {
      counts[module.project.name] ??= { passed: 0, failed: 0, ms: 0 };
      const count = counts[module.project.name]!;
      const states = [...module.children.allTests()].map((each) => each.result().state);
      const failed = states.filter((state) => state === 'failed').length;
      count.passed += states.filter((state) => state === 'passed').length;
      count.failed += failed === 0 && !module.ok() ? 1 : failed;
      const { prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
      count.ms += prepareDuration + collectDuration + setupDuration + duration;
    }
    writeFileSync(process.env.E2E_COUNTS!, JSON.stringify(counts));
  }
}
