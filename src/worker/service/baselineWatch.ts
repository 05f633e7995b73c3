/** Baselines have any name: each is watched from when a document is first compared with it. */
import { fileName } from '../compliance/index';

/** @param watch asks the client to tell of what a glob names; undefined: it cannot */
export function baselineWatch(watch: ((glob: string) => void) | undefined): (uri: string | undefined) => void {
  const watched = new Set<string>();
  return (uri) => {
    if (uri === undefined || !watch) return;
    const glob = `**/${fileName(uri).replace(/[[\]{}*?!,\\]/g, '?')}`;
    if (!watched.has(glob)) watch(glob);
    watched.add(glob);
  };
}
