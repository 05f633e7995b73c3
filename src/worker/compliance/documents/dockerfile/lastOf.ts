import type { DockerInstruction } from './dockerfile';
import type { Dockerfile } from './stages';

/** The ENTRYPOINT or CMD in force: the last one of the nearest stage of the shipped chain that has one. */
export function lastOf({ chain }: Dockerfile, keyword: 'CMD' | 'ENTRYPOINT'): DockerInstruction | undefined {
  for (const { instructions } of chain) {
    const last = instructions.findLast((each) => each.keyword === keyword);
    if (last) return last;
  }
  return undefined;
}
