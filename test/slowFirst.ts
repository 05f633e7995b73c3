/** Files that take longest are begun first: the last one running alone is time that all wait for. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Some of them; in a fresh clone nothing else knows. */
const SLOW = [
  'compliance/growth.test.ts',
  'hosts/parity.test.ts',
  'panel/accessible.test.ts',
  'panel/inSight.test.ts',
  'faults/commandLine.test.ts',
  'compliance/fixes.test.ts',
  'panel/layout.test.ts',
  'panel/breakOut.test.ts',
  'quiet/commands.test.ts',
  'panel/makeView.test.ts',
  'compliance/kindBudgets.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const at = SLOW.findIndex((name) => moduleId.endsWith(name));
  return at < 0 ? SLOW.length : at;
};

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.sort((a, b) => rank(a) - rank(b));
  }
}
