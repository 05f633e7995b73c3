// Builds bundles anew when a source changes, all of them together: what names each other by hash must
// not be of two states. (esbuild's own watching sees a change in each bundle at a moment of its own, and
// with so many it is slower than building.)
import { watch } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import * as esbuild from 'esbuild';

/** A save of several files, or a change of branch, takes a moment. */
const SETTLING_MS = 50;

/**
 * @param {import('esbuild').BuildOptions[]} bundles with `write: false`
 * @param {string[]} folders of the sources
 * @param {(files: import('esbuild').OutputFile[]) => void} write is given the files of all of them
 * whenever all are built; while one has an error, which esbuild tells, nothing is written
 * @returns {Promise<() => Promise<unknown>>} ends it
 */
export async function watchTogether(bundles, folders, write) {
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(bundle)));
  let isBuilding = false;
  let isOutdated = false;
  const build = async () => {
    isOutdated = true;
    if (isBuilding) return;
    isBuilding = true;
    while (isOutdated) {
      await setTimeout(SETTLING_MS);
      isOutdated = false;
      const results = await Promise.allSettled(contexts.map((context) => context.rebuild()));
      const isWhole = results.every(({ status }) => status === 'fulfilled');
      if (!isWhole || isOutdated) continue;
      try {
        write(results.flatMap(({ value }) => value.outputFiles));
      } catch (error) {
        console.error(error);
      }
    }
    isBuilding = false;
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, () => void build()));
  await build();
  return () => {
    for (const watcher of watchers) watcher.close();
    return Promise.all(contexts.map((context) => context.dispose()));
  };
}
