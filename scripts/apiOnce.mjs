// A plugin of esbuild: bundles of the extension take the editor's API as it is.
import { readFile } from 'node:fs/promises';

/**
 * The API has hundreds of properties, and what stands for `import * as` copies them all, for each
 * module that imports it: activation waited for that longer than for anything else.
 */
export const apiOnce = {
  name: 'api-once',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]extension[\\/].*\.ts$/ }, async ({ path }) => {
      const given = await readFile(path, 'utf8');
      const contents = given.replace("import * as vscode from 'vscode';", "import vscode = require('vscode');");
      return { contents, loader: 'ts' };
    });
    build.onResolve({ filter: /^vscode$/ }, ({ path, namespace }) =>
      namespace === 'api' ? { path, external: true } : { path, namespace: 'api' },
    );
    build.onLoad({ filter: /./, namespace: 'api' }, () => ({ contents: "module.exports = require('vscode');" }));
  },
};
