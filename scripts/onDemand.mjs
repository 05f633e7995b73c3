// A plugin of esbuild: parts of a bundle that are loaded when something of theirs is first used, as
// files of their own beside it.
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './run.mjs';

/** What a module exports, types left out. */
function exportsOf(file) {
  const { metafile } = esbuild.buildSync({
    entryPoints: [file],
    format: 'esm',
    outdir: root,
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs)[0].exports;
}

/**
 * @param {Record<string, string>} parts name of the part's bundle: its module, from the project's
 * folder
 * @returns the plugin, for all bundles, those of the parts included; their code must not need to
 * run before it is used
 */
export function onDemand(parts) {
  const names = new Map(Object.entries(parts).map(([name, file]) => [path.join(root, file), name]));
  return {
    name: 'on-demand',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path: wanted, importer, kind, namespace }) => {
        if (namespace === 'on-demand') return { path: wanted, external: true };
        const file = path.resolve(path.dirname(importer), `${wanted}.ts`);
        return kind !== 'entry-point' && names.has(file)
          ? { path: file, namespace: 'on-demand', sideEffects: false }
          : undefined;
      });
      build.onLoad({ filter: /./, namespace: 'on-demand' }, ({ path: file }) => ({
        contents: [
          `let part; const load = () => (part ??= require('./${names.get(file)}.js'));`,
          ...exportsOf(file).map(
            (name) => `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => load().${name} });`,
          ),
        ].join('\n'),
      }));
    },
  };
}
