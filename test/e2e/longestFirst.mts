import { statSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { windows } from './windows.mts';

/** A file’s size stands for its time; these take so many times as long, for what they wait for. */
const SLOWER: Record<string, number> = { 'integrity.e2e.ts': 3, 'reload.e2e.ts': 2, 'whileHung.e2e.ts': 20 };

function timeOf(file: string): number {
  const name = path.basename(file);
  const members = (windows.get(name) ?? []).map((member) => path.join(import.meta.dirname, member));
  return [file, ...members].reduce((sum, each) => sum + statSync(each).size, 0) * (SLOWER[name] ?? 1);
}

/**
 * Long files first, whichever VS Code they are for: so that lanes, which take the next file when
 * they are free, end together.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => timeOf(b.moduleId) - timeOf(a.moduleId));
  }
}
