/** Where containers see folders of the host: the first bind mount of each path. */
import { withoutEnd } from '../../text/withoutEnd';
import type { Container } from '../model/container';
import type { Mount } from '../model/mount';
import { once } from '../once';

/** By the path inside, without a slash at its end. */
export const bindsByTarget = once((containers: readonly Container[]): ReadonlyMap<string, Mount> => {
  const out = new Map<string, Mount>();
  for (const { mounts } of containers)
    for (const mount of mounts) {
      if (mount.type !== 'bind' || mount.target?.known === undefined) continue;
      const target = withoutEnd(mount.target.known, '/');
      if (!out.has(target)) out.set(target, mount);
    }
  return out;
});
