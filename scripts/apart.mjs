// Plugins of esbuild: code that a bundle loads from a file of its own beside it, through the one
// loader, which runs it only when it is the file that was built.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './run.mjs';

const LOADER = JSON.stringify(path.join(root, 'src/worker/hosts/shipped/loadShipped'));

/** An expression of JavaScript: what another bundle exports. */
const loading = (bundle) =>
  `require(${LOADER}).loadShipped(require('node:path').join(__dirname, '${bundle}.js'), 'sum-of:${bundle}.js')`;

/**
 * @param {string} name of the plugin
 * @param {(wanted: import('esbuild').OnResolveArgs) => string | undefined} bundleOf name of the
 * bundle that an import is in
 * @param {RegExp} [filter] imports that are asked about: by default those of our own modules
 * @returns the plugin for bundles that load it where they import it
 */
export const apart = (name, bundleOf, filter = /^\./) => ({
  name,
  setup(build) {
    build.onResolve({ filter }, (wanted) => {
      const bundle = bundleOf(wanted);
      return bundle === undefined ? undefined : { path: bundle, namespace: name };
    });
    build.onLoad({ filter: /./, namespace: name }, ({ path: bundle }) => ({
      contents: `module.exports = ${loading(bundle)};`,
      resolveDir: root,
    }));
  },
});

/** By text, which alone tells: most bundles ask for the same modules. */
const known = new Map();

/** What a module exports, types left out. */
function exportsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = known.get(text) ?? findExports(text);
  known.set(text, found);
  return found;
}

function findExports(contents) {
  const { metafile } = esbuild.buildSync({
    stdin: { contents, loader: 'ts' },
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
 * @returns the plugin for parts that are loaded when something of theirs is first used, for all
 * bundles, those of the parts included; their code must not need to run before it is used
 */
export function onDemand(parts) {
  const names = new Map(Object.entries(parts).map(([name, file]) => [path.join(root, file), name]));
  return {
    name: 'on-demand',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path: wanted, importer, kind }) => {
        const file = path.resolve(path.dirname(importer), `${wanted}.ts`);
        return kind !== 'entry-point' && names.has(file)
          ? { path: file, namespace: 'on-demand', sideEffects: false }
          : undefined;
      });
      build.onLoad({ filter: /./, namespace: 'on-demand' }, ({ path: file }) => ({
        contents: [
          `let part; const load = () => (part ??= ${loading(names.get(file))});`,
          ...exportsOf(file).map(
            (name) => `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => load().${name} });`,
          ),
        ].join('\n'),
        resolveDir: root,
      }));
    },
  };
}
